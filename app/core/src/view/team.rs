//! The team: who is in it and how it stands with the other phones.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::News;
use crate::{CaseId, PersonId, SyncProblem};

/// How it stands with the other phones. Says only what is proven.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SyncState {
    /// The phone is in a team with a server.
    pub in_team: bool,
    /// A sync is under way.
    pub running: bool,
    /// How many records are only on this phone.
    pub only_here: u32,
    /// When the last sync worked.
    pub last_success: Option<DateTime<Utc>>,
    /// When it was last tried.
    pub last_attempt: Option<DateTime<Utc>>,
    /// Why the last try did not work; none when it did.
    pub problem: Option<SyncProblem>,
    /// Records of colleagues that this phone could not take in. What can still be read is kept, and
    /// tried again when what it waits for has come, or by a newer app.
    pub set_aside: u32,
    /// What these are, by whose they are and what they are about; the first few.
    pub aside: Vec<SetAsideView>,
    /// How far this phone's clock is from the server's, in seconds, when that is over ten minutes.
    pub clock_off: Option<i64>,
    /// What of the server's answers gave cause for doubt, newest first.
    pub doubts: Vec<ServerDoubt>,
    /// The colleagues' phones.
    pub partners: Vec<PartnerView>,
    /// Four words that stand for all that is on this phone: the same words, the same content.
    pub words: Vec<String>,
}

/// Why a record was set aside, by what can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SetAsideWhy {
    /// A newer app made it: this app is to be updated.
    Newer,
    /// It builds on something that has not come yet: nothing to be done.
    Waits,
    /// It does not open with the team's key.
    Sealed,
    /// It would have harmed this phone: the app it was made with is faulty, or not ours.
    Harmful,
}

/// Records that were set aside for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAsideView {
    /// Why.
    pub why: SetAsideWhy,
    /// The colleague from whose phone they came; empty when not known.
    pub by: String,
    /// The case they are about, if it is known here.
    pub about: Option<(CaseId, String)>,
    /// How many.
    pub records: u32,
}

/// An answer of the server that an honest and healthy one does not give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Doubt {
    /// An earlier note of a colleague's phone came back: it does not count.
    OldNote {
        /// The colleague.
        name: String,
    },
    /// A colleague's phone has read more, or something else, than the server shows this one.
    Withheld {
        /// The colleague.
        name: String,
    },
    /// The server says that it keeps records of this phone which its log does not show.
    OwnMissing,
    /// The log began anew: it was lost, or restored from a backup. What it lacked was sent again.
    Restarted,
}

/// A doubt, and when it arose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerDoubt {
    /// What it is.
    pub what: Doubt,
    /// When.
    pub at: DateTime<Utc>,
}

/// A colleague's phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartnerView {
    /// The colleague's name.
    pub name: String,
    /// That phone holds exactly what this one holds, as far as both know now.
    pub equal: bool,
    /// When that phone last said so, by its own clock.
    pub equal_at: Option<DateTime<Utc>>,
}

/// Counts of unsent work.
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

/// What of one person is only on this phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OnlyHereLine {
    /// The case's or contact's name; empty for signals without a person.
    pub name: String,
    /// What there is.
    pub counts: WorkCounts,
}

/// The team tab.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TeamView {
    /// The team's name; empty before there is one.
    pub name: String,
    /// The server's address; empty before there is one.
    pub server: String,
    /// This phone's user.
    pub me: String,
    /// All members, this one first.
    pub members: Vec<(PersonId, String)>,
    /// How it stands with the other phones.
    pub sync: SyncState,
    /// What is only on this phone, by person (the first fifty).
    pub only_here: Vec<OnlyHereLine>,
    /// What colleagues added since the day was closed last.
    pub news: Vec<News>,
    /// How many records were sent by the last closing of the day.
    pub last_sent: u32,
}

/// An invitation to the team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Invitation {
    /// The team's name.
    pub team: String,
    /// The server the new phone must use.
    pub server: String,
    /// The five words.
    pub words: Vec<String>,
    /// What the QR holds: server and words as one line (`SERVER/#/team/koppel/word-word-word-word-word`).
    pub code: String,
    /// Until when it is good.
    pub expires: DateTime<Utc>,
}

/// What a sync did.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SyncReport {
    /// Requests made.
    pub requests: u32,
    /// Bytes of request bodies.
    pub bytes_up: u64,
    /// Bytes of response bodies.
    pub bytes_down: u64,
    /// Records (documents' batches) sent.
    pub records_up: u32,
    /// Records taken in.
    pub records_down: u32,
    /// Records set aside because they could not be read or applied; tried again next time.
    pub set_aside: u32,
    /// The server's log was another than before (lost or restored): what it missed was sent again.
    pub log_restarted: bool,
}
