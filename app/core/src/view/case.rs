//! Cases: lists, the page *Voor de deur*, and the timeline.

mod safety;

pub use safety::{EndedFact, SafetyFact};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ClosingLine, CrisisCard, PartyLine, PartyStep, RelationLine, Together, Weeks};
use crate::model::{CaseField, CaseStatus, Channel, SyncMark, TrustStep};
use crate::{CaseId, CommitmentId, ContactId, EncounterId, SignalId};

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseLine {
    /// The case's id.
    pub id: CaseId,
    /// Nickname or initial.
    pub name: String,
    /// Whether a danger is recorded that still holds.
    pub danger: bool,
    /// Neighbourhood or street; may be empty.
    pub place: String,
    /// The trust step.
    pub trust: TrustStep,
    /// The status.
    pub status: CaseStatus,
    /// The lead; empty if there is none.
    pub lead: String,
    /// When a team member last had contact.
    pub last_contact: Option<DateTime<Utc>>,
    /// Politically sensitive (bestuurlijk gevoelig).
    pub sensitive: bool,
    /// Whether two people filled something in differently.
    pub clash: bool,
}

/// The list of cases.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CaseList {
    /// The requested page: open cases by last contact, newest first; then handed-over and closed ones.
    pub cases: Vec<CaseLine>,
    /// The total number of cases.
    pub total: u32,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CommitmentLine {
    /// The promise's id.
    pub id: CommitmentId,
    /// The case it belongs to.
    pub case: CaseId,
    /// The name of that case.
    pub case_name: String,
    /// Whether a danger is recorded for that case that still holds.
    pub danger: bool,
    /// What was promised.
    pub text: String,
    /// Who promised: "wij" or a name; may be empty.
    pub who: String,
    /// The day it is due.
    pub due: Option<NaiveDate>,
    /// The time it is due.
    pub time: Option<NaiveTime>,
    /// Whether it was kept.
    pub done: bool,
    /// Whether the team has it.
    pub mark: SyncMark,
}

/// A contact linked to a case as somebody nearby.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AroundLine {
    /// The contact.
    pub contact: ContactId,
    /// Name.
    pub name: String,
    /// Why this contact matters to the case; otherwise what the contact is generally good for.
    pub note: String,
    /// Phone number as stored; may be empty.
    pub phone: String,
}

/// A change of the trust step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrustChange {
    /// The step.
    pub step: TrustStep,
    /// Who set it.
    pub by: String,
    /// When it was set.
    pub at: DateTime<Utc>,
}

/// One of the concurrent values of a field in conflict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClashValue {
    /// The value.
    pub value: String,
    /// Who set it.
    pub by: String,
    /// When it was set.
    pub at: DateTime<Utc>,
}

impl ClashValue {
    /// Returns whether the value comes from an imported list. Such values are identical on every phone
    /// and have no author or time.
    pub fn from_list(&self) -> bool {
        self.at == DateTime::UNIX_EPOCH
    }
}

/// A field in conflict, with several concurrent values. Setting it resolves the conflict
/// ([`crate::api::SetCaseField`]).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Clash<F> {
    /// The field.
    pub field: F,
    /// The values; the first is the one shown elsewhere.
    pub values: Vec<ClashValue>,
}

/// The page *Voor de deur*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseView {
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
    /// How to address the person; may be empty.
    pub called: String,
    /// The cover for the lead today; empty if there is none, or its last day has passed.
    pub cover: String,
    /// The last day of the cover.
    pub cover_until: Option<NaiveDate>,
    /// Whom to call in a crisis.
    pub crisis: CrisisCard,
    /// The weeks the case has run; `None` if it is handed over or closed.
    pub weeks: Option<Weeks>,
    /// The status.
    pub status: CaseStatus,
    /// What matters to the person, in one sentence; empty if unknown.
    pub what_matters: String,
    /// Safety facts in force, oldest first.
    pub safety: Vec<SafetyFact>,
    /// What to do at the door.
    pub does: String,
    /// What not to do at the door.
    pub donts: String,
    /// Open promises, by due day.
    pub commitments: Vec<CommitmentLine>,
    /// The last three encounters, newest first.
    pub last_three: Vec<TimelineEntry>,
    /// The total number of encounters.
    pub encounters: u32,
    /// The contacts linked to the case.
    pub around: Vec<AroundLine>,
    /// Relations to other people, recorded on either side.
    pub relations: Vec<RelationLine>,
    /// Ended safety facts, the last ended first.
    pub safety_ended: Vec<EndedFact>,
    /// The trust step.
    pub trust: TrustStep,
    /// Earlier trust steps, newest first.
    pub trust_history: Vec<TrustChange>,
    /// Problem types, as entered.
    pub problems: Vec<String>,
    /// Politically sensitive (bestuurlijk gevoelig).
    pub sensitive: bool,
    /// Who reported the person.
    pub reported_by: String,
    /// When the person was reported.
    pub reported_on: Option<NaiveDate>,
    /// Background text.
    pub background: String,
    /// Closings and reopenings, newest first.
    pub closings: Vec<ClosingLine>,
    /// Organisations around the case: needed ones first, then by name.
    pub parties: Vec<PartyLine>,
    /// The number of needed organisations at each change, oldest first.
    pub party_steps: Vec<PartyStep>,
    /// With which other cases it is joined.
    pub together: Together,
    /// Fields in conflict.
    pub clashes: Vec<Clash<CaseField>>,
    /// [`SyncMark::OnlyHere`] if anything in this case is stored on this phone only.
    pub mark: SyncMark,
}

/// An encounter on the timeline of a case, or in the history of a contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// The encounter's id.
    pub id: EncounterId,
    /// The signal, if this entry is a signal linked to the case.
    pub signal: Option<SignalId>,
    /// When it happened; corrected if the author's clock was wrong.
    pub at: DateTime<Utc>,
    /// The time given by the author's phone, if its clock was wrong.
    pub said: Option<DateTime<Utc>>,
    /// The channel.
    pub channel: Channel,
    /// What was written.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// Two moved it to different people at the same time.
    pub contested: bool,
    /// Whether the team has it.
    pub mark: SyncMark,
}

/// A page of a timeline, newest first.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Timeline {
    /// The encounters.
    pub entries: Vec<TimelineEntry>,
    /// Whether older entries exist: request them with `before` set to the last of these.
    pub more: bool,
    /// The total number of entries, including older ones.
    pub total: u32,
}
