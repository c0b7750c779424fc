//! Everything that is known of a case, to hand out. Each thing that was typed stands in it once. What
//! a later feature adds to a case gets a field of its own in [`Dossier`].

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    AroundLine, CaseField, CaseStatus, ClashValue, ClosingLine, CrisisCard, DecisionFault,
    DecisionLine, PartyLine, RelationLine, TimelineEntry, TrustChange, TrustStep,
};
use crate::{CaseId, Cents, CommitmentId, ExpenseId, SafetyFactId};

/// The facts of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseFacts {
    /// Which case.
    pub id: CaseId,
    /// The municipality's number for it; may be empty.
    pub number: String,
    /// Nickname or initial.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// 1234 AB.
    pub postcode: String,
    /// Neighbourhood.
    pub district: String,
    /// Phone number as stored.
    pub phone: String,
    /// Who goes ahead; empty when nobody.
    pub lead: String,
    /// Where it stands.
    pub status: CaseStatus,
    /// How far in.
    pub trust: TrustStep,
    /// What matters, one sentence.
    pub what_matters: String,
    /// What the person is called to their face; may be empty.
    pub called: String,
    /// Who fills in; empty when nobody.
    pub cover: String,
    /// Until which day.
    pub cover_until: Option<NaiveDate>,
    /// Whom to call in a crisis.
    pub crisis: CrisisCard,
    /// Do.
    pub does: String,
    /// Don't.
    pub donts: String,
    /// Problem types, as given.
    pub problems: Vec<String>,
    /// Politically sensitive (bestuurlijk gevoelig).
    pub sensitive: bool,
    /// Who signed the person up.
    pub reported_by: String,
    /// When.
    pub reported_on: Option<NaiveDate>,
    /// When somebody of the team last had contact.
    pub last_contact: Option<DateTime<Utc>>,
    /// Background text.
    pub background: String,
    /// What others wrote in the same field at the same time, and nobody settled yet.
    pub others: Vec<OtherValue>,
}

/// A value beside the one that is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OtherValue {
    /// Of which field.
    pub field: CaseField,
    /// The value, with who set it and when.
    pub value: ClashValue,
}

/// A colleague, as the documents speak of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonFile {
    /// The id that stands with what they wrote.
    pub id: Uuid,
    /// Their name.
    pub name: String,
}

/// A document as it is, with its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentFile {
    /// Its id.
    pub id: Uuid,
    /// What it is about: 1 a case, 2 a contact, 3 a signal, 4 the team, 5 a study.
    pub kind: u8,
    /// As Automerge saves it, in Base64: any Automerge opens it.
    pub bytes: String,
}

/// A safety fact, in force or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SafetyRecord {
    /// Which fact.
    pub id: SafetyFactId,
    /// The fact.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// When it ended; none while it is in force.
    pub ended: Option<DateTime<Utc>>,
}

/// A promise, kept or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CommitmentRecord {
    /// Which promise.
    pub id: CommitmentId,
    /// What was promised.
    pub text: String,
    /// Who promised; may be empty.
    pub who: String,
    /// By which day.
    pub due: Option<NaiveDate>,
    /// At what time that day.
    pub time: Option<NaiveTime>,
    /// Who wrote it down.
    pub by: String,
    /// When.
    pub made: DateTime<Utc>,
    /// Kept.
    pub done: bool,
}

/// What stood on the core team's agenda. What was decided stands in the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgendaRecord {
    /// How it stood.
    pub status: String,
    /// What was asked.
    pub question: String,
    /// Who put it there.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The meeting that decided on it.
    pub meeting: Option<NaiveDate>,
}

/// A decision with what proves it. What is needed to do the check without this app is handed out apart
/// ([`super::DecisionProof`]): it holds each text twice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionRecord {
    /// The decision, or what was added to one.
    pub line: DecisionLine,
    /// SHA-256 of its canonical bytes as written at the time, hexadecimal.
    pub hash: String,
    /// The hashes of the decisions before it.
    pub parents: Vec<String>,
    /// The author's public key (Ed25519), hexadecimal.
    pub key: String,
    /// Ed25519 over the canonical bytes, hexadecimal.
    pub signature: String,
    /// What is wrong with it; empty when all is right.
    pub faults: Vec<DecisionFault>,
}

/// An expense, or the reversal of one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExpenseRecord {
    /// Which.
    pub id: ExpenseId,
    /// How much; below zero for a reversal.
    pub cents: Cents,
    /// What for, as the chip said or as typed; of a reversal empty.
    pub purpose: String,
    /// What more was said; of a reversal empty.
    pub note: String,
    /// The day it was spent, or taken back.
    pub day: NaiveDate,
    /// Who wrote it down.
    pub by: String,
    /// There is a receipt; the photo is not handed out.
    pub receipt: bool,
    /// The expense that this one takes back.
    pub reverses: Option<ExpenseId>,
}

/// All of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dossier {
    /// The facts.
    pub facts: CaseFacts,
    /// Safety facts, the ended ones too, oldest first.
    pub safety: Vec<SafetyRecord>,
    /// Promises, the kept ones too, by day.
    pub commitments: Vec<CommitmentRecord>,
    /// Who is near.
    pub around: Vec<AroundLine>,
    /// Steps of trust, newest first.
    pub trust: Vec<TrustChange>,
    /// Organisations around the case, those that are needed first.
    pub parties: Vec<PartyLine>,
    /// Ties to other people.
    pub relations: Vec<RelationLine>,
    /// Closings and reopenings, newest first.
    pub closings: Vec<ClosingLine>,
    /// Decisions and what was added to them, oldest first.
    pub decisions: Vec<DecisionRecord>,
    /// Expenses and their reversals, oldest first.
    pub expenses: Vec<ExpenseRecord>,
    /// What stood on the core team's agenda, oldest first.
    pub agenda: Vec<AgendaRecord>,
    /// The whole timeline, newest first.
    pub timeline: Vec<TimelineEntry>,
}
