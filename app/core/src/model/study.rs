//! Neighbourhood studies.

use serde::{Deserialize, Serialize};

/// The number of weeks a study takes, as a rule of thumb.
pub const STUDY_WEEKS: u32 = 16;

/// An editable field of a study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StudyField {
    /// Its name.
    Name,
    /// Neighbourhood.
    District,
    /// The research question.
    Question,
    /// The day it began: `2026-10-19`; empty if unknown.
    Begun,
    /// The day it ended; empty while ongoing.
    Ended,
    /// The text of the report, which colleagues edit together.
    Report,
}

/// The respondent's role in an interview.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum InterviewRole {
    /// Lives in the neighbourhood.
    #[default]
    Resident,
    /// Has a business in the neighbourhood.
    Entrepreneur,
    /// Knows many people in the neighbourhood.
    KeyPerson,
}

impl InterviewRole {
    /// All roles, in the order of the chips.
    pub const ALL: [Self; 3] = [Self::Resident, Self::Entrepreneur, Self::KeyPerson];
}

impl InterviewRole {
    /// Returns the word used in documents and SQL.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Entrepreneur => "entrepreneur",
            Self::KeyPerson => "key_person",
        }
    }

    /// Parses the word. An unknown word, from a newer app, reads as the default role, a resident.
    pub(crate) fn from_word(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|role| role.word() == word)
            .unwrap_or_default()
    }
}
