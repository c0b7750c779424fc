//! Commands. Each is one transaction, and durable when it answers. The author is this phone's user,
//! the time this phone's clock.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::view::{CaseField, Channel, ContactField, InterviewChoice, Settings, TrustStep, Who};
use crate::{CaseId, ContactId, EncounterId, SafetyFactId, SignalId};

/// Longest text of a sentence, note or background, in characters.
pub const MAX_TEXT: u32 = 20_000;
/// Longest text of a single-line field, in characters.
pub const MAX_LINE: u32 = 500;

/// The capture sheet as it stands, kept so that a kill loses nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The encounter it will become: saving twice makes one.
    pub id: EncounterId,
    /// The sentence so far.
    pub text: String,
    /// The chosen chip.
    pub channel: Channel,
    /// With whom.
    pub who: Who,
    /// That one's name, for the chip; empty for [`Who::Unknown`].
    pub who_name: String,
    /// When the sheet was opened.
    pub at: DateTime<Utc>,
    /// What else was chosen when it is for a study.
    #[serde(default)]
    pub interview: InterviewChoice,
}

/// Keeps the draft, or drops it. Not synced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveDraft {
    /// The draft; none drops it.
    pub draft: Option<Draft>,
}

/// Logs an encounter, and drops the draft in the same transaction. Without a person it becomes a
/// signal. The same id again changes nothing. An encounter reopens a closed case.
///
/// # Errors
/// [`BadValue::Future`](crate::BadValue::Future) for a moment more than five minutes ahead of this
/// phone's clock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveEncounter {
    /// Its number, chosen by the caller (UUIDv7; the draft's).
    pub id: EncounterId,
    /// The sentence: the only mandatory field.
    pub text: String,
    /// How.
    pub channel: Channel,
    /// With whom.
    pub who: Who,
    /// When it happened; now, if none.
    pub at: Option<DateTime<Utc>>,
}

/// Rewrites the text of an encounter; what others wrote in it meanwhile is merged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditEncounter {
    /// Whose it is. [`Who::Unknown`] for a signal.
    pub who: Who,
    /// Which encounter.
    pub id: EncounterId,
    /// The whole new text.
    pub text: String,
}

/// Opens a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CreateCase {
    /// Nickname or initial: the only mandatory field.
    pub name: String,
}

/// Sets a field of a case; settles a clash on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetCaseField {
    /// Which case.
    pub case: CaseId,
    /// Which field.
    pub field: CaseField,
    /// The new value; empty clears (a name cannot be cleared).
    pub value: String,
}

/// Adds or removes a problem type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetProblem {
    /// Which case.
    pub case: CaseId,
    /// The type, as shown.
    pub problem: String,
    /// Applies or not.
    pub applies: bool,
}

/// Sets the flag *bestuurlijk gevoelig*.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetSensitive {
    /// Which case.
    pub case: CaseId,
    /// Sensitive or not.
    pub sensitive: bool,
}

/// Sets the trust step; earlier ones stay in its history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetTrust {
    /// Which case.
    pub case: CaseId,
    /// The step.
    pub step: TrustStep,
}

/// Adds a safety fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddSafetyFact {
    /// Which case.
    pub case: CaseId,
    /// The fact.
    pub text: String,
}

/// Ends a safety fact; it is never deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndSafetyFact {
    /// Which case.
    pub case: CaseId,
    /// Which fact.
    pub id: SafetyFactId,
}

/// Puts a contact near a case, or takes it away.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinkAround {
    /// Which case.
    pub case: CaseId,
    /// Which contact.
    pub contact: ContactId,
    /// Why this person matters here.
    pub note: String,
    /// Near, or not any more.
    pub linked: bool,
}

/// Links a signal to a case, in whose timeline it then stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinkSignal {
    /// Which signal.
    pub signal: SignalId,
    /// Which case.
    pub case: CaseId,
}

/// Opens a case for a signal and links it. A signal has one such case, whoever picks it up; picking it
/// up again changes no name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PickUpSignal {
    /// Which signal.
    pub signal: SignalId,
    /// The new case's name.
    pub name: String,
}

/// Lets a signal rest, out of the inbox, until a day.
///
/// # Errors
/// [`BadValue::Day`](crate::BadValue::Day) for a day that is not still to come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RestSignal {
    /// Which signal.
    pub signal: SignalId,
    /// The day it is in the inbox again; none, and only search finds it.
    pub until: Option<NaiveDate>,
}

/// Puts a resting signal back into the inbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WakeSignal {
    /// Which signal.
    pub signal: SignalId,
}

/// Says from whom a signal came, in a few words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetSignalSource {
    /// Which signal.
    pub signal: SignalId,
    /// From whom; empty clears.
    pub source: String,
}

/// Adds a contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveContact {
    /// Name or role: the only mandatory field.
    pub name: String,
    /// Other fields that were filled in.
    pub fields: Vec<(ContactField, String)>,
}

/// Says what a contact is good with, or no longer. A word that is in use already is taken as it is
/// written there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetContactTag {
    /// Which contact.
    pub contact: ContactId,
    /// The word.
    pub tag: String,
    /// Good with it, or not.
    pub applies: bool,
}

/// Sets a field of a contact; settles a clash on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetContactField {
    /// Which contact.
    pub contact: ContactId,
    /// Which field.
    pub field: ContactField,
    /// The new value.
    pub value: String,
}

/// Changes this phone's settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetSettings {
    /// The new ones.
    pub settings: Settings,
}

/// Keeps where the app is, so that it can go on there after the system killed it. Not synced, and
/// nothing is to be read again for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeepPlace {
    /// The page's address.
    pub path: String,
    /// The capture sheet is open over it.
    pub sheet: bool,
}
