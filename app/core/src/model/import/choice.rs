//! Columns whose title leaves their meaning uncertain, and what the user chooses for them.

use serde::{Deserialize, Serialize};

/// What a column holds, as chosen by the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Holds {
    /// The name of the person the row is about.
    Name,
    /// The number that identifies the person.
    Number,
    /// The person's address.
    Address,
    /// The person's phone number.
    Phone,
    /// Anything else: it goes to the background under its title.
    Else,
}

/// The user's choice for one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnChoice {
    /// The column title, compared by its folded text.
    pub title: String,
    /// What the column holds.
    pub holds: Holds,
}

/// A column about which the user may be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsureColumn {
    /// The column title, as written.
    pub title: String,
    /// The first non-empty value.
    pub sample: String,
    /// How the column was interpreted.
    pub taken_as: Holds,
    /// The alternative interpretation.
    pub maybe: Holds,
}
