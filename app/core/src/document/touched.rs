//! What of a document a change touched, so that only that is projected again.

use std::collections::BTreeSet;

use automerge::{Patch, PatchAction, Prop};

use super::Document;

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
}

impl Collection {
    const ALL: [Self; 8] = [
        Self::Encounters,
        Self::Commitments,
        Self::Safety,
        Self::Trust,
        Self::Around,
        Self::Problems,
        Self::Links,
        Self::Members,
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
        }
    }

    fn from_key(key: &str) -> Option<Self> {
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
        let entries = Collection::ALL.into_iter().flat_map(|collection| {
            let keys = document.keys(collection).into_iter();
            keys.map(move |key| (collection, key))
        });
        Self {
            root: true,
            entries: entries.collect(),
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
                _ => touched.root(),
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
