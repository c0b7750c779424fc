//! The running digest: one value over all documents and their heads. Two phones with the same digest
//! hold the same content. It is updated with each change, never recomputed over everything.

use automerge::ChangeHash;
use uuid::Uuid;

use super::meta::key;
use super::{Store, documents::heads_to_bytes};
use crate::Error;
use crate::crypto::words;

/// 32 bytes: the XOR over all documents of BLAKE3(document, sorted heads). Only team members can add
/// documents, so no outsider can steer it.
pub(crate) type Digest = [u8; 32];

pub(super) fn of_document(id: Uuid, heads: &[ChangeHash]) -> Digest {
    if heads.is_empty() {
        return [0; 32];
    }
    let mut hasher = blake3::Hasher::new_derive_key("voorveld 2026 document digest v1");
    hasher.update(id.as_bytes());
    hasher.update(&heads_to_bytes(heads));
    hasher.finalize().into()
}

impl Store {
    /// Returns the digest of everything on this phone.
    pub(super) fn digest(&self) -> Result<Digest, Error> {
        Ok(self.meta::<[u8; 32]>(key::DIGEST)?.unwrap_or_default())
    }

    /// Updates the digest for one document's change of heads.
    pub(super) fn move_digest(
        &self,
        id: Uuid,
        before: &[ChangeHash],
        after: &[ChangeHash],
    ) -> Result<(), Error> {
        let mut digest = self.digest()?;
        for part in [of_document(id, before), of_document(id, after)] {
            for (byte, other) in digest.iter_mut().zip(part) {
                *byte ^= other;
            }
        }
        self.set_meta(key::DIGEST, digest.as_slice())
    }
}

/// Encodes the first 40 bits of a digest as four words, to be compared by reading them aloud.
pub(super) fn four_words(digest: &Digest) -> Vec<String> {
    let bits = u64::from_be_bytes([
        0, 0, 0, digest[0], digest[1], digest[2], digest[3], digest[4],
    ]);
    (0..4)
        .rev()
        .map(|place| words::word(((bits >> (10 * place)) & 0x3ff) as u16).to_owned())
        .collect()
}
