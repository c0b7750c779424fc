//! What only people can settle: it is listed when the day is closed, and may be left.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Clash, LookAgainLine, PartyLine, SignalLine};
use crate::model::{CaseField, ContactField, EntryRef, StudyField, Who};
use crate::{CaseId, ContactId, StudyId};

/// A record that two people filled in differently.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClashLine {
    /// The record, with what is in conflict.
    pub of: Clashed,
    /// Its name.
    pub name: String,
    /// Whether a danger is recorded that still holds.
    pub danger: bool,
}

/// What is in conflict. Setting a value settles it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Clashed {
    /// A case.
    Case {
        /// The case.
        case: CaseId,
        /// Its fields.
        fields: Vec<Clash<CaseField>>,
        /// Organisations around it that one needs and another does not.
        parties: Vec<PartyLine>,
    },
    /// A contact.
    Contact {
        /// The contact.
        contact: ContactId,
        /// Its fields.
        fields: Vec<Clash<ContactField>>,
    },
    /// A study.
    Study {
        /// The study.
        study: StudyId,
        /// Its fields.
        fields: Vec<Clash<StudyField>>,
    },
}

impl Clashed {
    /// Returns the id of the record.
    pub fn id(&self) -> Uuid {
        match self {
            Self::Case { case, .. } => case.0,
            Self::Contact { contact, .. } => contact.0,
            Self::Study { study, .. } => study.0,
        }
    }
}

/// An entry that two people moved to different pages at the same time. Moving it to any of them settles
/// it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MovedTwice {
    /// The entry.
    pub entry: EntryRef,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What was written.
    pub text: String,
    /// The pages it was moved to, the one on which it is shown first.
    pub to: Vec<MovedTo>,
}

/// A page that an entry was moved to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MovedTo {
    /// Whose.
    pub who: Who,
    /// Their name.
    pub name: String,
    /// Whether a danger is recorded that still holds.
    pub danger: bool,
}

/// What only people can settle.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ToSettle {
    /// Records in conflict (at most twenty).
    pub clashes: Vec<ClashLine>,
    /// Entries that two people moved to different pages.
    pub moves: Vec<MovedTwice>,
    /// Signals of today that are still without a person.
    pub signals: Vec<SignalLine>,
    /// Decisions due for review today or earlier.
    pub look_again: Vec<LookAgainLine>,
}
