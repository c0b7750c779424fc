//! Documents that were taken back. Nothing of them is erased; they are shown nowhere for as long as
//! nobody does anything with them.
//!
//! A number at the root says so, and only while the change that wrote it is the newest there is: any
//! edit after it, or beside it by somebody who did not know, brings the document back. So nobody's work
//! ever disappears, in whatever order phones meet.

use automerge::{ChangeHash, ROOT, ReadDoc};

use super::{Document, DocumentError, Edit};

const KEY: &str = "withdrawn";

impl Edit<'_, '_> {
    /// Takes the document back.
    pub(crate) fn withdraw(&mut self) -> Result<(), DocumentError> {
        let present = self.transaction.get_all(ROOT, KEY)?;
        let numbers = present.iter().filter_map(|(value, _)| value.as_i64());
        // Always another than before, so that it is written each time.
        let next = numbers.max().unwrap_or(0).max(0).saturating_add(1);
        self.set(KEY, next)
    }

    /// Says that it is there again. Nothing is written when it was never taken back.
    pub(crate) fn bring_back(&mut self) -> Result<(), DocumentError> {
        match self.transaction.get(ROOT, KEY)? {
            Some(_) => self.set(KEY, 0_i64),
            None => Ok(()),
        }
    }
}

impl Document {
    /// It was taken back, and nobody did anything with it since or meanwhile.
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
