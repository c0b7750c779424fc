//! The team: its members and the sync state.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{News, ToSettle};
use crate::model::QuarantineReason;
use crate::{CaseId, PersonId, SyncProblem};

/// The sync state. Claims only what is proven.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SyncState {
    /// Whether the phone is in a team with a server.
    pub in_team: bool,
    /// Whether a sync is running.
    pub running: bool,
    /// The number of records stored on this phone only.
    pub only_here: u32,
    /// The time of the last successful sync.
    pub last_success: Option<DateTime<Utc>>,
    /// The time of the last attempt.
    pub last_attempt: Option<DateTime<Utc>>,
    /// Why the last attempt failed; `None` if it succeeded.
    pub problem: Option<SyncProblem>,
    /// The number of quarantined records: received, but not applied. Those that can be decrypted are
    /// kept, up to a limit, and retried once their dependencies arrive, or by a newer version of the app.
    pub quarantined: u32,
    /// The first few groups of quarantined records, by author, subject and reason.
    pub quarantine: Vec<QuarantinedView>,
    /// The deviation of this phone's clock from the server's, in seconds, if over ten minutes.
    pub clock_off: Option<i64>,
    /// Anomalies in the server's responses, newest first.
    pub doubts: Vec<ServerDoubt>,
    /// The colleagues' phones.
    pub partners: Vec<PartnerView>,
    /// How far the phone is with what the team wrote before, while much of that is still to come.
    pub catch_up: Option<CatchUp>,
    /// Four words derived from all data on this phone: equal words mean equal content.
    pub words: Vec<String>,
}

/// A phone that is taking in the team's log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatchUp {
    /// The number of records that are here.
    pub done: u32,
    /// The number of records in the log.
    pub total: u32,
}

/// Records quarantined for the same reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuarantinedView {
    /// The reason.
    pub why: QuarantineReason,
    /// The colleague whose phone wrote them; empty if unknown.
    pub by: String,
    /// The case they are about, if known on this phone.
    pub about: Option<(CaseId, String)>,
    /// The number of records.
    pub records: u32,
}

/// A response that an honest and healthy server does not give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Doubt {
    /// An older device note of a colleague's phone was served again. It is ignored.
    OldNote {
        /// The colleague.
        name: String,
    },
    /// A colleague's phone has read more of the log, or another log, than the server shows this phone.
    Withheld {
        /// The colleague.
        name: String,
    },
    /// The server acknowledged records of this phone that its log does not contain.
    OwnMissing,
    /// The log restarted: it was lost, or restored from a backup. Missing records were sent again.
    Restarted,
}

/// A doubt about the server, with its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerDoubt {
    /// The doubt.
    pub what: Doubt,
    /// When it arose.
    pub at: DateTime<Utc>,
}

/// A colleague's phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartnerView {
    /// The colleague's name.
    pub name: String,
    /// Whether that phone holds exactly the same content as this one, as far as both know.
    pub equal: bool,
    /// When that phone last reported equal content, by its own clock.
    pub equal_at: Option<DateTime<Utc>>,
}

/// Numbers of unsent items, by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WorkCounts {
    /// Encounters.
    pub encounters: u32,
    /// Signals.
    pub signals: u32,
    /// Promises.
    pub commitments: u32,
    /// Other changes: fields, trust steps, safety facts.
    pub other: u32,
}

/// The unsent items about one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OnlyHereLine {
    /// The case's or contact's name; empty for signals without a person.
    pub name: String,
    /// The numbers of items.
    pub counts: WorkCounts,
}

/// The team tab.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TeamView {
    /// The team's name; empty before there is one.
    pub name: String,
    /// The server's address; empty before there is one.
    pub server: String,
    /// The name of this phone's user.
    pub me: String,
    /// All members, with this phone's user first.
    pub members: Vec<(PersonId, String)>,
    /// The sync state.
    pub sync: SyncState,
    /// The unsent items, by person (at most fifty).
    pub only_here: Vec<OnlyHereLine>,
    /// What colleagues changed since the day was last closed.
    pub news: Vec<News>,
    /// What to pass to [`NoteNewsShown`](crate::api::NoteNewsShown) once the news is on the screen;
    /// `None` if it was before.
    pub news_unseen: Option<i64>,
    /// What only people can settle.
    pub to_settle: ToSettle,
    /// The number of records sent at the last closing of the day.
    pub last_sent: u32,
}

/// An invitation to the team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Invitation {
    /// The team's name.
    pub team: String,
    /// The address of the server to use.
    pub server: String,
    /// The five words.
    pub words: Vec<String>,
    /// The contents of the QR code: server and words as a link
    /// (`SERVER/#/team/koppel/word-word-word-word-word`).
    pub code: String,
    /// When it expires.
    pub expires: DateTime<Utc>,
}

/// The result of a sync.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SyncReport {
    /// The number of requests.
    pub requests: u32,
    /// The size of all request bodies, in bytes.
    pub bytes_up: u64,
    /// The size of all response bodies, in bytes.
    pub bytes_down: u64,
    /// The number of records sent.
    pub records_up: u32,
    /// The number of records applied.
    pub records_down: u32,
    /// The number of records quarantined because they could not be decrypted or applied.
    pub quarantined: u32,
    /// Whether the server's log was another one than before (lost or restored). What it missed was sent
    /// again.
    pub log_restarted: bool,
}
