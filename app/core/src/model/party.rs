//! Organisations around a case.

use serde::{Deserialize, Serialize};

/// Whether an organisation is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum PartyState {
    /// Needed.
    #[default]
    Needed,
    /// No longer needed.
    Scrapped,
}

impl PartyState {
    /// Returns the word used in documents, SQL and the values of a conflict.
    pub fn word(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::Scrapped => "scrapped",
        }
    }

    /// Parses the word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Needed, Self::Scrapped]
            .into_iter()
            .find(|state| state.word() == word)
    }
}
