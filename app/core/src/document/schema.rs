//! Kinds of documents and their first change: a frozen string of bytes, so that every device starts
//! a document of a kind from the same change and their maps are the same maps.
//!
//! A later schema adds a frozen change on top; these files are never changed.

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
}

impl Kind {
    /// From its number; none for a kind of a newer app.
    pub(crate) fn from_number(number: u8) -> Option<Self> {
        [Self::Case, Self::Contact, Self::Signal, Self::Team]
            .into_iter()
            .find(|kind| *kind as u8 == number)
    }

    /// The first change of every document of this kind.
    pub(crate) fn genesis(self) -> &'static [u8] {
        match self {
            Self::Case => include_bytes!("genesis/case-1.automerge"),
            Self::Contact => include_bytes!("genesis/contact-1.automerge"),
            Self::Signal => include_bytes!("genesis/signal-1.automerge"),
            Self::Team => include_bytes!("genesis/team-1.automerge"),
        }
    }
}

#[cfg(test)]
mod tests {
    use automerge::transaction::{CommitOptions, Transactable};
    use automerge::{ActorId, Automerge, ObjType, ROOT, ReadDoc};

    use super::*;

    /// How the frozen files were made.
    fn make(kind: Kind, name: &str, maps: &[&str], texts: &[&str]) -> Vec<u8> {
        let mut document = Automerge::new().with_actor(ActorId::from(b"voorveld".to_vec()));
        let mut transaction = document.transaction();
        transaction.put(ROOT, "kind", name).expect("put");
        transaction.put(ROOT, "schema", 1).expect("put");
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

    fn check(kind: Kind, name: &str, maps: &[&str], texts: &[&str]) {
        let made = make(kind, name, maps, texts);
        if std::env::var_os("VOORVELD_WRITE_GENESIS").is_some() {
            let path = format!("src/document/genesis/{name}-1.automerge");
            std::fs::write(path, &made).expect("write");
            return;
        }
        assert_eq!(
            kind.genesis(),
            made,
            "the first change of a {name} is frozen"
        );
    }

    #[test]
    fn the_first_change_of_every_kind_is_frozen() {
        check(
            Kind::Case,
            "case",
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
        check(Kind::Contact, "contact", &["encounters"], &["note"]);
        check(Kind::Signal, "signal", &["links"], &[]);
        check(Kind::Team, "team", &["members"], &[]);
    }
}
