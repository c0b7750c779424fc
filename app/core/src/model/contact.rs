//! Contacts and relations between people.

use serde::{Deserialize, Serialize};

/// An editable field of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ContactField {
    /// Name, or the role by which the contact is known.
    Name,
    /// Role.
    Role,
    /// Organisation.
    Organisation,
    /// Neighbourhood.
    District,
    /// What the contact is good for ("weet wie niet opendoet").
    WhatFor,
    /// Phone number.
    Phone,
    /// E-mail address.
    Email,
    /// Street and number.
    Address,
    /// A longer text that colleagues edit together.
    Note,
}

/// What one person is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RelationKind {
    /// Lives with.
    LivesWith,
    /// Partner of.
    Partner,
    /// Parent of.
    ParentOf,
    /// Child of.
    ChildOf,
    /// Another family relation.
    Family,
    /// Friend of.
    Friend,
    /// Is afraid of.
    AfraidOf,
    /// Is feared by.
    Frightens,
}

impl RelationKind {
    /// All kinds, in the order of the chips.
    pub const ALL: [Self; 8] = [
        Self::LivesWith,
        Self::Partner,
        Self::ParentOf,
        Self::ChildOf,
        Self::Family,
        Self::Friend,
        Self::AfraidOf,
        Self::Frightens,
    ];

    /// Returns the same relation seen from the other side.
    pub fn inverse(self) -> Self {
        match self {
            Self::ParentOf => Self::ChildOf,
            Self::ChildOf => Self::ParentOf,
            Self::AfraidOf => Self::Frightens,
            Self::Frightens => Self::AfraidOf,
            same => same,
        }
    }
}

impl RelationKind {
    /// Returns the word used in documents and SQL.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::LivesWith => "lives_with",
            Self::Partner => "partner",
            Self::ParentOf => "parent_of",
            Self::ChildOf => "child_of",
            Self::Family => "family",
            Self::Friend => "friend",
            Self::AfraidOf => "afraid_of",
            Self::Frightens => "frightens",
        }
    }

    /// Parses the word. Returns `None` for an unknown word from a newer app.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}
