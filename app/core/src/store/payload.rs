//! The plaintext of a sealed record: a document's new changes, the whole document, or a blob.
//!
//! Layout: document id (16 bytes) · document kind (1) · form (1) · body. Numbers are LEB128.
//!
//! Changes (form 0): the number of changes; for each change, the number of dependencies, then each
//! dependency as its distance back in this batch, or 0 followed by its 32-byte hash; then the length
//! of the rest of the chunk's data, and that rest. A four-byte hash over all change hashes ends the
//! batch. Automerge's own chunks also carry a magic number, a checksum and the hash of each
//! dependency: incompressible bytes that the reader can recompute. Omitting them saves about 40
//! bytes per change, a tenth of an encounter. Chunks are stored without DEFLATE, which would leave
//! nothing for zstd and its dictionary.
//!
//! Whole (form 1): the document as Automerge saves it, without DEFLATE. Used for a document that was
//! never sent, or is new to a phone.
//!
//! Blob (form 2): immutable bytes, such as a photo, verbatim. The document id is a prefix of their
//! hash, which the reader verifies.
//!
//! Automerge's *bundles* are similar, but their format is marked experimental.

use std::collections::HashMap;

use automerge::{Automerge, Change, ChangeHash};
use sha2::{Digest, Sha256};
use uuid::Uuid;

const CHUNK_MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const CHUNK_CHANGE: u8 = 1;
const HASH: usize = 32;

/// Maximum number of dependencies of one change, which bounds how many phones' concurrent work it
/// can merge.
const MOST_DEPENDENCIES: usize = 256;
/// Maximum number of dependencies in a batch, so that its expanded form stays below four times the
/// largest payload.
const MOST_IN_BATCH: usize = 1 << 20;

const FORM_CHANGES: u8 = 0;
const FORM_WHOLE: u8 = 1;
const FORM_BLOB: u8 = 2;

/// Reasons why bytes are not a valid payload.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PayloadError {
    /// The payload is truncated, has trailing bytes, or contains an oversized number.
    #[error("cut short or too long")]
    Length,
    /// The form is unknown, presumably from a newer version of the app.
    #[error("unknown form {0}")]
    UnknownForm(u8),
    /// A change has too many dependencies, or one that points before the start of the batch.
    #[error("change {0} of the batch is broken")]
    Change(usize),
    /// The changes parse, but do not match the batch's checksum.
    #[error("the batch is not what was packed")]
    Check,
}

/// The content of a record, for one document.
#[derive(Debug, Clone)]
pub(crate) struct Payload {
    /// The document.
    pub(crate) document: Uuid,
    /// Kind of document: a number of the document layer, opaque here.
    pub(crate) kind: u8,
    /// The content.
    pub(crate) body: Body,
}

/// The content of a payload.
#[derive(Debug, Clone)]
pub(crate) enum Body {
    /// New changes in causal order. Not validated.
    Changes(Vec<PackedChange>),
    /// The whole document as Automerge saves it. Not validated.
    Whole(Vec<u8>),
    /// Immutable bytes.
    Blob(Vec<u8>),
}

/// A change read from a payload; not validated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PackedChange {
    /// The hash, computed from the bytes.
    pub(crate) hash: ChangeHash,
    /// The Automerge change chunk.
    pub(crate) chunk: Vec<u8>,
}

impl From<&Change> for PackedChange {
    fn from(change: &Change) -> Self {
        Self {
            hash: change.hash(),
            chunk: change.raw_bytes().to_vec(),
        }
    }
}

impl Payload {
    /// Packs changes, which must be in causal order.
    pub(crate) fn pack_changes(document: Uuid, kind: u8, changes: &[Change]) -> Vec<u8> {
        let mut out = head(document, kind, FORM_CHANGES);
        put_number(&mut out, changes.len());
        let mut places = HashMap::new();
        for (place, change) in changes.iter().enumerate() {
            put_number(&mut out, change.deps().len());
            for dependency in change.deps() {
                match places.get(dependency) {
                    Some(earlier) => put_number(&mut out, place - earlier),
                    None => {
                        put_number(&mut out, 0);
                        out.extend_from_slice(dependency.as_ref());
                    }
                }
            }
            let rest = behind_dependencies(change);
            put_number(&mut out, rest.len());
            out.extend_from_slice(rest);
            places.insert(change.hash(), place);
        }
        out.extend_from_slice(&check_sum(changes.iter().map(Change::hash)));
        out
    }

    /// Packs a whole document.
    pub(crate) fn pack_whole(document: Uuid, kind: u8, whole: &Automerge) -> Vec<u8> {
        let mut out = head(document, kind, FORM_WHOLE);
        out.extend_from_slice(&whole.save_nocompress());
        out
    }

    /// Packs immutable bytes.
    pub(crate) fn pack_blob(document: Uuid, kind: u8, bytes: &[u8]) -> Vec<u8> {
        let mut out = head(document, kind, FORM_BLOB);
        out.extend_from_slice(bytes);
        out
    }

