//! Closings and reopenings of cases.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::model::{ClosingWhat, Outcome, SyncMark};

/// A closing or reopening, as shown on the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClosingLine {
    /// Its id; for a reopening by an encounter, the id of that encounter.
    pub id: Uuid,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Who closed or reopened the case.
    pub by: String,
    /// Closed or reopened.
    pub what: ClosingWhat,
    /// The outcome, for a closing.
    pub outcome: Option<Outcome>,
    /// The sentence; may be empty.
    pub text: String,
    /// Whether the case was reopened implicitly, by an encounter or signal after the closing.
    pub by_encounter: bool,
    /// Whether the team has it.
    pub mark: SyncMark,
}
