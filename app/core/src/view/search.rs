//! Search over everything, and the type-ahead of the capture sheet.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{CaseLine, Channel, ContactLine, Found, NewsPlace, StudyLine, Who};

/// A piece of text, matched or not; a text is the pieces one behind the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The piece.
    pub text: String,
    /// It matched what was searched for: underline it.
    pub matched: bool,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SearchResult {
    /// Cases by name, address, what matters, background…, and by words that lie apart in them.
    pub cases: Found<CaseHit>,
    /// Encounters and signals by text.
    pub encounters: Found<EncounterHit>,
    /// Contacts.
    pub contacts: Found<ContactHit>,
    /// Studies, by what stands at their head or in their report.
    pub studies: Vec<StudyLine>,
    /// A newer app still reads in what an older one kept: not everything is found yet.
    pub behind: bool,
}

/// A case that was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseHit {
    /// The case.
    pub case: CaseLine,
    /// Its name with the match.
    pub name: Vec<Span>,
    /// Another field that matched, with the match; empty when the name did.
    pub text: Vec<Span>,
}

/// An encounter or signal that was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EncounterHit {
    /// Where to go.
    pub place: NewsPlace,
    /// About whom; empty for a signal without a source.
    pub name: String,
    /// A part of the text around the match.
    pub text: Vec<Span>,
    /// How.
    pub channel: Channel,
    /// When.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub by: String,
}

/// A contact that was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactHit {
    /// The contact.
    pub contact: ContactLine,
    /// Its name with the match.
    pub name: Vec<Span>,
    /// Another field that matched, with the match; empty when the name did.
    pub text: Vec<Span>,
}

/// Somebody an encounter can be with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WhoOption {
    /// Who.
    pub who: Who,
    /// Name.
    pub name: String,
    /// What tells this one from another of that name: place or role.
    pub about: String,
    /// It was found by its name.
    pub named: bool,
}
