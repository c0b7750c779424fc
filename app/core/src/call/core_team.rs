//! The core team's agenda.

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::CaseId;
use crate::view::AgendaField;

/// The core team's page: the next meeting, what is on its agenda, what was decided last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCoreTeam;

/// Whether a case is on the agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadOnAgenda {
    /// Which case.
    pub case: CaseId,
}

/// Puts a case on the agenda of the next meeting, or takes it off. On twice is on once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetOnAgenda {
    /// Which case.
    pub case: CaseId,
    /// On or off.
    pub on: bool,
}

/// Writes a text of an item; what two wrote at once becomes this one text.
/// [`Error::NotFound`](crate::Error::NotFound) when the case is not on the agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WriteAgenda {
    /// Which case.
    pub case: CaseId,
    /// Which text.
    pub field: AgendaField,
    /// The whole text; may be empty.
    pub text: String,
}

/// Writes down what the core team decided: it takes the case off the agenda and stands in the case's
/// timeline. Two phones that write down the same make one line of it, two that differ make two.
/// [`Error::NotFound`](crate::Error::NotFound) when the case is not on the agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecideAgenda {
    /// Which case.
    pub case: CaseId,
    /// The decision, one sentence.
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
