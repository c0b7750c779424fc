//! Imported lists.

mod choice;
mod reason;

pub use choice::{ColumnChoice, Holds, UnsureColumn};
pub use reason::{ImportReason, RowProblem};

use serde::{Deserialize, Serialize};

use super::words;

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

words!(ImportKind {
    Cases = "cases",
    Contacts = "contacts",
    Team = "team",
} else Cases);

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
