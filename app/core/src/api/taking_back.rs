//! Changing, moving and withdrawing what was recorded. Nothing is erased: a withdrawn entry is left out
//! of every list, count and export, and is shown on request.

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::model::{EntryRef, Who};
use crate::{CaseId, SignalId};

/// Moves an entry to another person. Concurrent edits go along. An encounter that is moved to a closed
/// case reopens it. A
/// signal is linked instead; an encounter moved to [`Who::Unknown`] becomes a signal. An interview that
/// is moved to a person is an encounter there, and moves back only to its own study.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) if the entry or the target does not exist, or if such an
/// entry cannot be moved there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MoveEntry {
    /// The entry.
    pub entry: EntryRef,
    /// To whom.
    pub to: Who,
}

/// Withdraws an entry. Withdrawing it again changes nothing. An expense is reversed: within its month, or
/// on the day on which it was recorded, it is gone from all lists; later, both lines stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WithdrawEntry {
    /// The entry.
    pub entry: EntryRef,
    /// The reason; may be empty.
    pub why: String,
}

/// Brings a withdrawn entry back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RestoreEntry {
    /// The entry.
    pub entry: EntryRef,
}

/// Unlinks a signal from a case. Without another case it returns to the inbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnlinkSignal {
    /// The signal.
    pub signal: SignalId,
    /// The case.
    pub case: CaseId,
}

/// Closes a case again that the latest entry reopened, repeating the text of its last closing.
/// Does nothing if it was never closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeepClosed {
    /// The case.
    pub case: CaseId,
}

/// Reads one entry, with how it came to be so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadEntry {
    /// The entry.
    pub entry: EntryRef,
}

/// Reads what was withdrawn from somebody's page or moved away from it, the last first;
/// [`Who::Unknown`] for withdrawn signals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadGone {
    /// Whose.
    pub who: Who,
}

fn shows_who(who: Who, change: &Change) -> bool {
    match (who, change) {
        (_, Change::Team | Change::Everything) | (Who::Unknown, Change::Signal(_)) => true,
        (Who::Case(_), Change::Signal(_)) => true,
        (Who::Case(case), Change::Case(changed)) => case == *changed,
        (Who::Contact(contact), Change::Contact(changed)) => contact == *changed,
        (Who::Study(study), Change::Study(changed)) => study == *changed,
        _ => false,
    }
}

impl Query for ReadEntry {
    fn shows(&self, change: &Change) -> bool {
        match self.entry {
            EntryRef::Encounter { who, .. } => shows_who(who, change),
            EntryRef::Commitment { case, .. } | EntryRef::Expense { case, .. } => {
                shows_who(Who::Case(case), change)
            }
        }
    }
}

impl Query for ReadGone {
    fn shows(&self, change: &Change) -> bool {
        shows_who(self.who, change)
    }
}
