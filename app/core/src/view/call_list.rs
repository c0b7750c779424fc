//! Whom to call when it goes above the team's head (opschalen).

use serde::{Deserialize, Serialize};

use super::SyncMark;
use crate::CallListId;

/// The team's escalation line, whom to call first on top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallList {
    /// The lines.
    pub lines: Vec<CallListLine>,
    /// [`SyncMark::OnlyHere`] while something the team agreed on is only on this phone.
    pub mark: SyncMark,
}

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallListLine {
    /// Which line.
    pub id: CallListId,
    /// Name.
    pub name: String,
    /// Function: "wethouder"; may be empty.
    pub role: String,
    /// Phone number as typed; may be empty.
    pub phone: String,
}
