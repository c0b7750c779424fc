//! The header of a chunk: magic number, checksum, chunk type, length.

use automerge::ChangeHash;

use super::Unfit;
use super::chunk::Parsed;
use super::columns::Bytes;

const MAGIC: &[u8] = &[0x85, 0x6f, 0x4a, 0x83];

/// A complete document.
pub(super) const DOCUMENT: u8 = 0;
/// A single change. Compressed changes and bundles are never sent.
const CHANGE: u8 = 1;

/// Returns the data of the only chunk in `bytes`.
pub(super) fn open_chunk(bytes: &[u8], kind: u8) -> Result<&[u8], Unfit> {
    let mut input = Bytes::of(bytes);
    if input.take(4)? != MAGIC {
        return Err(Unfit::Encoding);
    }
    // The sender made the checksum too, so it proves nothing here; Automerge verifies it later.
    input.take(4)?;
    if input.take(1)? != [kind] {
        return Err(Unfit::Newer);
    }
    let data = input.prefixed()?;
    match input.is_empty() {
        true => Ok(data),
        false => Err(Unfit::Encoding),
    }
}

/// Parses a change chunk.
///
/// # Errors
/// Any [`Unfit`] that can be detected in the change alone.
pub(crate) fn read(hash: ChangeHash, chunk: &[u8]) -> Result<Parsed, Unfit> {
    Parsed::of(hash, open_chunk(chunk, CHANGE)?)
}

/// Splits saved bytes into chunks, each with its header. What follows the first broken header is left
/// out.
pub(in crate::document) fn split_chunks(bytes: &[u8]) -> Vec<&[u8]> {
    let mut chunks = Vec::new();
    let mut rest = bytes;
    while let Ok(length) = first_length(rest) {
        let (chunk, behind) = rest.split_at(length);
        chunks.push(chunk);
        rest = behind;
    }
    chunks
}

fn first_length(bytes: &[u8]) -> Result<usize, Unfit> {
    let mut input = Bytes::of(bytes);
    if input.take(4)? != MAGIC {
        return Err(Unfit::Encoding);
    }
    input.take(5)?;
    let data = input.prefixed()?;
    Ok(data.as_ptr() as usize - bytes.as_ptr() as usize + data.len())
}
