//! Kinds of documents and their genesis changes. These are frozen bytes: every device starts a
//! document of a kind from the same changes, so that the maps created there are the same objects
//! everywhere.
//!
//! A later schema version adds another frozen change on top; existing files never change. A document
//! made by an older app receives the new change before its next edit. Because the bytes are identical
//! on every phone, two phones that upgrade offline make the same change.

use std::sync::OnceLock;

use automerge::{Automerge, Change, ChangeHash, ObjId, ROOT, ReadDoc, ValueRef};

use super::{Document, DocumentError};

/// What a document is about. The numbers are stored and sent, so their meaning never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Kind {
    /// One resident or household.
    Case = 1,
    /// One contact in the neighbourhood.
    Contact = 2,
    /// One signal.
    Signal = 3,
    /// The team itself: one document per team.
    Team = 4,
    /// One neighbourhood study.
    Study = 5,
    /// One photo of a receipt: immutable bytes instead of an Automerge document.
    Receipt = 6,
}

impl Kind {
    pub(super) const ALL: [Self; 6] = [
        Self::Case,
        Self::Contact,
        Self::Signal,
        Self::Team,
        Self::Study,
        Self::Receipt,
    ];

    /// Returns the kind with this number, or `None` for a kind of a newer app.
    pub(crate) fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| *kind as u8 == number)
    }

    /// Returns the genesis changes of this kind, one per schema version; empty for a blob.
    pub(super) fn steps(self) -> &'static [&'static [u8]] {
        match self {
            Self::Case => &[
                include_bytes!("genesis/case-1.automerge"),
                include_bytes!("genesis/case-2.automerge"),
            ],
            Self::Contact => &[
                include_bytes!("genesis/contact-1.automerge"),
                include_bytes!("genesis/contact-2.automerge"),
            ],
            Self::Signal => &[include_bytes!("genesis/signal-1.automerge")],
            Self::Team => &[
                include_bytes!("genesis/team-1.automerge"),
                include_bytes!("genesis/team-2.automerge"),
            ],
            Self::Study => &[include_bytes!("genesis/study-1.automerge")],
            Self::Receipt => &[],
        }
    }

    /// Returns whether its documents are immutable bytes instead of changes.
    pub(crate) fn is_blob(self) -> bool {
        self.steps().is_empty()
    }

    /// Returns the concatenated genesis changes of a new document.
    pub(crate) fn genesis(self) -> Vec<u8> {
        self.steps().concat()
    }
}

/// The parsed genesis of a kind.
struct Beginning {
    steps: Vec<ChangeHash>,
    /// The maps and texts at the root, with their object ids, which are the same in every document.
    root: Vec<(String, ObjId)>,
}

impl Kind {
    /// Returns whether a change is one of the kind's genesis changes.
    pub(super) fn has_step(self, change: &ChangeHash) -> bool {
        self.beginning().steps.contains(change)
    }

    /// Returns whether the genesis creates this root key, which later changes must not delete or
    /// replace.
    pub(super) fn begins_with(self, key: &str) -> bool {
        self.beginnings().any(|(there, _)| there == key)
    }

    /// Returns the root maps and texts that the genesis creates, with their object ids.
    pub(super) fn beginnings(self) -> impl Iterator<Item = (&'static str, &'static ObjId)> {
        let root = self.beginning().root.iter();
        root.map(|(key, id)| (key.as_str(), id))
    }

    fn beginning(self) -> &'static Beginning {
        static ALL: [OnceLock<Beginning>; Kind::ALL.len()] = [const { OnceLock::new() }; 6];
        ALL[self as usize - 1].get_or_init(|| {
            let steps = self.steps().iter();
            let whole = Automerge::load(&self.genesis()).unwrap_or_default();
            let fields = whole.map_range(ROOT, ..);
            Beginning {
                steps: steps
                    .filter_map(|step| Some(Change::try_from(*step).ok()?.hash()))
                    .collect(),
                root: fields
                    .filter(|field| matches!(field.value, ValueRef::Object(_)))
                    .map(|field| (field.key.to_string(), field.id()))
                    .collect(),
            }
        })
    }
}

