//! Commands about promises.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::{CaseId, CommitmentId};

/// Adds a promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddCommitment {
    /// Which case.
    pub case: CaseId,
    /// What.
    pub text: String,
    /// Who; may be empty.
    pub who: String,
    /// By which day.
    pub due: Option<NaiveDate>,
    /// At what time.
    pub time: Option<NaiveTime>,
}

/// Rewrites a promise. Only what is new is written: a tick, or another field that somebody else rewrote
/// meanwhile, stands beside it. Where two rewrote its text at once, both texts stand in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditCommitment {
    /// Which case.
    pub case: CaseId,
    /// Which promise.
    pub id: CommitmentId,
    /// What.
    pub text: String,
    /// Who; may be empty.
    pub who: String,
    /// By which day.
    pub due: Option<NaiveDate>,
    /// At what time.
    pub time: Option<NaiveTime>,
}

/// Ticks a promise off, or on again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TickCommitment {
    /// Which case.
    pub case: CaseId,
    /// Which promise.
    pub id: CommitmentId,
    /// Kept or not.
    pub done: bool,
}
