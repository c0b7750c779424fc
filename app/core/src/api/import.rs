//! Importing files, and undoing an import.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Change, Query};
use crate::model::ColumnChoice;

/// Parses a file and returns a preview. Stores nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreviewImport {
    /// The file's name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Chooses what a column of a previewed list holds, for this file and for later files of the same shape.
/// Returns an updated preview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChooseColumn {
    /// The preview's token.
    pub token: Uuid,
    /// The column and its meaning.
    pub choice: ColumnChoice,
}

/// Stores the rows of a preview. Rows that already exist are left unchanged. Rows that merely look
/// like an existing record are added as new ones, unless listed in `joined`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ConfirmImport {
    /// The preview's token.
    pub token: Uuid,
    /// Rows, by index in the preview, whose new information goes to the record they match or resemble.
    #[serde(default)]
    pub joined: Vec<u32>,
    /// Sentences to store as safety facts: the index of a row, and of the sentence within it.
    #[serde(default)]
    pub dangers: Vec<(u32, u32)>,
    /// Sentences that were shown and not chosen, as in `dangers`: this phone does not offer them again.
    #[serde(default)]
    pub passed_over: Vec<(u32, u32)>,
}

/// Reads the imports made on this phone, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadImports;

/// Undoes an import as a whole. Records that were changed or referred to since are kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TakeBackImport {
    /// The import's id.
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