    /// Parses a payload from untrusted bytes.
    ///
    /// # Errors
    /// Every [`PayloadError`].
    pub(crate) fn unpack(bytes: &[u8]) -> Result<Self, PayloadError> {
        let mut input = Input(bytes);
        let document = Uuid::from_bytes(*input.array()?);
        let [kind, form] = *input.array()?;
        let body = match form {
            FORM_CHANGES => Body::Changes(read_changes(input)?),
            FORM_WHOLE => Body::Whole(input.0.to_vec()),
            FORM_BLOB => Body::Blob(input.0.to_vec()),
            other => return Err(PayloadError::UnknownForm(other)),
        };
        Ok(Self {
            document,
            kind,
            body,
        })
    }
}

fn head(document: Uuid, kind: u8, form: u8) -> Vec<u8> {
    let mut out = document.as_bytes().to_vec();
    out.extend_from_slice(&[kind, form]);
    out
}

fn read_changes(mut input: Input<'_>) -> Result<Vec<PackedChange>, PayloadError> {
    let count = input.number()?;
    let mut changes: Vec<PackedChange> = Vec::new();
    let mut written_out = 0;
    for place in 0..count {
        let mut data = Vec::new();
        let dependencies = input.number()?;
        written_out += dependencies;
        // A dependency within the batch takes as little as one byte here, but 32 when expanded.
        if dependencies > MOST_DEPENDENCIES || written_out > MOST_IN_BATCH {
            return Err(PayloadError::Change(place));
        }
        put_number(&mut data, dependencies);
        for _ in 0..dependencies {
            match input.number()? {
                0 => data.extend_from_slice(input.array::<HASH>()?),
                back => {
                    let earlier = place.checked_sub(back).ok_or(PayloadError::Change(place))?;
                    data.extend_from_slice(changes[earlier].hash.as_ref());
                }
            }
        }
        let rest = input.number()?;
        data.extend_from_slice(input.take(rest)?);
        changes.push(packed(&data));
    }
    let check = *input.array()?;
    if !input.0.is_empty() {
        return Err(PayloadError::Length);
    }
    if check != check_sum(changes.iter().map(|change| change.hash)) {
        return Err(PayloadError::Check);
    }
    Ok(changes)
}

/// Builds a change chunk around its data (automerge.org/automerge-binary-format-spec, "Change
/// chunks").
fn packed(data: &[u8]) -> PackedChange {
    let mut hashed = vec![CHUNK_CHANGE];
    put_number(&mut hashed, data.len());
    hashed.extend_from_slice(data);
    let hash: [u8; HASH] = Sha256::digest(&hashed).into();
    PackedChange {
        hash: ChangeHash(hash),
        chunk: [&CHUNK_MAGIC[..], &hash[..4], &hashed].concat(),
    }
}

/// Returns the part of a change chunk that follows the dependencies.
fn behind_dependencies(change: &Change) -> &[u8] {
    let chunk = change.raw_bytes();
    let mut input = Input(chunk.get(CHUNK_MAGIC.len() + 4 + 1..).unwrap_or_default());
    let dependencies = change.deps().len() * HASH;
    let rest = (|| {
        input.number()?;
        input.number()?;
        input.take(dependencies)?;
        Ok::<_, PayloadError>(input.0)
    })();
    rest.unwrap_or_else(|_| unreachable!("Automerge's own chunk has a header and dependencies"))
}

fn check_sum(hashes: impl Iterator<Item = ChangeHash>) -> [u8; 4] {
    let mut hasher = blake3::Hasher::new_derive_key("voorveld 2026 batch check v1");
    for hash in hashes {
        hasher.update(hash.as_ref());
    }
    let mut sum = [0; 4];
    hasher.finalize_xof().fill(&mut sum);
    sum
}

fn put_number(out: &mut Vec<u8>, number: usize) {
    let mut left = number;
    while left >= 0x80 {
        out.push(left as u8 | 0x80);
        left >>= 7;
    }
    out.push(left as u8);
}

/// The unread input.
struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], PayloadError> {
        let (taken, left) = self
            .0
            .split_at_checked(length)
            .ok_or(PayloadError::Length)?;
        self.0 = left;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<&'a [u8; N], PayloadError> {
        let (taken, left) = self.0.split_first_chunk().ok_or(PayloadError::Length)?;
        self.0 = left;
        Ok(taken)
    }

    /// Reads a LEB128 number of at most four bytes; no length in a payload is larger.
    fn number(&mut self) -> Result<usize, PayloadError> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let [byte] = *self.array()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(PayloadError::Length)
    }
}

#[cfg(test)]
#[path = "payload/hostile.rs"]
pub(crate) mod hostile;
#[cfg(test)]
#[path = "payload/size.rs"]
mod size;
// The dictionary trainer includes this file by path, so its test modules need explicit paths.
#[cfg(test)]
#[path = "payload/tests.rs"]
mod tests;
