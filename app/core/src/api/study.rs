//! Neighbourhood studies.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::model::{Channel, InterviewRole, StudyField};
use crate::{ContactId, InterviewId, StudyId};

/// Reads all studies: ongoing ones first, then by newest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadStudies;

/// Reads a study with its latest interviews.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadStudy {
    /// The study.
    pub study: StudyId,
    /// The maximum number of interviews.
    pub limit: u32,
}

/// Reads the report of a study, with everything in it that may identify a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadStudyReport {
    /// The study.
    pub study: StudyId,
}

/// Searches texts for anything that may identify a person, before they are published without names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recognise {
    /// The texts, as they would be published.
    pub texts: Vec<String>,
}

/// Creates a study that starts today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CreateStudy {
    /// Its name: the only mandatory field.
    pub name: String,
}

/// Sets a field of a study, which resolves a conflict on it.
///
/// # Errors
/// [`Error::Value`](crate::Error::Value) for an invalid date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetStudyField {
    /// The study.
    pub study: StudyId,
    /// The field.
    pub field: StudyField,
    /// The new value; empty clears the field, except for the name.
    pub value: String,
}

/// Adds or retires a theme. Interviews keep their marks for a retired theme, in case it returns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetTheme {
    /// The study.
    pub study: StudyId,
    /// The theme; case and accents are ignored when comparing themes.
    pub theme: String,
    /// Whether it is in use.
    pub in_use: bool,
}

/// Logs an interview and drops the draft in the same transaction. Idempotent by id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveInterview {
    /// Its id, chosen by the caller (UUIDv7; the draft's).
    pub id: InterviewId,
    /// The study.
    pub study: StudyId,
    /// The text: the only mandatory field.
    pub text: String,
    /// The channel.
    pub channel: Channel,
    /// The respondent's role.
    pub role: InterviewRole,
    /// The themes it is about.
    pub themes: Vec<String>,
    /// When it happened; `None` for now.
    pub at: Option<DateTime<Utc>>,
    /// Set if help is needed now: the source of the signal to create. See [`MakeHelpSignal`].
    pub help: Option<String>,
}

/// Marks an interview with a theme, or removes the mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetMark {
    /// The study.
    pub study: StudyId,
    /// The interview.
    pub interview: InterviewId,
    /// The theme.
    pub theme: String,
    /// Whether the interview is about it.
    pub applies: bool,
}

/// Sets the respondent's role in an interview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetInterviewRole {
    /// The study.
    pub study: StudyId,
    /// The interview.
    pub interview: InterviewId,
    /// The role.
    pub role: InterviewRole,
}

/// Chooses the passage of an interview to quote in the report, which resolves a conflict on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetQuote {
    /// The study.
    pub study: StudyId,
    /// The interview.
    pub interview: InterviewId,
    /// The passage; empty for none.
    pub quote: String,
}

/// Sets which contact an interview was with. Reports never include it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetInterviewContact {
    /// The study.
    pub study: StudyId,
    /// The interview.
    pub interview: InterviewId,
    /// The contact; `None` clears it.
    pub contact: Option<ContactId>,
}

/// *Direct hulp*: creates a signal from an interview, in everybody's inbox, and returns its id. Repeated
/// calls, also on other phones, yield the same signal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MakeHelpSignal {
    /// The study.
    pub study: StudyId,
    /// The interview.
    pub interview: InterviewId,
    /// The source of the signal, in the user's language: the study.
    pub source: String,
}

impl Query for ReadStudies {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Study(_) | Change::Everything)
    }
}

impl Query for ReadStudy {
    fn shows(&self, change: &Change) -> bool {
        match change {
            Change::Study(study) => *study == self.study,
            Change::Contact(_) | Change::Team | Change::Sync | Change::Everything => true,
            Change::Case(_) | Change::Signal(_) | Change::Settings => false,
        }
    }
}

impl Query for Recognise {
    fn shows(&self, change: &Change) -> bool {
        match change {
            // Names may have been added or removed.
            Change::Case(_) | Change::Contact(_) | Change::Team | Change::Everything => true,
            Change::Study(_) | Change::Signal(_) | Change::Sync | Change::Settings => false,
        }
    }
}

impl Query for ReadStudyReport {
    fn shows(&self, change: &Change) -> bool {
        match change {
            Change::Study(study) => *study == self.study,
            // The report may contain a name that was just added.
            Change::Case(_) | Change::Contact(_) | Change::Everything => true,
            Change::Signal(_) | Change::Team | Change::Sync | Change::Settings => false,
        }
    }
}
