//! *Vandaag*: the first screen.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{CaseLine, ClashLine, CommitmentLine, LookAgainLine, News, NewsLine, SyncState};
use crate::SignalId;
use crate::model::{Channel, SyncMark};

/// The first screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Today {
    /// Today's date in the Netherlands.
    pub date: NaiveDate,
    /// The sync state.
    pub sync: SyncState,
    /// Promises due today or earlier, oldest first.
    pub commitments: Vec<CommitmentLine>,
    /// The total number of due promises.
    pub commitment_count: u32,
    /// Decisions due for review today or earlier, oldest first.
    pub look_again: Vec<LookAgainLine>,
    /// The total number of decisions due for review.
    pub look_again_count: u32,
    /// What colleagues changed since the day was last closed, grouped by colleague.
    pub news: Vec<News>,
    /// What to pass to [`NoteNewsShown`](crate::api::NoteNewsShown) once the news is on the screen;
    /// `None` if it was before.
    pub news_unseen: Option<i64>,
    /// Records that two people filled in differently (at most twenty).
    pub clashes: Vec<ClashLine>,
    /// The inbox, newest first.
    pub signals: Vec<SignalLine>,
    /// The total number of signals in the inbox.
    pub signal_count: u32,
    /// A few open cases without contact for four weeks, longest first.
    pub not_seen: Vec<CaseLine>,
    /// The total number of such cases.
    pub not_seen_count: u32,
    /// Whether there are no encounters, cases or contacts on this phone yet.
    pub first_day: bool,
}

/// More lines of one list of the first screen; the other lists are empty.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TodayLines {
    /// Promises that are due.
    pub commitments: Vec<CommitmentLine>,
    /// Decisions due for review.
    pub look_again: Vec<LookAgainLine>,
    /// What a colleague changed.
    pub news: Vec<NewsLine>,
    /// The inbox.
    pub signals: Vec<SignalLine>,
    /// Cases without contact for a long time.
    pub not_seen: Vec<CaseLine>,
}

/// A signal in the inbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignalLine {
    /// The signal's id.
    pub id: SignalId,
    /// The person or place it came from; may be empty.
    pub source: String,
    /// The day it returned to the inbox, if it had rested.
    pub rested_until: Option<NaiveDate>,
    /// What was written.
    pub text: String,
    /// The channel.
    pub channel: Channel,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub by: String,
    /// Whether the team has it.
    pub mark: SyncMark,
}
