//! Organisations around a case, needed or scrapped.
//!
//! A party is an entry with a name, and a `state` that can clash; each time that is set, an entry
//! beside it says so for good, so that the count over time is known.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entry::{id, id_text, moment, text};
use super::read::str_at;
use super::{Collection, Document, DocumentError, Edit, RawClash};
use crate::view::PartyState;

/// An organisation around a case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Party {
    pub(crate) name: String,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
    /// The state, the one shown first; more than one is a clash.
    pub(crate) states: Vec<RawClash>,
}

/// A state as it was set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PartyChange {
    pub(crate) party: Uuid,
    pub(crate) state: PartyState,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
}

impl PartyState {
    /// The word in documents, SQL and the values of a clash.
    pub fn word(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::Scrapped => "scrapped",
        }
    }

    /// From that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Needed, Self::Scrapped]
            .into_iter()
            .find(|state| state.word() == word)
    }
}

impl Edit<'_, '_> {
    /// Adds a party, needed until somebody says otherwise.
    pub(crate) fn add_party(
        &mut self,
        key: Uuid,
        name: &str,
        by: Uuid,
        at: DateTime<Utc>,
    ) -> Result<(), DocumentError> {
        self.add_entry(
            Collection::Parties,
            &id_text(key),
            [
                ("at", moment(at)),
                ("by", text(id_text(by))),
                ("name", text(name)),
                ("state", text(PartyState::Needed.word())),
            ],
        )
    }

    /// Sets a party's state, and notes that it was set. Answers whether there is such a party.
    pub(crate) fn set_party_state(
        &mut self,
        key: Uuid,
        change: &PartyChange,
    ) -> Result<bool, DocumentError> {
        let party = id_text(change.party);
        let word = change.state.word();
        if !self.set_in_entry(Collection::Parties, &party, "state", word)? {
            return Ok(false);
        }
        self.add_entry(
            Collection::Parties,
            &id_text(key),
            [
                ("at", moment(change.at)),
                ("by", text(id_text(change.by))),
                ("party", text(party)),
                ("state", text(word)),
            ],
        )?;
        Ok(true)
    }
}

impl Document {
    /// A party; none when the entry is no party but a change of one.
    pub(crate) fn party(&self, key: &str) -> Option<Party> {
        let entry = self.entry(Collection::Parties, key)?;
        let reader = self.reader();
        let name = str_at(reader, &entry, "name");
        (!name.is_empty()).then(|| Party {
            name,
            by: id(&str_at(reader, &entry, "by")),
            at: self.placed(&entry, "at").unwrap_or_default(),
            states: self.values_at(&entry, "state"),
        })
    }

    /// A change of a party; none when the entry is a party.
    pub(crate) fn party_change(&self, key: &str) -> Option<PartyChange> {
        let entry = self.entry(Collection::Parties, key)?;
        let reader = self.reader();
        Some(PartyChange {
            party: Uuid::parse_str(&str_at(reader, &entry, "party")).ok()?,
            state: PartyState::from_word(&str_at(reader, &entry, "state"))?,
            by: id(&str_at(reader, &entry, "by")),
            at: self.placed(&entry, "at")?,
        })
    }
}
