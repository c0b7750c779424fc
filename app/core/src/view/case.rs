//! Cases: lists, *voor de deur* and timeline.

mod safety;
mod words;

pub use safety::{EndedFact, SafetyFact};
pub use words::{CaseStatus, Channel, TrustStep};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ClosingLine, CrisisCard, PartyLine, PartyStep, RelationLine, SyncMark, Weeks};
use crate::{CaseId, CommitmentId, ContactId, EncounterId, SignalId};

/// A field of a case that people type or choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CaseField {
    /// Nickname or initial.
    Name,
    /// Street and number.
    Address,
    /// 1234 AB.
    Postcode,
    /// Neighbourhood (wijk).
    District,
    /// Phone number.
    Phone,
    /// What matters to this person, one sentence.
    WhatMatters,
    /// Do, at the door.
    Do,
    /// Don't, at the door.
    Dont,
    /// Who goes ahead: a colleague's name as shown.
    Lead,
    /// [`CaseStatus`], as its [`word`](CaseStatus::word).
    Status,
    /// Background: longer text that people write together.
    Background,
    /// What the person is called to their face.
    Called,
    /// Who fills in for the lead: a colleague's name as shown.
    Cover,
    /// Until and with which day: `2026-12-03`; empty for as long as needed.
    CoverUntil,
    /// Whom to call in a crisis.
    CrisisWho,
    /// That one's phone number.
    CrisisPhone,
    /// Which colleague is on in a crisis.
    CrisisOn,
    /// What helps in a crisis, one line.
    CrisisHelps,
}

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseLine {
    /// Which case.
    pub id: CaseId,
    /// Nickname or initial.
    pub name: String,
    /// Neighbourhood or street; may be empty.
    pub place: String,
    /// How far in.
    pub trust: TrustStep,
    /// Where it stands.
    pub status: CaseStatus,
    /// Who goes ahead: name, empty when nobody.
    pub lead: String,
    /// When somebody of the team last had contact.
    pub last_contact: Option<DateTime<Utc>>,
    /// Politically sensitive (bestuurlijk gevoelig).
    pub sensitive: bool,
}

/// The list of cases.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CaseList {
    /// The asked part: open ones by last contact, newest first; then handed over and closed ones.
    pub cases: Vec<CaseLine>,
    /// How many there are in all.
    pub total: u32,
}

/// One promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CommitmentLine {
    /// Which promise.
    pub id: CommitmentId,
    /// Of which case.
    pub case: CaseId,
    /// That case's name.
    pub case_name: String,
    /// What was promised.
    pub text: String,
    /// Who promised: "wij", a name; may be empty.
    pub who: String,
    /// By which day.
    pub due: Option<NaiveDate>,
    /// At what time that day.
    pub time: Option<NaiveTime>,
    /// Kept already.
    pub done: bool,
    /// Where it is.
    pub mark: SyncMark,
}

/// Somebody of the network who is near this case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AroundLine {
    /// Which contact.
    pub contact: ContactId,
    /// Name.
    pub name: String,
    /// Why this person matters here; else what they are for in general.
    pub note: String,
    /// Phone number as stored; may be empty.
    pub phone: String,
}

/// A step of trust, as it was set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrustChange {
    /// The step.
    pub step: TrustStep,
    /// Who set it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// One of the values of a field that two people set without knowing of each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClashValue {
    /// The value.
    pub value: String,
    /// Who set it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl ClashValue {
    /// No colleague set it but a list that was read in: that is the same for every phone and has no
    /// author and no moment.
    pub fn from_list(&self) -> bool {
        self.at == DateTime::UNIX_EPOCH
    }
}

/// A field with more than one value; one tap settles it ([`crate::call::SetCaseField`]).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Clash<F> {
    /// Which field.
    pub field: F,
    /// The values, the one shown elsewhere first.
    pub values: Vec<ClashValue>,
}

/// Everything *voor de deur*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseView {
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
    /// What the person is called to their face; may be empty.
    pub called: String,
    /// Who fills in for the lead today; empty when nobody does or not any more.
    pub cover: String,
    /// Until and with which day.
    pub cover_until: Option<NaiveDate>,
    /// Whom to call in a crisis.
    pub crisis: CrisisCard,
    /// How long it runs; none when it is handed over or closed.
    pub weeks: Option<Weeks>,
    /// Where it stands.
    pub status: CaseStatus,
    /// What matters, one sentence; empty when unknown.
    pub what_matters: String,
    /// Safety facts in force, oldest first.
    pub safety: Vec<SafetyFact>,
    /// Do.
    pub does: String,
    /// Don't.
    pub donts: String,
    /// Promises not yet kept, by due day.
    pub commitments: Vec<CommitmentLine>,
    /// The last three encounters, newest first.
    pub last_three: Vec<TimelineEntry>,
    /// How many encounters there are in all.
    pub encounters: u32,
    /// Who is near.
    pub around: Vec<AroundLine>,
    /// Ties to other people, from either side.
    pub relations: Vec<RelationLine>,
    /// Safety facts that hold no more, the last ended first.
    pub safety_ended: Vec<EndedFact>,
    /// How far in.
    pub trust: TrustStep,
    /// Earlier steps, newest first.
    pub trust_history: Vec<TrustChange>,
    /// Problem types, as given.
    pub problems: Vec<String>,
    /// Politically sensitive (bestuurlijk gevoelig).
    pub sensitive: bool,
    /// Who signed the person up.
    pub reported_by: String,
    /// When.
    pub reported_on: Option<NaiveDate>,
    /// Background text.
    pub background: String,
    /// Closings and reopenings, newest first.
    pub closings: Vec<ClosingLine>,
    /// Organisations around the case: those that are needed first, then by name.
    pub parties: Vec<PartyLine>,
    /// How many organisations were needed, each time that changed, oldest first.
    pub party_steps: Vec<PartyStep>,
    /// Fields with more than one value.
    pub clashes: Vec<Clash<CaseField>>,
    /// [`SyncMark::OnlyHere`] when anything of this case is only on this phone.
    pub mark: SyncMark,
}

/// One encounter on the timeline of a case (or in the history of a contact).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// Which encounter.
    pub id: EncounterId,
    /// The signal it is, when it is a signal linked to the case.
    pub signal: Option<SignalId>,
    /// When it happened; where the clock was wrong, when it can have been.
    pub at: DateTime<Utc>,
    /// What the clock said of the phone it was written on, where that was wrong.
    pub said: Option<DateTime<Utc>>,
    /// How.
    pub channel: Channel,
    /// What was written.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// Where it is.
    pub mark: SyncMark,
}

/// A page of a timeline, newest first.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Timeline {
    /// The encounters.
    pub entries: Vec<TimelineEntry>,
    /// There are older ones: ask again with `before` the last of these.
    pub more: bool,
    /// How many there are with those.
    pub total: u32,
}
