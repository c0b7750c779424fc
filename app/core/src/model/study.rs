//! Neighbourhood studies.

use serde::{Deserialize, Serialize};

use super::words;

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

words!(InterviewRole {
    Resident = "resident",
    Entrepreneur = "entrepreneur",
    KeyPerson = "key_person",
} else Resident);
