//! Imported lists.

mod reason;

pub use reason::{ImportReason, RowProblem};

use serde::{Deserialize, Serialize};

/// The contents of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportKind {
    /// A list of cases.
    Cases,
    /// An address book.
    Contacts,
    /// A complete team, as exported by this app.
    Team,
}

impl ImportKind {
    /// Returns the value stored in SQL.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Contacts => "contacts",
            Self::Team => "team",
        }
    }

    /// Parses the value stored in SQL; an unknown one is taken as [`ImportKind::Cases`].
    pub(crate) fn from_word(word: &str) -> Self {
        [Self::Contacts, Self::Team]
            .into_iter()
            .find(|kind| kind.word() == word)
            .unwrap_or(Self::Cases)
    }
}

/// The kind of resemblance between a row and a stored record, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Likeness {
    /// The same case number, but a different name.
    Number,
    /// The same name, with the case number spelt differently: 000123 and 123.
    NumberSpelling,
    /// The same name, and the same address or phone, but contradicted by another field.
    Person,
    /// A different surname at the same address or phone.
    Surname,
    /// Only the name is the same.
    Name,
    /// Only the phone is the same.
    Phone,
}
