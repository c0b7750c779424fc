//! Documents in the store: loaded on demand, edited in place, saved as appended chunks.

mod blob;
mod compact;
mod deterministic;
mod remote;
mod restore;
mod team;

pub(super) use blob::name_of as blob_name;
pub(super) use remote::DocumentOrStoreError;
use remote::judged;
pub(super) use restore::Restored;

use automerge::ChangeHash;
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::Store;
use crate::document::{Document, DocumentError, Edit, Kind, Touched};
use crate::error::Error;

/// Number of appended chunks after which a document is compacted.
const CHANGES_BEFORE_SAVING: i64 = 200;

impl From<DocumentError> for Error {
    /// A document that fails to load or edit is an internal error, not a storage failure.
    fn from(error: DocumentError) -> Self {
        Self::Internal(error.to_string())
    }
}

/// The columns of a document that can be read without loading it.
#[derive(Debug, Clone)]
pub(super) struct DocumentRow {
    pub(super) kind: Kind,
    pub(super) heads: Vec<ChangeHash>,
    pub(super) logged: Vec<ChangeHash>,
    pub(super) rev: i64,
}

/// Where a change comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// Made on this phone; holds the document's new rev.
    Local(i64),
    /// Made on another device; holds the generation it arrived in if it is to be shown as new.
    Remote(Option<i64>),
}

impl Store {
    /// Returns the row of a document, if it exists.
    pub(super) fn document_row(&self, id: Uuid) -> Result<Option<DocumentRow>, Error> {
        let row = self
            .connection
            .prepare_cached("SELECT kind, heads, logged, rev FROM documents WHERE id = ?1")?
            .query_row([id.as_bytes()], |row| {
                Ok((
                    row.get::<_, u8>(0)?,
                    row.get::<_, Vec<u8>>(1)?,
                    row.get::<_, Vec<u8>>(2)?,
                    row.get(3)?,
                ))
            })
            .optional()?;
        let Some((kind, heads, logged, rev)) = row else {
            return Ok(None);
        };
        Ok(Some(DocumentRow {
            kind: Kind::from_number(kind)
                .ok_or_else(|| Error::Storage(format!("document kind {kind}")))?,
            heads: heads_from_bytes(&heads),
            logged: heads_from_bytes(&logged),
            rev,
        }))
    }

