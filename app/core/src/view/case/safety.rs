//! Safety facts: dangers to the worker.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::SafetyFactId;

/// Something that bears on the worker's safety.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SafetyFact {
    /// The fact's id.
    pub id: SafetyFactId,
    /// The fact, in one sentence.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// When it was written.
    pub at: DateTime<Utc>,
}

impl SafetyFact {
    /// Returns whether the fact comes from an imported list, and so has no author or time.
    pub fn from_list(&self) -> bool {
        self.at == DateTime::UNIX_EPOCH
    }
}

/// A safety fact that no longer holds. It is never deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndedFact {
    /// The fact.
    pub fact: SafetyFact,
    /// When it was ended.
    pub ended: DateTime<Utc>,
    /// Who ended it; empty if an older version of the app did not record that.
    pub ended_by: String,
}
