//! Closings and reopenings of cases.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::SyncMark;

/// Whether a case was closed or reopened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ClosingWhat {
    /// The case was closed.
    Closed,
    /// The case was reopened.
    Reopened,
}

/// The outcome of a case, if one was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    /// The person's life is stable.
    Stable,
    /// The person accepted regular help.
    AcceptedHelp,
    /// Nuisance has decreased.
    LessNuisance,
    /// The intervention did not succeed.
    NotManaged,
}

impl Outcome {
    /// All outcomes, in the order of the chips.
    pub const ALL: [Self; 4] = [
        Self::Stable,
        Self::AcceptedHelp,
        Self::LessNuisance,
        Self::NotManaged,
    ];
}

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
