//! Neighbourhood studies: interviews, themes, and the report.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Channel, Clash, SyncMark};
use crate::{ContactId, InterviewId, SignalId, StudyId};

/// How many weeks a study takes, as a rule of thumb.
pub const STUDY_WEEKS: u32 = 16;

/// Who tells in an interview.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum InterviewRole {
    /// Lives there.
    #[default]
    Resident,
    /// Has a business there.
    Entrepreneur,
    /// Knows many people there.
    KeyPerson,
}

impl InterviewRole {
    /// All of them, in the order of the chips.
    pub const ALL: [Self; 3] = [Self::Resident, Self::Entrepreneur, Self::KeyPerson];
}

/// A field of a study that people type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StudyField {
    /// What it is called.
    Name,
    /// Neighbourhood.
    District,
    /// What it wants to know.
    Question,
    /// The day it began: `2026-10-19`; empty when not known.
    Begun,
    /// The day it ended; empty while it goes on.
    Ended,
    /// The report's own words, which people write together.
    Report,
}

/// What the capture sheet keeps of an interview beside its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct InterviewChoice {
    /// Who tells.
    pub role: InterviewRole,
    /// What it is about.
    pub themes: Vec<String>,
    /// Help is needed now: the source the signal gets; none when not.
    pub help: Option<String>,
}

/// A study in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StudyLine {
    /// Which study.
    pub id: StudyId,
    /// What it is called.
    pub name: String,
    /// Neighbourhood; may be empty.
    pub district: String,
    /// The day it began.
    pub begun: Option<NaiveDate>,
    /// The day it ended; none while it goes on.
    pub ended: Option<NaiveDate>,
    /// Its themes, in alphabetical order.
    pub themes: Vec<String>,
    /// How many interviews there are.
    pub interviews: u32,
}

/// A theme with how many interviews are about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeCount {
    /// The theme.
    pub name: String,
    /// How many interviews.
    pub count: u32,
}

/// One interview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InterviewLine {
    /// Which interview.
    pub id: InterviewId,
    /// When.
    pub at: DateTime<Utc>,
    /// How.
    pub channel: Channel,
    /// Who told.
    pub role: InterviewRole,
    /// What was written.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// The pieces to cite; more than one where two people chose at once.
    pub quotes: Vec<String>,
    /// What it is about, of the themes in use.
    pub themes: Vec<String>,
    /// With whom, and that one's name; stays on the phones of the team.
    pub contact: Option<(ContactId, String)>,
    /// The signal it became.
    pub signal: Option<SignalId>,
    /// Where it is.
    pub mark: SyncMark,
}

/// One study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StudyView {
    /// Which study.
    pub id: StudyId,
    /// What it is called.
    pub name: String,
    /// Neighbourhood; may be empty.
    pub district: String,
    /// What it wants to know; may be empty.
    pub question: String,
    /// The day it began.
    pub begun: Option<NaiveDate>,
    /// The day it ended; none while it goes on.
    pub ended: Option<NaiveDate>,
    /// Its themes, in alphabetical order, with how many interviews are about each.
    pub themes: Vec<ThemeCount>,
    /// The asked part of the interviews, newest first.
    pub interviews: Vec<InterviewLine>,
    /// How many there are in all.
    pub total: u32,
    /// Fields with more than one value.
    pub clashes: Vec<Clash<StudyField>>,
    /// Where its head is.
    pub mark: SyncMark,
}

/// Something in a text by which a person may be known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tell {
    /// A name that a case or contact of this phone has.
    Name(String),
    /// A phone number, as written.
    Phone(String),
    /// A house address or postcode.
    Address(String),
    /// An e-mail address.
    Email(String),
}

/// Something by which a person may be known, where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognised {
    /// In which of the texts that were asked about, from 0.
    pub text: usize,
    /// What it is.
    pub tell: Tell,
    /// The sentence it stands in, or a piece of it.
    pub sentence: String,
    /// It is written as a name, a number or an address. Else it may be an ordinary word that is part of
    /// somebody's name too.
    pub sure: bool,
}

/// Texts that were read over before they go out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReadOver {
    /// The texts, as they were asked about.
    pub texts: Vec<String>,
    /// All in them that may tell who somebody is.
    pub found: Vec<Recognised>,
}

/// A piece that is cited in a report: not by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportQuote {
    /// Of which interview, to change it there.
    pub interview: InterviewId,
    /// What kind of person said it.
    pub role: InterviewRole,
    /// The piece.
    pub text: String,
    /// By what somebody may be known from it.
    pub tells: Vec<Tell>,
}

/// A theme in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportTheme {
    /// The theme; empty for what is about none.
    pub name: String,
    /// How many interviews are about it, in the order of [`InterviewRole::ALL`].
    pub counts: [u32; 3],
    /// What is cited.
    pub quotes: Vec<ReportQuote>,
}

/// The report of a study. Nobody's name is in it, but for what people typed: that is what `tells` are
/// for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StudyReport {
    /// Which study.
    pub id: StudyId,
    /// What it is called.
    pub name: String,
    /// Neighbourhood; may be empty.
    pub district: String,
    /// What it wants to know; may be empty.
    pub question: String,
    /// The day it began.
    pub begun: Option<NaiveDate>,
    /// The day it ended.
    pub ended: Option<NaiveDate>,
    /// How many interviews there are, in the order of [`InterviewRole::ALL`].
    pub counts: [u32; 3],
    /// The themes, the one most spoken of first; at the end what is cited and about none.
    pub themes: Vec<ReportTheme>,
    /// The report's own words.
    pub text: String,
    /// By what somebody may be known from the head or those words.
    pub tells: Vec<Tell>,
}
