//! A made-up team as data: `sample` makes it, and the store writes it.

mod practice;
mod study;

pub use practice::SeedPractice;
pub(crate) use practice::{
    SeedAgenda, SeedClosing, SeedDecision, SeedExpense, SeedOther, SeedParty, SeedRelation,
};
pub(crate) use study::{SeedInterview, SeedStudy};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

use crate::model::{CaseStatus, Channel, TrustStep};

/// A complete team. People, contacts and cases are referred to by their index in these lists.
#[derive(Debug, Clone, PartialEq)]
pub struct SeedTeam {
    /// Name of the team.
    pub team: String,
    /// The two team members.
    pub people: [String; 2],
    /// The cases.
    pub cases: Vec<SeedCase>,
    /// The contacts.
    pub contacts: Vec<SeedContact>,
    /// The signals.
    pub signals: Vec<SeedSignal>,
}

/// A case with its history, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct SeedCase {
    /// Document id; its time part is that of the first entry.
    pub id: Uuid,
    /// The municipality's number.
    pub number: String,
    /// Nickname or initial.
    pub name: String,
    /// Street and number, or where the person can be found.
    pub address: String,
    /// Formatted as 1234 AB; may be empty.
    pub postcode: String,
    /// Neighbourhood.
    pub district: String,
    /// E.164; may be empty.
    pub phone: String,
    /// The lead, as an index into the people.
    pub lead: usize,
    /// What matters; empty when not known yet.
    pub what_matters: String,
    /// Do, at the door.
    pub does: String,
    /// Don't, at the door.
    pub donts: String,
    /// Problem types.
    pub problems: Vec<String>,
    /// Politically sensitive.
    pub sensitive: bool,
    /// Who reported the person.
    pub reported_by: String,
    /// When the person was reported.
    pub reported_on: Option<NaiveDate>,
    /// Background.
    pub background: String,
    /// The status of the case.
    pub status: CaseStatus,
    /// Trust steps: time, author, step.
    pub trust: Vec<(DateTime<Utc>, usize, TrustStep)>,
    /// Safety facts: time, author, text.
    pub safety: Vec<(DateTime<Utc>, usize, String)>,
    /// Promises.
    pub commitments: Vec<SeedCommitment>,
    /// Contacts near the case, as index and note.
    pub around: Vec<(usize, String)>,
    /// Encounters.
    pub encounters: Vec<SeedEncounter>,
    /// Further casework. For the small team it is added after all cases exist.
    pub practice: SeedPractice,
}

/// A promise.
#[derive(Debug, Clone, PartialEq)]
pub struct SeedCommitment {
    /// What was promised.
    pub text: String,
    /// Who promised it.
    pub who: String,
    /// The day it is due.
    pub due: Option<NaiveDate>,
    /// The time it is due.
    pub time: Option<NaiveTime>,
    /// Whether it has been kept.
    pub done: bool,
    /// The author.
    pub by: usize,
    /// When it was written down.
    pub at: DateTime<Utc>,
}

/// An encounter.
#[derive(Debug, Clone, PartialEq)]
pub struct SeedEncounter {
    /// Entry id (UUIDv7 of its own time).
    pub id: Uuid,
    /// When it took place.
    pub at: DateTime<Utc>,
    /// The author.
    pub by: usize,
    /// How the contact took place.
    pub channel: Channel,
    /// The note.
    pub text: String,
}

/// A contact in the neighbourhood.
#[derive(Debug, Clone, PartialEq)]
pub struct SeedContact {
    /// Document id.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Role.
    pub role: String,
    /// Organisation; may be empty.
    pub organisation: String,
    /// Neighbourhood.
    pub district: String,
    /// What they can help with.
    pub what_for: String,
    /// E.164.
    pub phone: String,
    /// E-mail address; may be empty.
    pub email: String,
    /// A longer note.
    pub note: String,
    /// Encounters with them, oldest first.
    pub talks: Vec<SeedEncounter>,
    /// Tags.
    pub tags: Vec<String>,
}

/// A signal.
#[derive(Debug, Clone, PartialEq)]
pub struct SeedSignal {
    /// Document id.
    pub id: Uuid,
    /// When it was received.
    pub at: DateTime<Utc>,
    /// The author.
    pub by: usize,
    /// How it was received.
    pub channel: Channel,
    /// The source.
    pub source: String,
    /// The text.
    pub text: String,
    /// The case it was linked to, as an index.
    pub linked_case: Option<usize>,
}

/// One document of a generated team; streamed one at a time.
#[derive(Debug, Clone, PartialEq)]
pub enum SeedPart {
    /// A contact; these come first.
    Contact(Box<SeedContact>),
    /// A case.
    Case(Box<SeedCase>),
}

/// Sizes of all documents, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weight {
    /// All documents, each as written by `Automerge::save`.
    pub saved: u64,
    /// The unsent changes, each as Automerge encodes a change.
    pub unsent_changes: u64,
    /// The number of documents.
    pub documents: u64,
}
