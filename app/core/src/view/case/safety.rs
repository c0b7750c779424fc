//! What threatens the worker.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::SafetyFactId;

/// Something about the worker's safety.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SafetyFact {
    /// Which fact.
    pub id: SafetyFactId,
    /// The fact, one sentence.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl SafetyFact {
    /// It came with a list, so it has no author and no moment.
    pub fn from_list(&self) -> bool {
        self.at == DateTime::UNIX_EPOCH
    }
}

/// A safety fact that does not hold any more; it is never deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndedFact {
    /// The fact.
    pub fact: SafetyFact,
    /// Since when it does not hold.
    pub ended: DateTime<Utc>,
    /// Who said so; empty when an older app did not write it down.
    pub ended_by: String,
}
