//! Neighbourhood studies: interviews, themes and the report.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::Clash;
use crate::model::{Channel, InterviewRole, StudyField, SyncMark};
use crate::{ContactId, InterviewId, SignalId, StudyId};

/// The choices on the capture sheet that are specific to interviews.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct InterviewChoice {
    /// The respondent's role.
    pub role: InterviewRole,
    /// The themes it is about.
    pub themes: Vec<String>,
    /// The source of the signal to create if help is needed now; `None` if not.
    pub help: Option<String>,
}

/// A study in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StudyLine {
    /// The study's id.
    pub id: StudyId,
    /// The name.
    pub name: String,
    /// Neighbourhood; may be empty.
    pub district: String,
    /// The day it began.
    pub begun: Option<NaiveDate>,
    /// The day it ended; `None` while ongoing.
    pub ended: Option<NaiveDate>,
    /// Its themes, in alphabetical order.
    pub themes: Vec<String>,
    /// The number of interviews.
    pub interviews: u32,
}

/// A theme, with the number of interviews about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeCount {
    /// The theme.
    pub name: String,
    /// The number of interviews.
    pub count: u32,
}

/// An interview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InterviewLine {
    /// The interview's id.
    pub id: InterviewId,
    /// When it took place.
    pub at: DateTime<Utc>,
    /// The channel.
    pub channel: Channel,
    /// The respondent's role.
    pub role: InterviewRole,
    /// What was written.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// The passages to quote; several if they were chosen concurrently.
    pub quotes: Vec<String>,
    /// The themes it is about, limited to those in use.
    pub themes: Vec<String>,
    /// The contact it was with, and their name. Never part of a report.
    pub contact: Option<(ContactId, String)>,
    /// The signal created from it.
    pub signal: Option<SignalId>,
    /// Whether the team has it.
    pub mark: SyncMark,
}

/// A study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StudyView {
    /// The study's id.
    pub id: StudyId,
    /// The name.
    pub name: String,
    /// Neighbourhood; may be empty.
    pub district: String,
    /// The research question; may be empty.
    pub question: String,
    /// The day it began.
    pub begun: Option<NaiveDate>,
    /// The day it ended; `None` while ongoing.
    pub ended: Option<NaiveDate>,
    /// Its themes in alphabetical order, with the number of interviews about each.
    pub themes: Vec<ThemeCount>,
    /// The requested part of the interviews, newest first.
    pub interviews: Vec<InterviewLine>,
    /// The total number of interviews.
    pub total: u32,
    /// Fields in conflict.
    pub clashes: Vec<Clash<StudyField>>,
    /// Whether the team has the study's own fields.
    pub mark: SyncMark,
}

/// Something in a text that may identify a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tell {
    /// The name of a case or contact on this phone.
    Name(String),
    /// A phone number, as written.
    Phone(String),
    /// A house address or postcode.
    Address(String),
    /// An e-mail address.
    Email(String),
}

/// Something that may identify a person, with its position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognised {
    /// The index of the text, starting from 0.
    pub text: usize,
    /// What was found.
    pub tell: Tell,
    /// The sentence that contains it, or a part of that.
    pub sentence: String,
    /// Whether it is written as a name, number or address. Otherwise it may be an ordinary word that
    /// also occurs in a name.
    pub sure: bool,
}

/// Texts checked before publication.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReadOver {
    /// The texts, as given.
    pub texts: Vec<String>,
    /// Everything in them that may identify a person.
    pub found: Vec<Recognised>,
}

/// A quote in a report, without its speaker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportQuote {
    /// The interview it comes from, where it can be changed.
    pub interview: InterviewId,
    /// The speaker's role.
    pub role: InterviewRole,
    /// The passage.
    pub text: String,
    /// Everything in it that may identify a person.
    pub tells: Vec<Tell>,
}

/// A theme in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportTheme {
    /// The theme; empty for quotes without a theme.
    pub name: String,
    /// The numbers of interviews about it, in the order of [`InterviewRole::ALL`].
    pub counts: [u32; 3],
    /// The quotes.
    pub quotes: Vec<ReportQuote>,
}

/// The report of a study. It contains no names other than those typed into its texts, which `tells`
/// points out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StudyReport {
    /// The study's id.
    pub id: StudyId,
    /// The name.
    pub name: String,
    /// Neighbourhood; may be empty.
    pub district: String,
    /// The research question; may be empty.
    pub question: String,
    /// The day it began.
    pub begun: Option<NaiveDate>,
    /// The day it ended.
    pub ended: Option<NaiveDate>,
    /// The numbers of interviews, in the order of [`InterviewRole::ALL`].
    pub counts: [u32; 3],
    /// The themes, most frequent first; quotes without a theme come last.
    pub themes: Vec<ReportTheme>,
    /// The text of the report.
    pub text: String,
    /// Everything in the fields or that text that may identify a person.
    pub tells: Vec<Tell>,
}
