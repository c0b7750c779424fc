//! Closing and reopening cases.

use serde::{Deserialize, Serialize};

use crate::CaseId;
use crate::model::Outcome;

/// Closes a case with a sentence that shows in its timeline. A later encounter reopens the case
/// automatically, even when logged on a phone that did not know of the closing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CloseCase {
    /// The case.
    pub case: CaseId,
    /// The reason: the only mandatory field.
    pub text: String,
    /// The outcome, if one was chosen.
    pub outcome: Option<Outcome>,
}

/// Reopens a closed case. Does nothing if it is not closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReopenCase {
    /// The case.
    pub case: CaseId,
}
