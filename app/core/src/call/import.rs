//! Reading other people's files in, and taking that back.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Change, Query};
use crate::import::Choice;

/// Reads a file and says what was understood; keeps nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreviewImport {
    /// The file's name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Says what a column of a previewed list holds: for it, and for the next of its shape. Answers the
/// preview anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChooseColumn {
    /// The preview's token.
    pub token: Uuid,
    /// The column, and what it holds.
    pub choice: Choice,
}

/// Keeps what a preview showed. Rows that are there already are left as they are, and both are kept
/// of what only looks alike, unless somebody said otherwise.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct KeepImport {
    /// The preview's token.
    pub token: Uuid,
    /// Rows, by their place in the preview, of which what is new goes to whom they are or look like.
    #[serde(default)]
    pub joined: Vec<u32>,
    /// Sentences that become safety facts: the place of a row, and of the sentence in it.
    #[serde(default)]
    pub dangers: Vec<(u32, u32)>,
}

/// What was read in on this phone, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadImports;

/// Takes an import back in one go. What somebody changed since stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TakeBackImport {
    /// Which import.
    pub id: i64,
}

impl Query for ReadImports {
    fn shows(&self, change: &Change) -> bool {
        matches!(
            change,
            Change::Case(_) | Change::Contact(_) | Change::Everything
        )
    }
}
