//! The drafts of the capture sheet, which only this phone has.

use super::Store;
use super::meta::key;
use crate::api::Draft;
use crate::{EncounterId, Error};

/// Returns the drafts, the last stored first.
pub(super) fn all(store: &Store) -> Result<Vec<Draft>, Error> {
    if let Some(drafts) = store.meta_json(key::DRAFTS)? {
        return Ok(drafts);
    }
    // Earlier versions had one.
    Ok(store.meta_json(key::DRAFT)?.into_iter().collect())
}

/// Stores a draft in place of the one with its id, or drops that when nothing is written.
pub(super) fn save(store: &Store, draft: Draft) -> Result<(), Error> {
    let mut drafts = all(store)?;
    drafts.retain(|other| other.id != draft.id);
    if draft.is_written() {
        drafts.insert(0, draft);
    }
    keep(store, &drafts)
}

/// Drops the draft of an encounter that was logged.
pub(super) fn drop(store: &Store, id: EncounterId) -> Result<(), Error> {
    let mut drafts = all(store)?;
    let before = drafts.len();
    drafts.retain(|draft| draft.id != id);
    if drafts.len() == before {
        return Ok(());
    }
    keep(store, &drafts)
}

fn keep(store: &Store, drafts: &[Draft]) -> Result<(), Error> {
    store.clear_meta(key::DRAFT)?;
    match drafts {
        [] => store.clear_meta(key::DRAFTS),
        drafts => store.set_meta_json(key::DRAFTS, &drafts),
    }
}
