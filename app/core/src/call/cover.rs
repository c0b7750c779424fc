//! Who goes ahead and who fills in; how long a case runs.

use serde::{Deserialize, Serialize};

use crate::CaseId;

/// Who fills in goes ahead, and the other way round. Nothing changes when nobody fills in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SwapLead {
    /// Which case.
    pub case: CaseId,
}

/// The weeks are over and it goes on: nobody asks for the next four weeks, on any phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuietWeeks {
    /// Which case.
    pub case: CaseId,
}
