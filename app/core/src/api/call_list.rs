//! The team's escalation call list (opschalen).

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::{CallListId, CaseId};

/// Reads the people to call, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCallList;

/// Adds a line at the end, or rewrites one. Lines added before there is a team are shared once there is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveCallLine {
    /// The line to rewrite; `None` adds a new one.
    pub id: Option<CallListId>,
    /// Name. Mandatory unless a role is given.
    pub name: String,
    /// Role, such as alderman.
    pub role: String,
    /// Phone number, stored as typed.
    pub phone: String,
}

/// Removes a line from the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemoveCallLine {
    /// The line's id.
    pub id: CallListId,
}

/// Moves a line one place up or down. Does nothing at the end of the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MoveCallLine {
    /// The line's id.
    pub id: CallListId,
    /// Up, to be called earlier; otherwise down.
    pub up: bool,
}

/// Logs in the timeline of a case that somebody on the call list was called. Repeated presses within a
/// minute add one entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LogEscalation {
    /// The case.
    pub case: CaseId,
    /// The text of the entry, in the user's language.
    pub text: String,
}

impl Query for ReadCallList {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Team | Change::Sync | Change::Everything)
    }
}
