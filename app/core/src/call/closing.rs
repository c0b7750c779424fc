//! Closing a case, and reopening it.

use serde::{Deserialize, Serialize};

use crate::CaseId;
use crate::view::Outcome;

/// Closes a case with a sentence, which stands in its timeline. An encounter reopens it by itself, also
/// one that was logged on another phone that did not know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CloseCase {
    /// Which case.
    pub case: CaseId,
    /// Why: the only mandatory field.
    pub text: String,
    /// What came of it.
    pub outcome: Option<Outcome>,
}

/// Reopens a closed case; nothing changes when it is not closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReopenCase {
    /// Which case.
    pub case: CaseId,
}
