//! Reading other people's files in, and taking that back.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Change, Query};

/// Reads a file and says what was understood; keeps nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreviewImport {
    /// The file's name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Keeps what a preview showed. Rows that are there already are left as they are.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct KeepImport {
    /// The preview's token.
    pub token: Uuid,
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
