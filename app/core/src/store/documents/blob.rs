//! Blobs: immutable documents of raw bytes, named by their hash and never loaded as Automerge
//! documents. The full hash is their only head, so that everything based on heads (logged state,
//! digest) covers them too.

use automerge::ChangeHash;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::DocumentRow;
use crate::document::Kind;
use crate::error::Error;
use crate::store::Store;

/// Returns the id of some bytes and the full hash that begins with it.
pub(in crate::store) fn name_of(bytes: &[u8]) -> (Uuid, ChangeHash) {
    let hash = blake3::Hasher::new_derive_key("voorveld 2026 blob v1")
        .update(bytes)
        .finalize();
    let mut id = [0; 16];
    id.copy_from_slice(&hash.as_bytes()[..16]);
    (Uuid::from_bytes(id), ChangeHash(*hash.as_bytes()))
}

impl Store {
    /// Saves bytes as this phone's own work, unless they are here already. Returns their id and their
    /// rev on this phone.
    pub(in crate::store) fn add_blob(
        &mut self,
        kind: Kind,
        bytes: &[u8],
    ) -> Result<(Uuid, i64), Error> {
        let (id, hash) = name_of(bytes);
        if let Some(row) = self.document_row(id)? {
            return Ok((id, row.rev));
        }
        self.insert_blob(kind, id, hash, bytes)?;
        self.connection
            .prepare_cached("UPDATE documents SET rev = 1 WHERE id = ?1")?
            .execute([id.as_bytes()])?;
        Ok((id, 1))
    }

    /// Takes in bytes that the log holds. Returns whether they were new here.
    pub(in crate::store) fn take_blob(
        &mut self,
        kind: Kind,
        id: Uuid,
        hash: ChangeHash,
        bytes: &[u8],
    ) -> Result<bool, Error> {
        let known = self.document_row(id)?;
        if known.is_none() {
            self.insert_blob(kind, id, hash, bytes)?;
        }
        self.mark_sent(id, known.as_ref().map_or(0, |row| row.rev), &[hash])?;
        Ok(known.is_none())
    }

    /// Returns the bytes, if they have arrived.
    pub(in crate::store) fn blob(&self, kind: Kind, id: Uuid) -> Result<Option<Vec<u8>>, Error> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT c.bytes FROM documents d JOIN chunks c ON c.document = d.id
                 WHERE d.id = ?1 AND d.kind = ?2",
            )?
            .query_row(params![id.as_bytes(), kind as u8], |row| row.get(0))
            .optional()?)
    }

    /// Returns the bytes unless the log holds them.
    pub(in crate::store) fn unsent_blob(
        &self,
        id: Uuid,
        row: &DocumentRow,
    ) -> Result<Option<Vec<u8>>, Error> {
        match row.logged.is_empty() {
            true => self.blob(row.kind, id),
            false => Ok(None),
        }
    }

    pub(in crate::store) fn insert_blob(
        &mut self,
        kind: Kind,
        id: Uuid,
        hash: ChangeHash,
        bytes: &[u8],
    ) -> Result<(), Error> {
        self.insert_document(kind, id, bytes, &[hash], &[])
    }
}
