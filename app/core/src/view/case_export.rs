//! A complete export of a case. Everything typed occurs in it once. A feature that adds data to cases
//! adds a field to [`CaseExport`].

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    AroundLine, ClashValue, ClosingLine, CrisisCard, DecisionFault, DecisionLine, PartyLine,
    RelationLine, TimelineEntry, TrustChange,
};
use crate::model::{CaseField, CaseStatus, TrustStep};
use crate::{CaseId, Cents, CommitmentId, ExpenseId, SafetyFactId};

/// The facts of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseFacts {
    /// The case's id.
    pub id: CaseId,
    /// The municipality's case number; may be empty.
    pub number: String,
    /// Nickname or initial.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Postcode, such as 1234 AB.
    pub postcode: String,
    /// Neighbourhood.
    pub district: String,
    /// Phone number as stored.
    pub phone: String,
    /// The lead; empty if there is none.
    pub lead: String,
    /// The status.
    pub status: CaseStatus,
    /// The trust step.
    pub trust: TrustStep,
    /// What matters to the person, in one sentence.
    pub what_matters: String,
    /// How to address the person; may be empty.
    pub called: String,
    /// The cover; empty if there is none.
    pub cover: String,
    /// The last day of the cover.
    pub cover_until: Option<NaiveDate>,
    /// Whom to call in a crisis.
    pub crisis: CrisisCard,
    /// What to do at the door.
    pub does: String,
    /// What not to do at the door.
    pub donts: String,
    /// Problem types, as entered.
    pub problems: Vec<String>,
    /// Politically sensitive (bestuurlijk gevoelig).
    pub sensitive: bool,
    /// Who reported the person.
    pub reported_by: String,
    /// When the person was reported.
    pub reported_on: Option<NaiveDate>,
    /// When a team member last had contact.
    pub last_contact: Option<DateTime<Utc>>,
    /// Background text.
    pub background: String,
    /// The other values of fields in conflict.
    pub others: Vec<OtherValue>,
}

/// A value of a field in conflict, other than the one shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OtherValue {
    /// The field.
    pub field: CaseField,
    /// The value, with its author and time.
    pub value: ClashValue,
}

/// A colleague, as referred to by documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonFile {
    /// The author id used in documents.
    pub id: Uuid,
    /// Their name.
    pub name: String,
}

/// A raw document with its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentFile {
    /// Its id.
    pub id: Uuid,
    /// Its kind: 1 case, 2 contact, 3 signal, 4 team, 5 study.
    pub kind: u8,
    /// The standard Automerge format, in Base64.
    pub bytes: String,
}

/// A safety fact, in force or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SafetyRecord {
    /// The fact's id.
    pub id: SafetyFactId,
    /// The fact.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// When it was ended; `None` while it is in force.
    pub ended: Option<DateTime<Utc>>,
}

/// A promise, kept or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CommitmentRecord {
    /// The promise's id.
    pub id: CommitmentId,
    /// What was promised.
    pub text: String,
    /// Who promised; may be empty.
    pub who: String,
    /// The day it is due.
    pub due: Option<NaiveDate>,
    /// The time it is due.
    pub time: Option<NaiveTime>,
    /// Who recorded it.
    pub by: String,
    /// When it was recorded.
    pub made: DateTime<Utc>,
    /// Whether it was kept.
    pub done: bool,
}

/// A past agenda item of the core team. The decision itself is in the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgendaRecord {
    /// The status at the time.
    pub status: String,
    /// The question.
    pub question: String,
    /// Who put it on the agenda.
    pub by: String,
    /// When it was put on the agenda.
    pub at: DateTime<Utc>,
    /// The meeting that decided on it.
    pub meeting: Option<NaiveDate>,
}

/// A decision with its proof. The data needed to verify it without this app is exported separately
/// ([`super::DecisionProof`]), as it repeats each text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionRecord {
    /// The decision, or an addition to one.
    pub line: DecisionLine,
    /// The SHA-256 hash of its canonical bytes as recorded at the time, hexadecimal.
    pub hash: String,
    /// The hashes of its parent decisions.
    pub parents: Vec<String>,
    /// The author's public key (Ed25519), hexadecimal.
    pub key: String,
    /// The Ed25519 signature over the canonical bytes, hexadecimal.
    pub signature: String,
    /// The faults found; empty if the decision is intact.
    pub faults: Vec<DecisionFault>,
}

/// An expense, or the reversal of one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExpenseRecord {
    /// Its id.
    pub id: ExpenseId,
    /// The amount; negative for a reversal.
    pub cents: Cents,
    /// The purpose, as chosen or typed; empty for a reversal.
    pub purpose: String,
    /// The note; empty for a reversal.
    pub note: String,
    /// The day it was spent or reversed.
    pub day: NaiveDate,
    /// Who recorded it.
    pub by: String,
    /// Whether there is a receipt. The photo itself is not exported.
    pub receipt: bool,
    /// The expense that this one reverses.
    pub reverses: Option<ExpenseId>,
}

/// Everything about a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseExport {
    /// The facts.
    pub facts: CaseFacts,
    /// Safety facts, including ended ones, oldest first.
    pub safety: Vec<SafetyRecord>,
    /// Promises, including kept ones, by day.
    pub commitments: Vec<CommitmentRecord>,
    /// The contacts linked to the case.
    pub around: Vec<AroundLine>,
    /// Changes of the trust step, newest first.
    pub trust: Vec<TrustChange>,
    /// Organisations around the case, needed ones first.
    pub parties: Vec<PartyLine>,
    /// Relations to other people.
    pub relations: Vec<RelationLine>,
    /// Closings and reopenings, newest first.
    pub closings: Vec<ClosingLine>,
    /// Decisions and additions, oldest first.
    pub decisions: Vec<DecisionRecord>,
    /// Expenses and their reversals, oldest first.
    pub expenses: Vec<ExpenseRecord>,
    /// Agenda items of the core team, oldest first.
    pub agenda: Vec<AgendaRecord>,
    /// The complete timeline, newest first.
    pub timeline: Vec<TimelineEntry>,
}
