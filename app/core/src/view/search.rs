//! Search over everything, and the type-ahead of the capture sheet.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{CaseLine, ContactLine, Found, NewsPlace, StudyLine};
use crate::model::{Channel, Who};

/// A piece of text that matches or does not. Concatenated, the spans form the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The piece.
    pub text: String,
    /// Whether it matches the search, to be underlined.
    pub matched: bool,
}

/// The result of a search.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SearchResult {
    /// Cases by name, address, what matters, background and more. The words may be spread over these
    /// fields.
    pub cases: Found<CaseHit>,
    /// Encounters and signals by text.
    pub encounters: Found<EncounterHit>,
    /// Contacts.
    pub contacts: Found<ContactHit>,
    /// Studies, by their fields and report.
    pub studies: Vec<StudyLine>,
    /// Whether the index is still being rebuilt after an update, so that results may be incomplete.
    pub behind: bool,
}

/// A case that matches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseHit {
    /// The case.
    pub case: CaseLine,
    /// Its name, with the match.
    pub name: Vec<Span>,
    /// Another matching field, with the match; empty if the name matches.
    pub text: Vec<Span>,
}

/// An encounter or signal that matches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EncounterHit {
    /// The record to open.
    pub place: NewsPlace,
    /// The name of the person it is about; empty for a signal without a source.
    pub name: String,
    /// Whether a danger is recorded for that person that still holds.
    pub danger: bool,
    /// An excerpt of the text around the match.
    pub text: Vec<Span>,
    /// The channel.
    pub channel: Channel,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub by: String,
}

/// A contact that matches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactHit {
    /// The contact.
    pub contact: ContactLine,
    /// Its name, with the match.
    pub name: Vec<Span>,
    /// Another matching field, with the match; empty if the name matches.
    pub text: Vec<Span>,
}

/// A choice for whom an encounter is with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhoOption {
    /// The value of the choice.
    pub who: Who,
    /// Name.
    pub name: String,
    /// Whether a danger is recorded that still holds.
    pub danger: bool,
    /// What distinguishes it from others of the same name: place or role.
    pub about: String,
    /// Whether it was found by its name.
    pub named: bool,
}
