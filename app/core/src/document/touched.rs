//! What of a document a change touched, so that only that is projected again.

use std::collections::BTreeSet;

use automerge::{Patch, PatchAction, Prop, ReadDoc};
use uuid::Uuid;

use super::order::is_came;
use super::{Document, id_text};

/// A map of entries, or of flags, at the root of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Collection {
    /// Things that happened.
    Encounters,
    /// Promises.
    Commitments,
    /// Safety facts.
    Safety,
    /// Trust steps.
    Trust,
    /// Contacts near a case: contact id → note, or null when no longer.
    Around,
    /// Problem types: name → applies.
    Problems,
    /// Cases a signal is linked to: case id → linked.
    Links,
    /// Members of the team.
    Members,
    /// Reasoned choices. Only ever added.
    Decisions,
    /// Money spent, and reversals of it. Only ever added.
    Expenses,
    /// Organisations around a case.
    Parties,
    /// Other cases and contacts this person is tied to.
    Relations,
    /// Closings and reopenings of a case. Only ever added.
    Closings,
    /// What of a case is on the core team's agenda.
    Agenda,
    /// Calls up the escalation line. Only ever added.
    Calls,
    /// Tags of a contact: name → applies.
    Tags,
    /// The team's escalation line.
    CallList,
    /// The colleagues' keys to sign decisions with. Only ever added.
    Keys,
    /// Talks of a study. Only ever added, texts apart.
    Interviews,
    /// Themes of a study: name → in use.
    Themes,
    /// Which talk is about which theme: talk id, colon, theme → applies.
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

    /// Its key at the root.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Encounters => "encounters",
            Self::Commitments => "commitments",
            Self::Safety => "safety",
            Self::Trust => "trust",
            Self::Around => "around",
            Self::Problems => "problems",
            Self::Links => "links",
            Self::Members => "members",
            Self::Decisions => "decisions",
            Self::Expenses => "expenses",
            Self::Parties => "parties",
            Self::Relations => "relations",
            Self::Closings => "closings",
            Self::Agenda => "agenda",
            Self::Calls => "calls",
            Self::Tags => "tags",
            Self::CallList => "call_list",
            Self::Keys => "keys",
            Self::Interviews => "interviews",
            Self::Themes => "themes",
            Self::Marks => "marks",
        }
    }

    /// It holds flags and notes rather than entries.
    pub(crate) fn is_of_flags(self) -> bool {
        matches!(
            self,
            Self::Around | Self::Problems | Self::Links | Self::Tags | Self::Themes | Self::Marks
        )
    }

    /// Whether a key may stand in it. Ids have one spelling: the same id in two would be two entries of
    /// one. What is no id at all is a newer app's.
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

/// The touched parts of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Touched {
    /// A field at the root, a text, or a map of flags.
    pub(crate) root: bool,
    /// Entries, by map and key.
    pub(crate) entries: BTreeSet<(Collection, String)>,
    /// When things happened: what is kept of any entry may not hold any more.
    pub(crate) moments: bool,
}

impl Touched {
    /// A field at the root was touched.
    pub(crate) fn root(&mut self) {
        self.root = true;
    }

    /// An entry was touched.
    pub(crate) fn entry(&mut self, collection: Collection, key: &str) {
        self.entries.insert((collection, key.to_owned()));
    }

    /// All of a document.
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

    /// What patches touch.
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

/// The key of the map a patch changes directly.
fn action_key(action: &PatchAction) -> Option<&str> {
    match action {
        PatchAction::PutMap { key, .. } | PatchAction::DeleteMap { key } => Some(key),
        PatchAction::Conflict {
            prop: Prop::Map(key),
        } => Some(key),
        _ => None,
    }
}
