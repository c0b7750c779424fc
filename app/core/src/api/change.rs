//! Requests that change something. Each is one transaction, and durable once it returns. The author is this phone's user; the
//! time is the phone's clock, corrected where it is known to be off.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::model::{CaseField, Channel, ContactField, TrustStep, Who};
use crate::view::{InterviewChoice, Settings};
use crate::{CaseId, ContactId, EncounterId, SafetyFactId, SignalId};

/// A sentence in the capture sheet that is not saved yet, stored so that it survives the app being killed.
/// Each person has a draft of their own, and so has *nog onbekend*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The id of the encounter it becomes, which makes saving idempotent.
    pub id: EncounterId,
    /// The text so far.
    pub text: String,
    /// The selected channel.
    pub channel: Channel,
    /// Whom it is with.
    pub who: Who,
    /// The name shown on the chip; empty for [`Who::Unknown`].
    pub who_name: String,
    /// When the sheet was opened.
    pub at: DateTime<Utc>,
    /// The additional choices for an interview.
    #[serde(default)]
    pub interview: InterviewChoice,
}

/// Stores a draft in place of the one with its id, or drops that when nothing is written. Not synced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveDraft {
    /// The draft; one without text is dropped.
    pub draft: Draft,
}

impl Draft {
    /// Returns whether anything is written.
    pub fn is_written(&self) -> bool {
        !self.text.trim().is_empty()
    }
}

/// Logs an encounter and drops its draft in the same transaction. Without a person it becomes a signal.
/// Idempotent by id. An encounter reopens a closed case.
///
/// # Errors
/// [`BadValue::Future`](crate::BadValue::Future) if `at` is more than five minutes ahead of the clock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveEncounter {
    /// Its id, chosen by the caller (UUIDv7; the draft's).
    pub id: EncounterId,
    /// The text: the only mandatory field.
    pub text: String,
    /// The channel.
    pub channel: Channel,
    /// Whom it was with.
    pub who: Who,
    /// When it happened; `None` for now.
    pub at: Option<DateTime<Utc>>,
}

/// Changes an encounter, a signal or an interview. Concurrent edits are merged: both texts stay, and of
/// two times or channels one is shown, the same on every phone.
///
/// # Errors
/// [`BadValue::Future`](crate::BadValue::Future) if `at` is more than five minutes ahead of the clock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditEncounter {
    /// Whom the encounter is with; [`Who::Unknown`] for a signal.
    pub who: Who,
    /// The encounter's id.
    pub id: EncounterId,
    /// The complete new text.
    pub text: String,
    /// When it happened; `None` leaves it.
    pub at: Option<DateTime<Utc>>,
    /// The channel; `None` leaves it.
    pub channel: Option<Channel>,
}

/// Creates a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CreateCase {
    /// Nickname or initial: the only mandatory field.
    pub name: String,
}

/// Sets a field of a case, which resolves a conflict on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetCaseField {
    /// The case.
    pub case: CaseId,
    /// The field.
    pub field: CaseField,
    /// The new value; empty clears the field, except for the name.
    pub value: String,
}

/// Adds or removes a problem type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetProblem {
    /// The case.
    pub case: CaseId,
    /// The problem type, as shown.
    pub problem: String,
    /// Whether it applies.
    pub applies: bool,
}

/// Sets the flag *bestuurlijk gevoelig* (politically sensitive).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetSensitive {
    /// The case.
    pub case: CaseId,
    /// Whether the case is sensitive.
    pub sensitive: bool,
}

/// Sets the trust step. Earlier steps stay in its history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetTrust {
    /// The case.
    pub case: CaseId,
    /// The new step.
    pub step: TrustStep,
}

/// Adds a safety fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddSafetyFact {
    /// The case.
    pub case: CaseId,
    /// The text of the fact.
    pub text: String,
}

/// Ends a safety fact. It is never deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndSafetyFact {
    /// The case.
    pub case: CaseId,
    /// The fact's id.
    pub id: SafetyFactId,
}

/// Links a contact to a case as somebody nearby, or removes the link.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetCaseContact {
    /// The case.
    pub case: CaseId,
    /// The contact.
    pub contact: ContactId,
    /// Why this contact matters to the case.
    pub note: String,
    /// Whether the contact is linked.
    pub linked: bool,
}

/// Links a signal to a case. It then shows in the case's timeline, and reopens a closed case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinkSignal {
    /// The signal.
    pub signal: SignalId,
    /// The case.
    pub case: CaseId,
}

/// Creates a case for a signal and links it. A signal picked up on several phones yields one case;
/// picking it up again does not change the name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PickUpSignal {
    /// The signal.
    pub signal: SignalId,
    /// The name of the new case.
    pub name: String,
}

/// Takes a signal out of the inbox until a day.
///
/// # Errors
/// [`BadValue::Day`](crate::BadValue::Day) if the day is not in the future.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RestSignal {
    /// The signal.
    pub signal: SignalId,
    /// The day it returns to the inbox; if `None`, only search finds it.
    pub until: Option<NaiveDate>,
}

/// Returns a resting signal to the inbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WakeSignal {
    /// The signal.
    pub signal: SignalId,
}

/// Sets the source of a signal, in a few words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetSignalSource {
    /// The signal.
    pub signal: SignalId,
    /// The source; empty clears it.
    pub source: String,
}

/// Creates a contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveContact {
    /// Name or role: the only mandatory field.
    pub name: String,
    /// The other fields that were filled in.
    pub fields: Vec<(ContactField, String)>,
}

/// Adds a tag for what a contact is good with, or removes one. A tag that is already in use keeps its
/// existing spelling.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetContactTag {
    /// The contact.
    pub contact: ContactId,
    /// The tag.
    pub tag: String,
    /// Whether it applies.
    pub applies: bool,
}

/// Sets a field of a contact, which resolves a conflict on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetContactField {
    /// The contact.
    pub contact: ContactId,
    /// The field.
    pub field: ContactField,
    /// The new value.
    pub value: String,
}

/// Replaces this phone's settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetSettings {
    /// The new settings.
    pub settings: Settings,
}

/// Stores the current page, so that the app can return to it after the system killed it. Not synced, and
/// emits no change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveLocation {
    /// The route of the page.
    pub path: String,
    /// Whether the capture sheet is open over it.
    pub sheet: bool,
}
