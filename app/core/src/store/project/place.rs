//! Under which document an entry is shown.

use uuid::Uuid;

use crate::document::{Fate, Kind};
use crate::model::Who;

/// A document under which an entry is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) kind: Kind,
    pub(super) document: Uuid,
}

impl Place {
    pub(super) fn new(kind: Kind, document: Uuid) -> Self {
        Self { kind, document }
    }

    pub(super) fn of(who: Who) -> Option<Self> {
        match who {
            Who::Case(case) => Some(Self::new(Kind::Case, case.0)),
            Who::Contact(contact) => Some(Self::new(Kind::Contact, contact.0)),
            Who::Study(_) | Who::Unknown => None,
        }
    }

    /// Returns where an entry that was written here is shown.
    pub(super) fn after(self, fate: &Fate) -> Self {
        let to = fate.moved.first().and_then(|moved| Self::of(moved.to));
        to.unwrap_or(self)
    }
}

/// Where the entries of a document are shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Home {
    /// The document in which they are written.
    pub(super) own: Place,
    /// The document that stands for it: itself, unless it is a case that was joined into another.
    pub(super) stands: Place,
    /// Whether rows of it may lie under another document, also without a mark of their own.
    pub(super) anywhere: bool,
}

impl Home {
    /// Entries are shown where they are written.
    pub(super) fn of(own: Place) -> Self {
        Self {
            own,
            stands: own,
            anywhere: false,
        }
    }

    /// Returns the case itself and the one that stands for it, that one with where it comes from.
    pub(super) fn both(self) -> impl Iterator<Item = (Uuid, Option<Uuid>)> {
        let (own, stands) = (self.own.document, self.stands.document);
        let other = (stands != own).then_some((stands, Some(own)));
        [(own, None)].into_iter().chain(other)
    }
}
