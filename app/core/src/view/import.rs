//! Import: what was understood of a file, before anything is kept.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::import::Unsure;

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
    /// A text of the row called a number a citizen service number (BSN): it was taken out.
    ServiceNumberTakenOut,
    /// A text of the row seems to hold a citizen service number; kept as written.
    ServiceNumberInText,
    /// On the header: a column that only counts the rows. It names nobody and is not taken over.
    RowNumbers {
        /// Its title.
        title: String,
    },
    /// Another row about the same person: what it says more stands with the first.
    JoinedTo {
        /// Line of the first.
        first_line: u32,
    },
    /// The number is another person's, on this line; both are kept.
    NumberOfTwo {
        /// Line of the other.
        first_line: u32,
    },
    /// Looks like the person on this line; both are kept.
    LooksLikeRow {
        /// Line of the other.
        first_line: u32,
    },
    /// On file already: nothing is added.
    OnFile {
        /// What the row says that is not on file, a line each; may be empty.
        unseen: String,
    },
    /// May be somebody on file; both are kept until somebody chooses.
    LooksLike {
        /// Their name.
        name: String,
        /// In what.
        why: Likeness,
    },
    /// A total, a source or a note below the list: left out.
    NoRow {
        /// As written.
        text: String,
    },
    /// The header once more: left out.
    HeaderAgain,
    /// A day whose month and day cannot be told apart; kept without it, as written in the
    /// background.
    UnsureDate {
        /// As written.
        text: String,
    },
    /// The line was in another encoding than the rest; its letters may be wrong.
    OtherEncoding,
    /// The letters of the line were encoded twice; they have been put right.
    EncodedTwice,
    /// Text outside the table; left out.
    Stray {
        /// As written.
        text: String,
    },
}

/// In what a row is like somebody on file, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Likeness {
    /// The same number, but the name says otherwise.
    Number,
    /// The same name, and the number in another spelling: 000123 and 123.
    NumberSpelling,
    /// The same name and address or phone, but something else keeps it from being sure.
    Person,
    /// Another surname at the same address or phone.
    Surname,
    /// Only the name.
    Name,
    /// Only the phone.
    Phone,
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
                | Self::OnFile { .. }
                | Self::NoRow { .. }
                | Self::HeaderAgain
                | Self::Stray { .. }
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

/// Somebody on file whom a row looks like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LooksLike {
    /// Their name.
    pub name: String,
    /// In what.
    pub why: Likeness,
}

/// One understood row, as it would be kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// Line in the file, from 1.
    pub line: u32,
    /// Name.
    pub name: String,
    /// What else was understood, in short, for the preview.
    pub about: String,
    /// It is on this phone already and is left as it is.
    pub known: bool,
    /// What it says more of somebody who is there already, a line each.
    #[serde(default)]
    pub unseen: String,
    /// Whom on file it looks like; both are kept, unless somebody says that they are one.
    #[serde(default)]
    pub like: Option<LooksLike>,
    /// The sentences in it that speak of danger, to be offered as safety facts.
    #[serde(default)]
    pub danger: Vec<String>,
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
    /// The columns of which somebody may say what they hold.
    #[serde(default)]
    pub unsure: Vec<Unsure>,
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
