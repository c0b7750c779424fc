//! The frame around a chunk: magic number, checksum, kind of chunk, length.

use automerge::ChangeHash;

use super::Unfit;
use super::chunk::Parsed;
use super::columns::Bytes;

const MAGIC: &[u8] = &[0x85, 0x6f, 0x4a, 0x83];

/// A whole document.
pub(super) const DOCUMENT: u8 = 0;
/// One change. Compressed changes and bundles are never sent.
const CHANGE: u8 = 1;

/// The data of a chunk that is all there is of `bytes`.
pub(super) fn open_chunk(bytes: &[u8], kind: u8) -> Result<&[u8], Unfit> {
    let mut input = Bytes::of(bytes);
    if input.take(4)? != MAGIC {
        return Err(Unfit::Encoding);
    }
    // Whoever made the bytes made the checksum: Automerge compares it, we need not.
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

/// Takes a change chunk apart.
///
/// # Errors
/// Every [`Unfit`] that shows in the change alone.
pub(crate) fn read(hash: ChangeHash, chunk: &[u8]) -> Result<Parsed, Unfit> {
    Parsed::of(hash, open_chunk(chunk, CHANGE)?)
}
