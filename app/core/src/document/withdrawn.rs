//! Withdrawn documents. They are hidden but not erased, until someone edits them again.
//!
//! A number at the root marks the withdrawal. It counts only while the change that wrote it is at the
//! head: any later or concurrent edit restores the document. No work is lost, in whatever order phones
//! sync.

use automerge::{ChangeHash, ROOT, ReadDoc};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entry::{id_text, moment};
use super::{Document, DocumentError, Edit};

const KEY: &str = "withdrawn";
const REMOVED_BY: &str = "removed_by";
const REMOVED_AT: &str = "removed_at";

impl Edit<'_, '_> {
    /// Withdraws the document.
    pub(crate) fn withdraw(&mut self) -> Result<(), DocumentError> {
        let present = self.transaction.get_all(ROOT, KEY)?;
        let numbers = present.iter().filter_map(|(value, _)| value.as_i64());
        // Must differ from the current value, so that each withdrawal is written.
        let next = numbers.max().unwrap_or(0).max(0).saturating_add(1);
        self.set(KEY, next)
    }

    /// Notes who removes the document: not so when it goes with an import.
    pub(crate) fn note_removal(
        &mut self,
        by: Uuid,
        at: DateTime<Utc>,
    ) -> Result<(), DocumentError> {
        self.set(REMOVED_BY, id_text(by).as_str())?;
        self.set(REMOVED_AT, moment(at))
    }

    /// Restores a withdrawn document. A no-op if it was never withdrawn.
    pub(crate) fn bring_back(&mut self) -> Result<(), DocumentError> {
        match self.transaction.get(ROOT, KEY)? {
            Some(_) => self.set(KEY, 0_i64),
            None => Ok(()),
        }
    }
}

impl Document {
    /// Returns who removed the document, and when.
    pub(crate) fn removed(&self) -> Option<(Uuid, DateTime<Utc>)> {
        let by = Uuid::parse_str(&self.str(REMOVED_BY)).ok()?;
        Some((by, self.placed(&ROOT, REMOVED_AT)?))
    }

    /// Returns whether the document was withdrawn and has no later or concurrent edits.
    pub(crate) fn is_withdrawn(&self) -> bool {
        let reader = self.reader();
        let all = reader.get_all(ROOT, KEY).unwrap_or_default();
        if all.is_empty() {
            return false;
        }
        let by: Vec<ChangeHash> = all
            .iter()
            .filter(|(value, _)| value.as_i64().is_some_and(|number| number > 0))
            .filter_map(|(_, op)| self.0.hash_for_opid(op))
            .collect();
        self.0.get_heads().iter().all(|head| by.contains(head))
    }
}