    /// Edits an existing document at the current time.
    pub(super) fn edit<T>(
        &mut self,
        kind: Kind,
        id: Uuid,
        edit: impl FnOnce(&mut Edit<'_, '_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.edit_at(kind, id, self.environment.now(), edit)
    }

    /// Edits an existing document at the time `at`.
    pub(super) fn edit_at<T>(
        &mut self,
        kind: Kind,
        id: Uuid,
        at: DateTime<Utc>,
        edit: impl FnOnce(&mut Edit<'_, '_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let row = self.document_row(id)?.ok_or(Error::NotFound)?;
        if row.kind != kind {
            return Err(Error::NotFound);
        }
        let mut document = self.open_document(id)?;
        let mut added = document.upgrade(kind)?;
        let (made, change) = document.edit(at, edit)?;
        match change {
            Some(change) => {
                added.extend_from_slice(&change.bytes);
                self.keep_change((kind, id), &row, document, &added, &change.touched)?;
            }
            // An upgrade without an edit is neither saved nor sent.
            None if !added.is_empty() => {}
            None => self.open.put(id, document),
        }
        Ok(made)
    }

    /// Saves a change made on this phone: chunk, heads, digest, rev and projections.
    pub(super) fn keep_change(
        &mut self,
        (kind, id): (Kind, Uuid),
        before: &DocumentRow,
        document: Document,
        added: &[u8],
        touched: &Touched,
    ) -> Result<(), Error> {
        let rev = before.rev + 1;
        self.append_chunk(id, added)?;
        let heads = document.heads();
        self.move_digest(id, &before.heads, &heads)?;
        self.connection
            .prepare_cached("UPDATE documents SET heads = ?2, rev = ?3 WHERE id = ?1")?
            .execute(params![id.as_bytes(), heads_to_bytes(&heads), rev])?;
        self.project(kind, id, &document, touched, Origin::Local(rev))?;
        self.open.put(id, document);
        Ok(())
    }

    /// Edits a document, creating it first if it does not exist.
    pub(super) fn edit_or_create<T>(
        &mut self,
        kind: Kind,
        id: Uuid,
        edit: impl FnOnce(&mut Edit<'_, '_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.begin_document(kind, id)?;
        self.edit(kind, id, edit)
    }

    /// Creates an empty document if it does not exist.
    fn begin_document(&mut self, kind: Kind, id: Uuid) -> Result<(), Error> {
        if self.document_row(id)?.is_none() {
            let document = Document::new(kind, &self.actor)?;
            self.insert_document(kind, id, &kind.genesis(), &document.heads(), &[])?;
            self.open.put(id, document);
        }
        Ok(())
    }

    /// Takes a document out of the cache or loads it; return it with [`OpenDocuments::put`] or drop it.
    pub(super) fn open_document(&mut self, id: Uuid) -> Result<Document, Error> {
        if let Some(document) = self.open.take(id) {
            return Ok(document);
        }
        let mut statement = self
            .connection
            .prepare_cached("SELECT bytes FROM chunks WHERE document = ?1 ORDER BY n")?;
        let mut bytes = Vec::new();
        let mut rows = statement.query([id.as_bytes()])?;
        while let Some(row) = rows.next()? {
            bytes.extend_from_slice(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
        }
        Ok(Document::load(&bytes, &self.actor)?)
    }

    /// Returns a document to the cache.
    pub(super) fn keep_open(&mut self, id: Uuid, document: Document) {
        self.open.put(id, document);
    }

    /// Inserts a complete new document as this phone's own work.
    pub(super) fn insert_written(
        &mut self,
        kind: Kind,
        id: Uuid,
        document: &Document,
        touched: &Touched,
    ) -> Result<(), Error> {
        self.insert_document(kind, id, &document.save(), &document.heads(), &[])?;
        self.connection
            .prepare_cached("UPDATE documents SET rev = 1 WHERE id = ?1")?
            .execute([id.as_bytes()])?;
        self.project(kind, id, document, touched, Origin::Local(1))
    }

    /// Inserts the rows of a new document; `logged` are its heads that the team's log holds.
    pub(super) fn insert_document(
        &mut self,
        kind: Kind,
        id: Uuid,
        bytes: &[u8],
        heads: &[ChangeHash],
        logged: &[ChangeHash],
    ) -> Result<(), Error> {
        self.move_digest(id, &[], heads)?;
        self.connection
            .prepare_cached(
                "INSERT INTO documents (id, kind, heads, logged, rev, acked)
                 VALUES (?1, ?2, ?3, ?4, 0, 0)",
            )?
            .execute(params![
                id.as_bytes(),
                kind as u8,
                heads_to_bytes(heads),
                heads_to_bytes(logged),
            ])?;
        self.connection
            .prepare_cached("INSERT INTO chunks (document, n, bytes) VALUES (?1, 0, ?2)")?
            .execute(params![id.as_bytes(), bytes])?;
        Ok(())
    }

    fn append_chunk(&mut self, id: Uuid, bytes: &[u8]) -> Result<(), Error> {
        // Two statements instead of one upsert with a result: see `project_encounter`.
        let n: i64 = self
            .connection
            .prepare_cached("SELECT max(n) + 1 FROM chunks WHERE document = ?1")?
            .query_row([id.as_bytes()], |row| row.get(0))?;
        self.connection
            .prepare_cached("INSERT INTO chunks (document, n, bytes) VALUES (?1, ?2, ?3)")?
            .execute(params![id.as_bytes(), n, bytes])?;
        if n >= CHANGES_BEFORE_SAVING {
            self.to_save.insert(id);
        }
        Ok(())
    }

    pub(super) fn set_heads(
        &mut self,
        id: Uuid,
        before: &[ChangeHash],
        after: &[ChangeHash],
    ) -> Result<(), Error> {
        self.move_digest(id, before, after)?;
        self.connection
            .prepare_cached("UPDATE documents SET heads = ?2 WHERE id = ?1")?
            .execute(params![id.as_bytes(), heads_to_bytes(after)])?;
        Ok(())
    }
}

/// Encodes heads for a column: 32 bytes each, in the given (sorted) order.
pub(super) fn heads_to_bytes(heads: &[ChangeHash]) -> Vec<u8> {
    heads.iter().flat_map(|hash| hash.0).collect()
}

/// Decodes heads from a column.
pub(super) fn heads_from_bytes(bytes: &[u8]) -> Vec<ChangeHash> {
    bytes
        .as_chunks::<32>()
        .0
        .iter()
        .map(|hash| ChangeHash(*hash))
        .collect()
}
