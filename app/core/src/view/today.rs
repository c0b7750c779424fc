//! *Vandaag*: the first screen.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{CaseLine, Channel, CommitmentLine, LookAgainLine, SyncMark, SyncState};
use crate::{CaseId, ContactId, SignalId, StudyId};

/// The first screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Today {
    /// Today, in the phone's time zone.
    pub date: NaiveDate,
    /// How it stands with the team.
    pub sync: SyncState,
    /// Promises due today or before, oldest first.
    pub commitments: Vec<CommitmentLine>,
    /// How many of those there are in all.
    pub commitment_count: u32,
    /// Decisions to look at again today or before, oldest first.
    pub look_again: Vec<LookAgainLine>,
    /// How many of those there are in all.
    pub look_again_count: u32,
    /// What colleagues added since the day was closed last, a block a colleague.
    pub news: Vec<News>,
    /// The inbox, newest first.
    pub signals: Vec<SignalLine>,
    /// How many signals there are in the inbox in all.
    pub signal_count: u32,
    /// Open cases without contact for four weeks, longest first, a few.
    pub not_seen: Vec<CaseLine>,
    /// How many of those there are in all.
    pub not_seen_count: u32,
    /// Nothing was ever kept on this phone: the first day.
    pub first_day: bool,
}

/// Lines of one list of the first screen; the others are empty.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TodayLines {
    /// Promises that are due.
    pub commitments: Vec<CommitmentLine>,
    /// Decisions to look at again.
    pub look_again: Vec<LookAgainLine>,
    /// What a colleague added.
    pub news: Vec<NewsLine>,
    /// The inbox.
    pub signals: Vec<SignalLine>,
    /// Cases without contact for long.
    pub not_seen: Vec<CaseLine>,
}

/// What one colleague added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct News {
    /// The colleague's name.
    pub person: String,
    /// How much in all.
    pub count: u32,
    /// The newest, newest first (at most twenty).
    pub lines: Vec<NewsLine>,
}

/// What a piece of news is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NewsPlace {
    /// An encounter of a case.
    Case(CaseId),
    /// A talk with a contact.
    Contact(ContactId),
    /// A signal.
    Signal(SignalId),
    /// An interview of a study.
    Study(StudyId),
}

/// One thing a colleague added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewsLine {
    /// Where to go.
    pub place: NewsPlace,
    /// About whom: the name, or empty for a signal without a source.
    pub name: String,
    /// What was written.
    pub text: String,
    /// How.
    pub channel: Channel,
    /// When it happened.
    pub at: DateTime<Utc>,
}

/// A signal in the inbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignalLine {
    /// Which signal.
    pub id: SignalId,
    /// Who said it or where; may be empty.
    pub source: String,
    /// It rested until this day, and is here again.
    pub rested_until: Option<NaiveDate>,
    /// What was written.
    pub text: String,
    /// How.
    pub channel: Channel,
    /// When.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub by: String,
    /// Where it is.
    pub mark: SyncMark,
}
