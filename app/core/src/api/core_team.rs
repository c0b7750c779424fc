//! The core team's agenda.

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::CaseId;
use crate::model::AgendaField;

/// Reads the core team's page: the next meeting, its agenda, and the latest decisions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCoreTeam;

/// Reads whether a case is on the agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadOnAgenda {
    /// The case.
    pub case: CaseId,
}

/// Puts a case on the agenda of the next meeting, or takes it off. Idempotent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetOnAgenda {
    /// The case.
    pub case: CaseId,
    /// Whether it is on the agenda.
    pub on: bool,
}

/// Sets a text of an agenda item. Texts written concurrently are replaced by this one.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) if the case is not on the agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WriteAgenda {
    /// The case.
    pub case: CaseId,
    /// The text to set.
    pub field: AgendaField,
    /// The complete text; may be empty.
    pub text: String,
}

/// Records what the core team decided. This takes the case off the agenda and adds the decision to its
/// timeline. Concurrent recordings of the same text merge into one; different texts are both kept.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) if the case is not on the agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecideAgenda {
    /// The case.
    pub case: CaseId,
    /// The decision, in one sentence.
    pub text: String,
}

impl Query for ReadCoreTeam {
    fn shows(&self, change: &Change) -> bool {
        matches!(
            change,
            Change::Case(_) | Change::Team | Change::Sync | Change::Everything
        )
    }
}

impl Query for ReadOnAgenda {
    fn shows(&self, change: &Change) -> bool {
        match change {
            Change::Case(case) => *case == self.case,
            _ => matches!(change, Change::Everything),
        }
    }
}
