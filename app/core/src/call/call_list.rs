//! The team's escalation line (opschalen).

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::{CallListId, CaseId};

/// Whom to call, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCallList;

/// Adds somebody at the end, or rewrites a line. Also before there is a team: it goes along.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveCallLine {
    /// Which line; a new one, if none.
    pub id: Option<CallListId>,
    /// Name: the only mandatory field, unless there is a role.
    pub name: String,
    /// Function.
    pub role: String,
    /// Phone number, kept as typed.
    pub phone: String,
}

/// Takes somebody off the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemoveCallLine {
    /// Which line.
    pub id: CallListId,
}

/// Moves somebody one place. At the end of the list nothing changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MoveCallLine {
    /// Which line.
    pub id: CallListId,
    /// Towards the top, to be called earlier.
    pub up: bool,
}

/// Keeps in the timeline of a case that somebody higher up was called: one line, also when the button
/// is pressed more than once within a minute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LogEscalation {
    /// Which case.
    pub case: CaseId,
    /// The sentence, in the user's language.
    pub text: String,
}

impl Query for ReadCallList {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Team | Change::Sync | Change::Everything)
    }
}
