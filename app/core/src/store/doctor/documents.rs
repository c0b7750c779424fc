//! One document: its chunks load, their heads are the recorded ones, its rows follow from it.

use automerge::ChangeHash;
use rusqlite::OptionalExtension;
use uuid::Uuid;

use crate::Error;
use crate::document::Document;
use crate::store::Store;
use crate::store::documents::{DocumentRow, blob_name};

/// What was wrong with a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Checked {
    /// The recorded metadata of its changes.
    pub(super) changed: bool,
    /// Its rows.
    pub(super) projected: bool,
    /// Changes are missing that the team's log holds.
    pub(super) asks_team: bool,
}

impl Store {
    /// Returns the document with the next id, or the first one.
    pub(super) fn document_after(&self, last: Option<Uuid>) -> Result<Option<Uuid>, Error> {
        let last = last.map_or(Vec::new(), |id| id.as_bytes().to_vec());
        let next: Option<[u8; 16]> = self
            .connection
            .prepare_cached("SELECT id FROM documents WHERE id > ?1 ORDER BY id LIMIT 1")?
            .query_row([last], |row| row.get(0))
            .optional()?;
        Ok(next.map(Uuid::from_bytes))
    }

    /// Checks a document and repairs what is recorded of it.
    ///
    /// # Errors
    /// [`Error::FileDamaged`] if its chunks do not load.
    pub(super) fn check_document(&mut self, id: Uuid) -> Result<Checked, Error> {
        let row = self.document_row(id)?.ok_or(Error::NotFound)?;
        if row.kind.is_blob() {
            let bytes = self.blob(row.kind, id)?.ok_or(Error::FileDamaged)?;
            let (name, hash) = blob_name(&bytes);
            return match name == id && row.heads == [hash] {
                true => Ok(Checked::default()),
                false => Err(Error::FileDamaged),
            };
        }
        let document = self.stored_document(id)?;
        let mut checked = self.check_heads(id, &row, &document)?;
        checked.projected = self.check_rows(row.kind, id, &document)?;
        Ok(checked)
    }

    /// Loads a document from its chunks, bypassing the cache.
    fn stored_document(&mut self, id: Uuid) -> Result<Document, Error> {
        let cached = self.open.take(id);
        let stored = self.open_document(id);
        if let Some(cached) = cached {
            self.open.put(id, cached);
        }
        stored.map_err(|error| match error {
            Error::Internal(error) => {
                tracing::error!("document {id} does not load: {error}");
                Error::FileDamaged
            }
            other => other,
        })
    }

    fn check_heads(
        &mut self,
        id: Uuid,
        row: &DocumentRow,
        document: &Document,
    ) -> Result<Checked, Error> {
        let heads = document.heads();
        let gone = |hashes: &[ChangeHash]| hashes.iter().any(|hash| !document.has(hash));
        let (wrong, missing) = (heads != row.heads, gone(&row.logged) || gone(&row.heads));
        if !wrong && !missing {
            return Ok(Checked::default());
        }
        tracing::warn!("document {id} has other changes than was recorded");
        self.atomically(|store| {
            store.open.take(id);
            store.set_heads(id, &row.heads, &heads)
        })?;
        Ok(Checked {
            changed: true,
            // What is recorded as logged may be wrong too.
            asks_team: true,
            ..Checked::default()
        })
    }
}
