//! Import: the preview of a file, before anything is stored.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::model::{ImportKind, Likeness, RowProblem, UnsureColumn};

/// A stored person whom a row resembles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LooksLike {
    /// The person's name.
    pub name: String,
    /// The kind of resemblance.
    pub why: Likeness,
}

/// A parsed row, as it would be stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// The line in the file, starting from 1.
    pub line: u32,
    /// Name.
    pub name: String,
    /// A summary of the other values, for the preview.
    pub about: String,
    /// Whether it is already stored, so that the import leaves it unchanged.
    pub known: bool,
    /// The row's additional information about a stored person, one item per line.
    #[serde(default)]
    pub unseen: String,
    /// The stored person it resembles. Both are kept unless the user joins them.
    #[serde(default)]
    pub like: Option<LooksLike>,
    /// Sentences that mention danger, offered as safety facts.
    #[serde(default)]
    pub danger: Vec<String>,
}

/// The preview of an import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportPreview {
    /// The token by which to store it.
    pub token: Uuid,
    /// The contents of the file.
    pub kind: ImportKind,
    /// The rows that could be parsed.
    pub rows: Vec<ImportRow>,
    /// The number of new rows.
    pub fresh: u32,
    /// The remarks, by line.
    pub problems: Vec<RowProblem>,
    /// The columns whose meaning the user may choose.
    #[serde(default)]
    pub unsure: Vec<UnsureColumn>,
}

/// The result of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// The contents of the file.
    pub kind: ImportKind,
    /// The number of records added.
    pub added: u32,
    /// The number of records that already existed.
    pub known: u32,
    /// The number of rows left out.
    pub left_out: u32,
}

/// An import made on this phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastImport {
    /// The id by which to undo it.
    pub id: i64,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// The contents of the file.
    pub kind: ImportKind,
    /// The file's name.
    pub name: String,
    /// The number of records added.
    pub added: u32,
}

/// The result of undoing an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    /// The number of records removed.
    pub gone: u32,
    /// The names of records that were kept, because they were changed or referred to since.
    pub stayed: Vec<String>,
}
