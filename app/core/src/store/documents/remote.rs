//! Applying other devices' changes to documents.

use automerge::{Automerge, Change as AutomergeChange, ChangeHash};
use uuid::Uuid;

use super::{DocumentRow, Origin};
use crate::document::{Document, DocumentError, Judge, Kind, Touched, Unfit, read_change};
use crate::error::Error;
use crate::store::Store;
use crate::store::meta::key;
use crate::store::payload::PackedChange;

impl Store {
    /// Applies another device's changes to a document. Returns what they touched; nothing if all
    /// changes were known.
    pub(in crate::store) fn apply(
        &mut self,
        kind: Kind,
        id: Uuid,
        changes: Vec<PackedChange>,
        arrived: Option<i64>,
    ) -> Result<Touched, DocumentOrStoreError> {
        let row = self.document_row(id)?;
        if row.as_ref().is_some_and(|row| row.kind != kind) {
            return Err(DocumentError::Shape("kind").into());
        }
        let mut document = match row {
            Some(_) => self.open_document(id)?,
            None => Document::first(kind, &self.actor)?,
        };
        let mut replayed = false;
        let fresh = loop {
            match (judged(kind, &document, &changes), &row) {
                (Err(DocumentError::Unfit(Unfit::Counter)), Some(row)) => {
                    let Some(lost) = lost_to(&changes, &document, row) else {
                        return Err(DocumentError::from(Unfit::Counter).into());
                    };
                    tracing::warn!(
                        "document {id} was also changed by a copy of its author's phone"
                    );
                    document = document.replay(lost, &self.actor)?;
                    replayed = true;
                }
                (fresh, _) => break fresh?,
            }
        };
        if fresh.is_empty() && row.is_some() {
            self.open.put(id, document);
            return Ok(Touched::default());
        }
        if fresh.iter().any(|change| *change.actor_id() == self.actor) {
            self.set_meta(key::ACTOR_TAKEN, true)?;
        }
        let bytes: Vec<u8> = fresh.iter().flat_map(|c| c.raw_bytes().to_vec()).collect();
        // A failed application leaves the document unusable, so it is not put back into the cache.
        let mut touched = document.apply(fresh)?;
        document.check_that_it_loads_again(&self.actor)?;
        match &row {
            Some(row) if replayed => {
                self.replace_replayed(id, row, &document)?;
                touched.merge(document.all_touched());
            }
            Some(row) => {
                self.append_chunk(id, &bytes)?;
                self.set_heads(id, &row.heads, &document.heads())?;
            }
            None => self.insert_document(kind, id, &document.save(), &document.heads(), &[])?,
        }
        self.project(kind, id, &document, &touched, Origin::Remote(arrived))?;
        self.open.put(id, document);
        Ok(touched)
    }

    /// Takes in a complete document that is not in the store yet.
    pub(in crate::store) fn adopt(
        &mut self,
        kind: Kind,
        id: Uuid,
        whole: Automerge,
        bytes: &[u8],
        arrived: Option<i64>,
    ) -> Result<(), DocumentOrStoreError> {
        let document = Document::from_whole(kind, whole, &self.actor)?;
        // The log holds all of it. Compressing while a new phone joins costs more than encrypting the
        // plain bytes; compaction compresses them later.
        let heads = document.heads();
        let saved = document.save_plain();
        if saved != bytes {
            // Equal bytes have just been loaded.
            document.check_that_it_loads_again(&self.actor)?;
        }
        self.insert_document(kind, id, &saved, &heads, &heads)?;
        let origin = Origin::Remote(arrived);
        self.project(kind, id, &document, &document.all(), origin)?;
        self.open.put(id, document);
        Ok(())
    }
}

/// Returns the first change of the document that lost its number to one of the given changes: the team's
/// log holds those, and not yet the document's.
fn lost_to(changes: &[PackedChange], document: &Document, row: &DocumentRow) -> Option<ChangeHash> {
    let unlogged = document.changes_since(&row.logged);
    let fresh = changes.iter().filter(|change| !document.has(&change.hash));
    let mut rivals = fresh.filter_map(|change| document.rival_of(change.hash, &change.chunk));
    rivals.find(|rival| unlogged.iter().any(|change| change.hash() == *rival))
}

/// Returns the changes that the document lacks, each judged before Automerge parses it.
pub(super) fn judged(
    kind: Kind,
    document: &Document,
    changes: &[PackedChange],
) -> Result<Vec<AutomergeChange>, DocumentError> {
    let fresh: Vec<&PackedChange> = changes
        .iter()
        .filter(|change| !document.has(&change.hash))
        .collect();
    if fresh.is_empty() {
        return Ok(Vec::new());
    }
    let mut judge = Judge::of(kind, document);
    for change in &fresh {
        if !judge.knows(&change.hash) {
            judge.judge(read_change(change.hash, &change.chunk)?)?;
        }
    }
    fresh
        .iter()
        .map(
            |change| Ok(AutomergeChange::try_from(&change.chunk[..]).map_err(|_| Unfit::Encoding)?),
        )
        .collect()
}

/// An error of applying another device's changes: theirs or our store's.
#[derive(Debug, thiserror::Error)]
pub(in crate::store) enum DocumentOrStoreError {
    /// The changes are invalid.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<rusqlite::Error> for DocumentOrStoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}
