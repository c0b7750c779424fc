//! Import: what was understood of a file, before anything is kept.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportKind {
    /// A list of cases.
    Cases,
    /// An address book.
    Contacts,
    /// All of a team, as this app handed it out.
    Team,
}

/// Why a row or a value in it was not taken over, or taken over with a remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportReason {
    /// No name: the row is left out.
    NoName,
    /// The same row stands in the file before: left out.
    TwiceInFile {
        /// Line of the first.
        first_line: u32,
    },
    /// Not a table row or card that can be read: left out.
    Unreadable,
    /// The file ends in the middle of this row or card: left out.
    CutOff,
    /// The card has no END where the next begins; kept.
    NoEnd,
    /// A card that groups others and is nobody: left out.
    Group {
        /// How many it groups.
        members: u32,
    },
    /// On the first card that has any: lines that only the address book itself needs (REV, PRODID);
    /// not taken over.
    OwnLines {
        /// Their names.
        names: String,
    },
    /// A day that does not exist or cannot be read; kept without it, as written in the background.
    BadDate {
        /// As written.
        text: String,
    },
    /// A last contact in the future: kept without it, as written in the background.
    FutureDate {
        /// As written.
        text: String,
    },
    /// Not a phone number that can be called: kept as written.
    OddPhone {
        /// As written.
        text: String,
    },
    /// Not a Dutch postcode: kept as written.
    OddPostcode {
        /// As written.
        text: String,
    },
    /// A status in unknown words: kept as open, as written in the background.
    OddStatus {
        /// As written.
        text: String,
    },
    /// A picture or other attachment, not taken over.
    Attachment {
        /// Its size in bytes.
        bytes: u64,
    },
    /// Longer than a field takes; the row is left out.
    TooLong,
    /// On the header: it has a column of citizen service numbers (BSN). Those are not taken over,
    /// into no field and no text: there is no ground to hold them.
    ServiceNumbers,
}

impl ImportKind {
    /// The word in SQL.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Contacts => "contacts",
            Self::Team => "team",
        }
    }

    /// From that word.
    pub(crate) fn from_word(word: &str) -> Self {
        [Self::Contacts, Self::Team]
            .into_iter()
            .find(|kind| kind.word() == word)
            .unwrap_or(Self::Cases)
    }
}

impl ImportReason {
    /// The row is left out (otherwise it is kept, with a remark).
    pub fn leaves_out(&self) -> bool {
        matches!(
            self,
            Self::NoName
                | Self::TwiceInFile { .. }
                | Self::Unreadable
                | Self::CutOff
                | Self::Group { .. }
                | Self::TooLong
        )
    }
}

/// A remark on a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    /// Line in the file where the row or card begins, from 1.
    pub line: u32,
    /// Name on the row, as far as known.
    pub name: String,
    /// What is the matter.
    pub reason: ImportReason,
}

/// One understood row, as it would be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// Line in the file, from 1.
    pub line: u32,
    /// Name.
    pub name: String,
    /// What else was understood, in short, for the preview.
    pub about: String,
    /// It is on this phone already and is left as it is.
    pub known: bool,
}

/// The preview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportPreview {
    /// To keep it by.
    pub token: Uuid,
    /// What the file holds.
    pub kind: ImportKind,
    /// The rows that were understood.
    pub rows: Vec<ImportRow>,
    /// How many of them are new.
    pub fresh: u32,
    /// Remarks, by line.
    pub problems: Vec<RowProblem>,
}

/// What was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// What the file held.
    pub kind: ImportKind,
    /// How many were added.
    pub added: u32,
    /// How many were there already.
    pub known: u32,
    /// How many rows were left out.
    pub left_out: u32,
}

/// Something that was read in on this phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastImport {
    /// To take it back by.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// What the file held.
    pub kind: ImportKind,
    /// The file's name.
    pub name: String,
    /// How many it added.
    pub added: u32,
}

/// What came of taking an import back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    /// How many are gone.
    pub gone: u32,
    /// The names of those that stayed, because somebody did something with them since.
    pub stayed: Vec<String>,
}
