//! Contacts and relations between people.

use serde::{Deserialize, Serialize};

use super::words;

/// An editable field of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

words!(ContactField -> pub key, all {
    Name = "name",
    Role = "role",
    Organisation = "organisation",
    District = "district",
    WhatFor = "what_for",
    Phone = "phone",
    Email = "email",
    Address = "address",
    Note = "note",
});

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

words!(RelationKind {
    LivesWith = "lives_with",
    Partner = "partner",
    ParentOf = "parent_of",
    ChildOf = "child_of",
    Family = "family",
    Friend = "friend",
    AfraidOf = "afraid_of",
    Frightens = "frightens",
});
