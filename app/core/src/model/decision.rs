//! Decisions.

use serde::{Deserialize, Serialize};

use super::words;

/// The kind of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum DecisionKind {
    /// To act (*doen*).
    #[default]
    Act,
    /// Deliberately not to act (*bewust niet doen*).
    Refrain,
    /// To share with somebody (delen), which includes handovers.
    Share,
    /// Not to report (niet melden).
    NotReport,
    /// To escalate (opschalen).
    Escalate,
    /// Not a decision: a review of an earlier one.
    Looked,
}

impl DecisionKind {
    /// The kinds offered to the user, in the order of the chips.
    pub const ALL: [Self; 5] = [
        Self::Act,
        Self::Refrain,
        Self::Share,
        Self::NotReport,
        Self::Escalate,
    ];
}

words!(DecisionKind {
    Act = "act",
    Refrain = "refrain",
    Share = "share",
    NotReport = "not_report",
    Escalate = "escalate",
    Looked = "looked",
} else Act);
