//! Putting documents and changes from elsewhere than the team's log into the store, as this phone's own
//! work: from a file, or from a damaged store.

use automerge::Automerge;
use uuid::Uuid;

use super::judged;
use crate::document::{Document, Kind};
use crate::error::Error;
use crate::store::Store;
use crate::store::payload::PackedChange;

/// What became of a document or of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Restored {
    /// There was something new in it.
    Added,
    /// All of it was here.
    Known,
    /// It does not fit.
    Unreadable,
}

impl Store {
    /// Adds a complete document, or what is missing of it.
    pub(in crate::store) fn restore_whole(
        &mut self,
        (kind, id): (Kind, Uuid),
        whole: Automerge,
    ) -> Result<Restored, Error> {
        let changes = whole.get_changes(&[]);
        let changes: Vec<PackedChange> = changes.iter().map(PackedChange::from).collect();
        let Ok(document) = Document::from_whole(kind, whole, &self.actor) else {
            return Ok(Restored::Unreadable);
        };
        if self.document_row(id)?.is_some() {
            return self.restore_changes((kind, id), &changes);
        }
        if document.check_that_it_loads_again(&self.actor).is_err() {
            return Ok(Restored::Unreadable);
        }
        let touched = document.all();
        self.insert_written(kind, id, &document, &touched)?;
        Ok(Restored::Added)
    }

    /// Applies the missing changes to an existing document. They may have been crafted just as a
    /// record's can, so they pass the same judge.
    pub(in crate::store) fn restore_changes(
        &mut self,
        (kind, id): (Kind, Uuid),
        changes: &[PackedChange],
    ) -> Result<Restored, Error> {
        let Some(row) = self.document_row(id)?.filter(|row| row.kind == kind) else {
            return Ok(Restored::Unreadable);
        };
        let mut document = self.open_document(id)?;
        let Ok(fresh) = judged(kind, &document, changes) else {
            self.keep_open(id, document);
            return Ok(Restored::Unreadable);
        };
        if fresh.is_empty() {
            self.keep_open(id, document);
            return Ok(Restored::Known);
        }
        let bytes: Vec<u8> = fresh.iter().flat_map(|c| c.raw_bytes().to_vec()).collect();
        // A failed application leaves the document unusable, so it is not put back into the cache.
        let Ok(touched) = document.apply(fresh) else {
            return Ok(Restored::Unreadable);
        };
        if document.check_that_it_loads_again(&self.actor).is_err() {
            return Ok(Restored::Unreadable);
        }
        self.keep_change((kind, id), &row, document, &bytes, &touched)?;
        Ok(Restored::Added)
    }
}
