//! Recovers the readable changes of a damaged document.

use automerge::{ActorId, Automerge, Change};

use super::judge::split_chunks;
use super::{Document, DocumentError, Kind};

/// Returns the changes in those chunks of a saved document that are still readable. Each chunk has a
/// checksum, so that what is returned is what was saved.
pub(crate) fn salvage(bytes: &[u8]) -> Vec<Change> {
    let mut changes = Vec::new();
    for chunk in split_chunks(bytes) {
        if let Ok(change) = Change::try_from(chunk) {
            changes.push(change);
        } else if let Ok(whole) = Automerge::load(chunk) {
            changes.extend(whole.get_changes(&[]));
        }
    }
    changes
}

impl Kind {
    /// Returns the kind of the document that these changes are of, if its first one is among them.
    pub(crate) fn of_changes(changes: &[Change]) -> Option<Self> {
        let begins = |kind: &Self| changes.iter().any(|change| kind.has_step(&change.hash()));
        Self::ALL.into_iter().find(begins)
    }
}

impl Document {
    /// Makes a document of those changes that depend on nothing else. Returns the others too.
    ///
    /// # Errors
    /// Errors of Automerge.
    pub(crate) fn of_changes(
        kind: Kind,
        changes: Vec<Change>,
        actor: &ActorId,
    ) -> Result<(Self, Vec<Change>), DocumentError> {
        let mut document = Self::first(kind, actor)?;
        let mut left = changes;
        left.retain(|change| !document.has(&change.hash()));
        loop {
            let here = |change: &Change| change.deps().iter().all(|hash| document.has(hash));
            let (ready, rest): (Vec<Change>, Vec<Change>) = left.into_iter().partition(here);
            left = rest;
            if ready.is_empty() {
                return Ok((document, left));
            }
            document.apply(ready)?;
        }
    }
}
