//! The network of contacts in the neighbourhood.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Clash, RelationLine, TimelineEntry};
use crate::ContactId;
use crate::model::{ContactField, ContactTexts, SyncMark};

/// A contact in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactLine {
    /// The contact's id.
    pub id: ContactId,
    /// Name.
    pub name: String,
    /// Role, organisation, or what the contact is good for; may be empty.
    pub about: String,
    /// Neighbourhood; may be empty.
    pub district: String,
    /// Phone number as stored; may be empty.
    pub phone: String,
    /// When a team member last spoke with the contact.
    pub last_contact: Option<DateTime<Utc>>,
    /// Whether two people filled something in differently.
    pub clash: bool,
}

/// A neighbourhood with its contacts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct District {
    /// Name; empty for contacts without a neighbourhood.
    pub name: String,
    /// The total number of contacts.
    pub total: u32,
    /// The first contacts, by name.
    pub contacts: Vec<ContactLine>,
}

/// The network tab.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Network {
    /// A few contacts spoken with before, but not in the last six weeks; longest ago first.
    pub long_unspoken: Vec<ContactLine>,
    /// The contacts, by neighbourhood.
    pub districts: Vec<District>,
    /// The total number of contacts, shown or not.
    pub total: u32,
    /// Tags in use, most frequent first, at most forty.
    pub tags: Vec<String>,
    /// All neighbourhoods in alphabetical order, regardless of the filter.
    pub all_districts: Vec<String>,
}

/// A contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactView {
    /// The contact's id.
    pub id: ContactId,
    /// Its texts. In JSON they stand among the other fields.
    #[serde(flatten)]
    pub texts: ContactTexts,
    /// The contact's tags: single words for what they are good with.
    pub tags: Vec<String>,
    /// Tags in use for other contacts, most frequent first, at most twenty.
    pub other_tags: Vec<String>,
    /// The latest thirty talks, newest first.
    pub talks: Vec<TimelineEntry>,
    /// The total number of talks.
    pub talk_count: u32,
    /// When a team member last had contact, if known.
    #[serde(default)]
    pub last_contact: Option<DateTime<Utc>>,
    /// Relations to people with a case.
    pub relations: Vec<RelationLine>,
    /// Fields in conflict.
    pub clashes: Vec<Clash<ContactField>>,
    /// Whether the team has it.
    pub mark: SyncMark,
}
