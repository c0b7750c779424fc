//! Requests on promises.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::{CaseId, CommitmentId};

/// Adds a promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddCommitment {
    /// The case.
    pub case: CaseId,
    /// What was promised.
    pub text: String,
    /// Who promised; may be empty.
    pub who: String,
    /// The day it is due.
    pub due: Option<NaiveDate>,
    /// The time of that day.
    pub time: Option<NaiveTime>,
}

/// Edits a promise. Only changed fields are written, so that a concurrent tick or change of another
/// field survives. Concurrent edits of the text leave both texts in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditCommitment {
    /// The case.
    pub case: CaseId,
    /// The promise's id.
    pub id: CommitmentId,
    /// What was promised.
    pub text: String,
    /// Who promised; may be empty.
    pub who: String,
    /// The day it is due.
    pub due: Option<NaiveDate>,
    /// The time of that day.
    pub time: Option<NaiveTime>,
}

/// Marks a promise as kept, or as not kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TickCommitment {
    /// The case.
    pub case: CaseId,
    /// The promise's id.
    pub id: CommitmentId,
    /// Whether it was kept.
    pub done: bool,
}
