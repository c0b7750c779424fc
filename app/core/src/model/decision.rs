//! Decisions.

use serde::{Deserialize, Serialize};

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

impl DecisionKind {
    /// Returns the word used in documents, SQL and the canonical bytes.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Refrain => "refrain",
            Self::Share => "share",
            Self::NotReport => "not_report",
            Self::Escalate => "escalate",
            Self::Looked => "looked",
        }
    }

    /// Parses the word. An unknown word, from a newer app, reads as [`DecisionKind::Act`].
    pub(crate) fn from_word(word: &str) -> Self {
        let all = [
            Self::Act,
            Self::Refrain,
            Self::Share,
            Self::NotReport,
            Self::Escalate,
            Self::Looked,
        ];
        all.into_iter()
            .find(|kind| kind.word() == word)
            .unwrap_or_default()
    }
}
