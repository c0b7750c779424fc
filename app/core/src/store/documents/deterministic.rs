//! Deterministic changes: byte for byte the same on every phone that makes them.

use automerge::ChangeHash;
use uuid::Uuid;

use crate::document::{Edit, Kind};
use crate::error::Error;
use crate::store::Store;

impl Store {
    /// Edits a document deterministically, on top of the heads `on` or, if none are given, the current
    /// ones; creates the document first if it does not exist. Returns the change's hash, or `None` if
    /// the edit changes nothing. `edit` is called twice and must have no other effects.
    pub(in crate::store) fn edit_deterministic(
        &mut self,
        (kind, id): (Kind, Uuid),
        on: Option<&[ChangeHash]>,
        edit: impl Fn(&mut Edit<'_, '_>) -> Result<(), Error>,
    ) -> Result<Option<ChangeHash>, Error> {
        self.begin_document(kind, id)?;
        let row = self.document_row(id)?.ok_or(Error::NotFound)?;
        if row.kind != kind {
            return Err(Error::NotFound);
        }
        let mut document = self.open_document(id)?;
        let mut added = document.upgrade(kind)?;
        let heads = match on {
            Some(heads) => heads.to_vec(),
            None => document.heads(),
        };
        let Some(change) = document.edit_deterministic(&heads, edit)? else {
            if added.is_empty() {
                self.keep_open(id, document);
            }
            return Ok(None);
        };
        added.extend_from_slice(&change.bytes);
        self.keep_change((kind, id), &row, document, &added, &change.touched)?;
        Ok(Some(change.hash))
    }
}
