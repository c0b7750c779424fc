//! Kinds of documents and their first change: a frozen string of bytes, so that every device starts
//! a document of a kind from the same change and their maps are the same maps.
//!
//! A later schema adds a frozen change on top; these files are never changed. A document of an older
//! app gets that change with its next edit, the same bytes on every phone, so that two phones that do
//! so offline make one change and not two.

use std::sync::OnceLock;

use automerge::{Automerge, Change, ChangeHash, ObjId, ROOT, ReadDoc, ValueRef};

use super::{Document, DocumentError};

/// What a document is about. The number is stored and sent; it never changes its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Kind {
    /// One resident or household.
    Case = 1,
    /// One contact in the neighbourhood.
    Contact = 2,
    /// One signal.
    Signal = 3,
    /// The team itself: one document a team.
    Team = 4,
    /// One neighbourhood study.
    Study = 5,
    /// One photo of a receipt: no Automerge document but its bytes, which never change.
    Receipt = 6,
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::Case,
        Self::Contact,
        Self::Signal,
        Self::Team,
        Self::Study,
        Self::Receipt,
    ];

    /// From its number; none for a kind of a newer app.
    pub(crate) fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| *kind as u8 == number)
    }

    /// The first change of every document of this kind, and those that later schemas put on top; none
    /// where there are no changes.
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

    /// Its documents are bytes that never change, rather than changes.
    pub(crate) fn is_blob(self) -> bool {
        self.steps().is_empty()
    }

    /// What a new document of this kind begins with.
    pub(crate) fn genesis(self) -> Vec<u8> {
        self.steps().concat()
    }
}

/// What the documents of a kind begin with.
struct Beginning {
    steps: Vec<ChangeHash>,
    /// The maps and texts at the root, each with its id: the same in every document.
    root: Vec<(String, ObjId)>,
}

impl Kind {
    /// A change is one of those that documents of this kind begin with.
    pub(super) fn has_step(self, change: &ChangeHash) -> bool {
        self.beginning().steps.contains(change)
    }

    /// Something stands under this key at the root that no later change may take away or replace.
    pub(super) fn begins_with(self, key: &str) -> bool {
        self.beginnings().any(|(there, _)| there == key)
    }

    /// The maps and texts at the root, each with its id.
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
    /// Brings a document that an older app made to this app's schema. Answers the bytes of the
    /// changes that were missing; none when there were none.
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

    /// How the frozen files were made: schema `version`, on top of the steps before it.
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
