//! Neighbourhood studies.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::view::{Channel, InterviewRole, StudyField};
use crate::{ContactId, InterviewId, StudyId};

/// All studies: those that go on first, the newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadStudies;

/// One study with its newest interviews.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadStudy {
    /// Which study.
    pub study: StudyId,
    /// How many interviews at most.
    pub limit: u32,
}

/// The report of a study, with what in it may tell who somebody is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadStudyReport {
    /// Which study.
    pub study: StudyId,
}

/// By what in some texts a person may be known: what is asked before they go out without names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recognise {
    /// The texts, as they go out.
    pub texts: Vec<String>,
}

/// Begins a study, today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CreateStudy {
    /// What it is called: the only mandatory field.
    pub name: String,
}

/// Sets a field of a study; settles a clash on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetStudyField {
    /// Which study.
    pub study: StudyId,
    /// Which field.
    pub field: StudyField,
    /// The new value; empty clears (a name cannot be cleared). A day that is none is
    /// [`Error::Value`](crate::Error::Value).
    pub value: String,
}

/// Puts a theme in use, or out of it. What was marked with it stays marked, should it come back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetTheme {
    /// Which study.
    pub study: StudyId,
    /// The theme. One that differs only in capitals or accents is the same one.
    pub theme: String,
    /// In use or not.
    pub in_use: bool,
}

/// Logs an interview, and drops the draft in the same transaction. The same id again changes nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveInterview {
    /// Its number, chosen by the caller (UUIDv7; the draft's).
    pub id: InterviewId,
    /// For which study.
    pub study: StudyId,
    /// The sentence: the only mandatory field.
    pub text: String,
    /// How.
    pub channel: Channel,
    /// Who tells.
    pub role: InterviewRole,
    /// What it is about.
    pub themes: Vec<String>,
    /// When it happened; now, if none.
    pub at: Option<DateTime<Utc>>,
    /// Help is needed now: the source of the signal that is made of it. See [`MakeHelpSignal`].
    pub help: Option<String>,
}

/// Says that an interview is about a theme, or not after all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetMark {
    /// Which study.
    pub study: StudyId,
    /// Which interview.
    pub interview: InterviewId,
    /// Which theme.
    pub theme: String,
    /// It is, or it is not.
    pub applies: bool,
}

/// Says who tells in an interview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetInterviewRole {
    /// Which study.
    pub study: StudyId,
    /// Which interview.
    pub interview: InterviewId,
    /// The role.
    pub role: InterviewRole,
}

/// Chooses the piece of an interview that the report cites. Where two people chose at once, this
/// settles it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetQuote {
    /// Which study.
    pub study: StudyId,
    /// Which interview.
    pub interview: InterviewId,
    /// The piece; empty for none.
    pub quote: String,
}

/// Says which contact an interview was with, or none. No report shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetInterviewContact {
    /// Which study.
    pub study: StudyId,
    /// Which interview.
    pub interview: InterviewId,
    /// The contact.
    pub contact: Option<ContactId>,
}

/// *Direct hulp*: makes a signal of an interview, in the inbox of everybody. However often and on how
/// many phones, it is one signal; answers its number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MakeHelpSignal {
    /// Which study.
    pub study: StudyId,
    /// Which interview.
    pub interview: InterviewId,
    /// Where the signal is from, in the user's language: the study.
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
            // There may be another name, or one that is told no more.
            Change::Case(_) | Change::Contact(_) | Change::Team | Change::Everything => true,
            Change::Study(_) | Change::Signal(_) | Change::Sync | Change::Settings => false,
        }
    }
}

impl Query for ReadStudyReport {
    fn shows(&self, change: &Change) -> bool {
        match change {
            Change::Study(study) => *study == self.study,
            // A new name may be one that the report tells.
            Change::Case(_) | Change::Contact(_) | Change::Everything => true,
            Change::Signal(_) | Change::Team | Change::Sync | Change::Settings => false,
        }
    }
}
