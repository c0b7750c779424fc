//! The network of the neighbourhood.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Clash, RelationLine, SyncMark, TimelineEntry};
use crate::ContactId;

/// A field of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ContactField {
    /// Name or role by which everybody knows them.
    Name,
    /// Role.
    Role,
    /// Organisation.
    Organisation,
    /// Neighbourhood.
    District,
    /// What they are good for ("weet wie niet opendoet").
    WhatFor,
    /// Phone number.
    Phone,
    /// E-mail address.
    Email,
    /// Street and number.
    Address,
    /// Longer text that people write together.
    Note,
}

/// A contact in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactLine {
    /// Which contact.
    pub id: ContactId,
    /// Name.
    pub name: String,
    /// Role, organisation or what they are for; may be empty.
    pub about: String,
    /// Neighbourhood; may be empty.
    pub district: String,
    /// Phone number as stored; may be empty.
    pub phone: String,
    /// When somebody of the team last spoke with them.
    pub last_contact: Option<DateTime<Utc>>,
}

/// A neighbourhood with its contacts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct District {
    /// Name; empty for contacts without a neighbourhood.
    pub name: String,
    /// How many contacts it has in all.
    pub total: u32,
    /// The first of them, by name.
    pub contacts: Vec<ContactLine>,
}

/// The network tab.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Network {
    /// Spoken before, but not for six weeks; longest first, a few.
    pub long_unspoken: Vec<ContactLine>,
    /// By neighbourhood.
    pub districts: Vec<District>,
    /// How many contacts there are in all, shown or not.
    pub total: u32,
    /// What contacts are good with: the words in use, the most used first, at most forty.
    pub tags: Vec<String>,
    /// All neighbourhoods, whatever is filtered on; the first forty.
    pub all_districts: Vec<String>,
}

/// One contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactView {
    /// Which contact.
    pub id: ContactId,
    /// Name.
    pub name: String,
    /// Role.
    pub role: String,
    /// Organisation.
    pub organisation: String,
    /// Neighbourhood.
    pub district: String,
    /// What they are good for.
    pub what_for: String,
    /// Phone number as stored.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Street and number.
    pub address: String,
    /// Longer text.
    pub note: String,
    /// What they are good with, a word each.
    pub tags: Vec<String>,
    /// Words in use for others, the most used first, at most twenty.
    pub other_tags: Vec<String>,
    /// Talks with them, newest first (the last thirty).
    pub talks: Vec<TimelineEntry>,
    /// How many there are in all.
    pub talk_count: u32,
    /// When somebody of the team last had contact, as far as known.
    #[serde(default)]
    pub last_contact: Option<DateTime<Utc>>,
    /// Ties to people there is a case of.
    pub relations: Vec<RelationLine>,
    /// Fields with more than one value.
    pub clashes: Vec<Clash<ContactField>>,
    /// Where it is.
    pub mark: SyncMark,
}