impl Document {
    /// Upgrades a document made by an older app to the current schema. Returns the bytes of the
    /// changes it added; empty when the document was up to date.
    pub(crate) fn upgrade(&mut self, kind: Kind) -> Result<Vec<u8>, DocumentError> {
        let mut added = Vec::new();
        for step in kind.steps() {
            let change = Change::try_from(*step)
                .map_err(|_| DocumentError::Shape("a frozen change of the schema"))?;
            if !self.has(&change.hash()) {
                self.apply(vec![change])?;
                added.extend_from_slice(step);
            }
        }
        Ok(added)
    }
}

#[cfg(test)]
mod tests {
    use automerge::transaction::{CommitOptions, Transactable};
    use automerge::{ActorId, Automerge, ObjType, ROOT, ReadDoc};

    use super::*;

    /// Builds the change of schema `version` on top of the preceding ones, as the frozen files were
    /// made.
    fn make(kind: Kind, name: &str, version: i64, maps: &[&str], texts: &[&str]) -> Vec<u8> {
        let before: Vec<u8> = kind.steps()[..version as usize - 1].concat();
        let mut document = match before.is_empty() {
            true => Automerge::new(),
            false => Automerge::load(&before).expect("the steps before"),
        }
        .with_actor(ActorId::from(b"voorveld".to_vec()));
        let mut transaction = document.transaction();
        if version == 1 {
            transaction.put(ROOT, "kind", name).expect("put");
        }
        transaction.put(ROOT, "schema", version).expect("put");
        for map in maps {
            transaction
                .put_object(ROOT, *map, ObjType::Map)
                .expect("map");
        }
        for text in texts {
            transaction
                .put_object(ROOT, *text, ObjType::Text)
                .expect("text");
        }
        let (hash, _) = transaction.commit_with(CommitOptions::default().with_time(0));
        let change = document
            .get_change_by_hash(&hash.expect("a change"))
            .expect("there");
        assert_eq!(Kind::from_number(kind as u8), Some(kind));
        change.raw_bytes().to_vec()
    }

    fn check(kind: Kind, name: &str, version: i64, maps: &[&str], texts: &[&str]) {
        let made = make(kind, name, version, maps, texts);
        if std::env::var_os("VOORVELD_WRITE_GENESIS").is_some() {
            let path = format!("src/document/genesis/{name}-{version}.automerge");
            if !std::path::Path::new(&path).exists()
                || std::fs::metadata(&path).expect("size").len() == 0
            {
                std::fs::write(path, &made).expect("write");
            }
            return;
        }
        assert_eq!(
            kind.steps()[version as usize - 1],
            made,
            "step {version} of a {name} is frozen"
        );
    }

    #[test]
    fn the_first_change_of_every_kind_is_frozen() {
        check(
            Kind::Case,
            "case",
            1,
            &[
                "encounters",
                "commitments",
                "safety",
                "trust",
                "around",
                "problems",
            ],
            &["background"],
        );
        check(Kind::Contact, "contact", 1, &["encounters"], &["note"]);
        check(Kind::Signal, "signal", 1, &["links"], &[]);
        check(Kind::Team, "team", 1, &["members"], &[]);
        check(
            Kind::Study,
            "study",
            1,
            &["interviews", "themes", "marks"],
            &["report"],
        );
    }

    #[test]
    fn what_later_schemas_put_on_top_is_frozen() {
        check(
            Kind::Case,
            "case",
            2,
            &[
                "decisions",
                "expenses",
                "parties",
                "relations",
                "closings",
                "agenda",
                "calls",
            ],
            &[],
        );
        check(Kind::Contact, "contact", 2, &["tags"], &[]);
        check(Kind::Team, "team", 2, &["call_list", "keys"], &[]);
    }

    #[test]
    fn two_phones_that_upgrade_an_older_document_offline_make_one_change() {
        let older = Kind::Case.steps()[0];
        let mut phones = [1_u8, 2].map(|n| {
            let actor = ActorId::from(vec![n; 16]);
            let mut document = Document::load(older, &actor).expect("loads");
            let added = document.upgrade(Kind::Case).expect("upgrades");
            assert_eq!(added, Kind::Case.steps()[1]);
            assert_eq!(document.upgrade(Kind::Case).expect("again"), b"");
            document
        });
        let [noor, bas] = &mut phones;
        assert_eq!(noor.heads(), bas.heads());
        assert_eq!(
            noor.heads(),
            Document::new(Kind::Case, &ActorId::from(vec![3; 16]))
                .expect("new")
                .heads()
        );
    }
}
