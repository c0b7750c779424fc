//! Organisations around a case, needed or scrapped.
//!
//! A party is an entry with a name and a `state`, which can conflict. Each change of the state also
//! adds a separate permanent entry, which gives the history for counting over time.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entry::{id, id_text, moment, text};
use super::read::str_at;
use super::{Collection, Document, DocumentError, Edit, RawClash};
use crate::model::PartyState;

/// An organisation around a case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Party {
    pub(crate) name: String,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
    /// The values of the state, the shown one first; more than one means a conflict.
    pub(crate) states: Vec<RawClash>,
}

/// A change of a party's state.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PartyChange {
    pub(crate) party: Uuid,
    pub(crate) state: PartyState,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
}

impl Edit<'_, '_> {
    /// Adds a party, initially needed.
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

    /// Sets a party's state and adds a history entry. Returns whether the party exists.
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
    /// Reads a party. Returns `None` when the entry records a state change instead.
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

    /// Reads a state change. Returns `None` when the entry is a party.
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
