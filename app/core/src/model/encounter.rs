//! Encounters and signals.

use serde::{Deserialize, Serialize};

use super::words;
use crate::{CaseId, CommitmentId, ContactId, EncounterId, ExpenseId, StudyId};

/// The way in which an encounter took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Channel {
    /// On the street.
    #[default]
    Street,
    /// At somebody's home.
    Home,
    /// By telephone.
    Phone,
    /// By message.
    Message,
    /// In a meeting about somebody.
    Meeting,
}

impl Channel {
    /// All channels, in the order of the chips.
    pub const ALL: [Self; 5] = [
        Self::Street,
        Self::Home,
        Self::Phone,
        Self::Message,
        Self::Meeting,
    ];
}

words!(Channel {
    Street = "street",
    Home = "home",
    Phone = "phone",
    Message = "message",
    Meeting = "meeting",
} else Meeting);

/// Whom an encounter was with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Who {
    /// Not known yet: the encounter becomes a signal.
    #[default]
    Unknown,
    /// The person a case is about.
    Case(CaseId),
    /// A contact in the neighbourhood.
    Contact(ContactId),
    /// A respondent of a neighbourhood study: the encounter becomes an interview.
    Study(StudyId),
}

/// An entry that can be changed, moved to somebody else, and withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EntryRef {
    /// An encounter, an interview of a study, or a signal ([`Who::Unknown`]).
    Encounter {
        /// Under whom it is shown, or was written.
        who: Who,
        /// Its id.
        id: EncounterId,
    },
    /// A promise.
    Commitment {
        /// The case under which it is shown, or was written.
        case: CaseId,
        /// Its id.
        id: CommitmentId,
    },
    /// An expense.
    Expense {
        /// The case under which it is shown, or was written.
        case: CaseId,
        /// The id of the expense, or of the amount that stands.
        id: ExpenseId,
    },
}

/// The state of a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum SignalState {
    /// In the inbox.
    #[default]
    Open,
    /// Linked to a case, and shown in its timeline.
    Linked,
    /// Resting, out of the inbox.
    Resting,
}
