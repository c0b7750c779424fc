//! The escalation call list (opschalen).

use serde::{Deserialize, Serialize};

use crate::CallListId;
use crate::model::SyncMark;

/// The team's escalation call list, in the order in which to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallList {
    /// The lines.
    pub lines: Vec<CallListLine>,
    /// [`SyncMark::OnlyHere`] while any team setting is stored on this phone only.
    pub mark: SyncMark,
}

/// A person to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallListLine {
    /// The line's id.
    pub id: CallListId,
    /// Name.
    pub name: String,
    /// Role, such as "wethouder"; may be empty.
    pub role: String,
    /// Phone number as typed; may be empty.
    pub phone: String,
}
