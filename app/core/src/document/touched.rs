//! The parts of a document that a change touched: only those are projected again.

use std::collections::BTreeSet;

use automerge::{Patch, PatchAction, Prop, ReadDoc};
use uuid::Uuid;

use super::order::is_came;
use super::{Document, id_text};
use crate::model::words;

/// A map at the root of a document, of entries or of flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Collection {
    /// Encounters.
    Encounters,
    /// Promises.
    Commitments,
    /// Safety facts.
    Safety,
    /// Trust steps.
    Trust,
    /// Contacts near a case: contact id → note, or null when removed.
    Around,
    /// Problem types: name → applies.
    Problems,
    /// Cases a signal is linked to: case id → linked.
    Links,
    /// Members of the team.
    Members,
    /// Reasoned choices. Append-only.
    Decisions,
    /// Expenses, their reversals and later receipts. Append-only.
    Expenses,
    /// Organisations around a case.
    Parties,
    /// Relations to other cases and contacts.
    Relations,
    /// Closings and reopenings of a case. Append-only.
    Closings,
    /// Entries on the core team's agenda.
    Agenda,
    /// Calls along the escalation list. Append-only.
    Calls,
    /// Tags of a contact: name → applies.
    Tags,
    /// The team's escalation list.
    CallList,
    /// The members' public keys for signed decisions. Append-only.
    Keys,
    /// Interviews of a study. Append-only, except for their texts.
    Interviews,
    /// Themes of a study: name → in use.
    Themes,
    /// Themes of an interview: `<interview id>:<theme>` → applies.
    Marks,
}

impl Collection {
    const ALL: [Self; 21] = [
        Self::Encounters,
        Self::Commitments,
        Self::Safety,
        Self::Trust,
        Self::Around,
        Self::Problems,
        Self::Links,
        Self::Members,
        Self::Decisions,
        Self::Expenses,
        Self::Parties,
        Self::Relations,
        Self::Closings,
        Self::Agenda,
        Self::Calls,
        Self::Tags,
        Self::CallList,
        Self::Keys,
        Self::Interviews,
        Self::Themes,
        Self::Marks,
    ];

    /// Returns whether the map holds flags and notes instead of entries.
    pub(crate) fn is_of_flags(self) -> bool {
        matches!(
            self,
            Self::Around | Self::Problems | Self::Links | Self::Tags | Self::Themes | Self::Marks
        )
    }

    /// Returns whether a key is allowed in the map. An id must have its canonical spelling, or the
    /// same id could be two entries. A key that is not an id may be a newer app's and is allowed.
    pub(crate) fn takes_key(self, key: &str) -> bool {
        let id = match self {
            Self::Problems | Self::Tags | Self::Themes => return true,
            Self::Marks => key.split_once(':').map_or(key, |(talk, _)| talk),
            _ => key,
        };
        Uuid::parse_str(id).map_or(true, |parsed| id_text(parsed) == id)
    }

    pub(super) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.key() == key)
    }
}

words!(Collection -> pub(crate) key {
    Encounters = "encounters",
    Commitments = "commitments",
    Safety = "safety",
    Trust = "trust",
    Around = "around",
    Problems = "problems",
    Links = "links",
    Members = "members",
    Decisions = "decisions",
    Expenses = "expenses",
    Parties = "parties",
    Relations = "relations",
    Closings = "closings",
    Agenda = "agenda",
    Calls = "calls",
    Tags = "tags",
    CallList = "call_list",
    Keys = "keys",
    Interviews = "interviews",
    Themes = "themes",
    Marks = "marks",
});

/// The touched parts of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Touched {
    /// A root field, a collaborative text, or another unknown part of the document.
    pub(crate) root: bool,
    /// Entries and flags, by map and key.
    pub(crate) entries: BTreeSet<(Collection, String)>,
    /// Derived times: those projected for any entry may be stale.
    pub(crate) moments: bool,
}

impl Touched {
    /// Marks the root as touched.
    pub(crate) fn root(&mut self) {
        self.root = true;
    }

    /// Marks an entry as touched.
    pub(crate) fn entry(&mut self, collection: Collection, key: &str) {
        self.entries.insert((collection, key.to_owned()));
    }

    /// Adds what another one touches.
    pub(crate) fn merge(&mut self, other: Self) {
        self.root |= other.root;
        self.moments |= other.moments;
        self.entries.extend(other.entries);
    }

    /// Covers the whole document.
    pub(crate) fn all(document: &Document) -> Self {
        Self {
            root: true,
            moments: false,
            entries: document
                .maps()
                .flat_map(|(collection, map)| {
                    let keys = document.reader().keys(map);
                    keys.map(move |key| (collection, key))
                })
                .collect(),
        }
    }

    /// Collects what patches touch.
    pub(crate) fn from_patches(patches: &[Patch]) -> Self {
        let mut touched = Self::default();
        for patch in patches {
            let mut path = patch.path.iter().map(|(_, prop)| prop);
            match (path.next(), path.next()) {
                (Some(Prop::Map(map)), Some(Prop::Map(key))) => touched.at(map, key),
                (Some(Prop::Map(map)), _) => match action_key(&patch.action) {
                    Some(key) => touched.at(map, key),
                    None => touched.root(),
                },
                _ => {
                    touched.root();
                    touched.moments |= action_key(&patch.action).is_some_and(is_came);
                }
            }
        }
        touched
    }

    fn at(&mut self, map: &str, key: &str) {
        match Collection::from_key(map) {
            Some(collection) => self.entry(collection, key),
            None => self.root(),
        }
    }
}

/// Returns the key that a patch changes directly in a map.
fn action_key(action: &PatchAction) -> Option<&str> {
    match action {
        PatchAction::PutMap { key, .. } | PatchAction::DeleteMap { key } => Some(key),
        PatchAction::Conflict {
            prop: Prop::Map(key),
        } => Some(key),
        _ => None,
    }
}
