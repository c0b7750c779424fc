//! How a case was closed, and that it came to life again.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::SyncMark;

/// Closed or reopened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ClosingWhat {
    /// The case was closed; the person is never written off.
    Closed,
    /// It came to life again.
    Reopened,
}

/// What came of it, as far as somebody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    /// Life is stable.
    Stable,
    /// Regular help was accepted.
    AcceptedHelp,
    /// There is less nuisance.
    LessNuisance,
    /// It did not work out.
    NotManaged,
}

impl Outcome {
    /// All of them, in the order of the chips.
    pub const ALL: [Self; 4] = [
        Self::Stable,
        Self::AcceptedHelp,
        Self::LessNuisance,
        Self::NotManaged,
    ];
}

/// A closing or reopening, for the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClosingLine {
    /// Which; of a reopening by an encounter it is that encounter's number.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: String,
    /// Closed or reopened.
    pub what: ClosingWhat,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// The sentence; may be empty.
    pub text: String,
    /// An encounter or signal after the closing reopened it; nobody wrote that down.
    pub by_encounter: bool,
    /// Where it is.
    pub mark: SyncMark,
}
