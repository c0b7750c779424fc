//! The lead, the cover, and the weeks of a case.

use serde::{Deserialize, Serialize};

use crate::CaseId;

/// Swaps the lead and the cover. Does nothing if the case has no cover.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SwapLead {
    /// The case.
    pub case: CaseId,
}

/// Silences the reminder that a case has passed its number of weeks, for four weeks on every phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SnoozeReview {
    /// The case.
    pub case: CaseId,
}
