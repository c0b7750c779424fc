//! A case that is joined into another one of the same person: one scalar at the root says into which.
//!
//! Both documents stay as they are, so that joining and taking apart merge with whatever else is done to
//! them. Which case stands for all is read from the scalars of all cases, the same on every phone.

use automerge::ROOT;

use super::fate::{Moved, moved_to, who_word};
use super::{Document, DocumentError, Edit};
use crate::CaseId;
use crate::model::Who;

const JOINED: &str = "joined_to";

impl Edit<'_, '_> {
    /// Joins the case into another; `None` takes them apart.
    pub(crate) fn join_case(&mut self, into: Option<CaseId>) -> Result<(), DocumentError> {
        let word = into.map_or_else(String::new, |into| who_word(Who::Case(into)));
        self.set(JOINED, word.as_str())
    }
}

impl Document {
    /// Returns the case that this one is joined into, as far as it says itself. Of concurrent ones the
    /// one that Automerge shows counts.
    pub(crate) fn joined_to(&self) -> Option<(CaseId, Moved)> {
        let value = self.values_at(&ROOT, JOINED).into_iter().next()?;
        let to = moved_to(&value.value)?;
        let Who::Case(case) = to else { return None };
        let (actor, at) = (value.actor, value.at);
        Some((case, Moved { to, actor, at }))
    }
}
