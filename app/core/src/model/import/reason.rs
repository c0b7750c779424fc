//! Remarks on the rows of a file.

use serde::{Deserialize, Serialize};

use super::Likeness;

/// Why a row, or a value in it, was left out or kept with a remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportReason {
    /// The row has no name: left out.
    NoName,
    /// A duplicate of an earlier row in the file: left out.
    TwiceInFile {
        /// The line of the earlier row.
        first_line: u32,
    },
    /// Not a readable table row or card: left out.
    Unreadable,
    /// The file ends within this row or card: left out.
    CutOff,
    /// The card lacks an END before the next one begins: kept.
    NoEnd,
    /// A card that represents a group rather than a person: left out.
    Group {
        /// The number of members.
        members: u32,
    },
    /// Technical properties of the address book (REV, PRODID), reported on the first card that has
    /// any: left out.
    OwnLines {
        /// The names of the properties.
        names: String,
    },
    /// An invalid or unreadable date: the row is kept without it, and the text goes to the background.
    BadDate {
        /// The text as written.
        text: String,
    },
    /// A last contact in the future: the row is kept without it, and the text goes to the background.
    FutureDate {
        /// The text as written.
        text: String,
    },
    /// Not a valid phone number: kept as written.
    OddPhone {
        /// The text as written.
        text: String,
    },
    /// Not a valid Dutch postcode: kept as written.
    OddPostcode {
        /// The text as written.
        text: String,
    },
    /// An unknown status: the case is kept as open, and the text goes to the background.
    OddStatus {
        /// The text as written.
        text: String,
    },
    /// A picture or other attachment: left out.
    Attachment {
        /// The size in bytes.
        bytes: u64,
    },
    /// A value exceeds the limit of its field: the row is left out.
    TooLong,
    /// Reported on the header: a column of citizen service numbers (BSN). It is left out of all fields
    /// and texts, because there is no legal ground to store them.
    ServiceNumbers,
    /// A text labelled a number as a citizen service number (BSN): the number was removed.
    ServiceNumberTakenOut,
    /// A text seems to contain a citizen service number: kept as written.
    ServiceNumberInText,
    /// Reported on the header: a column that only numbers the rows. It is left out.
    RowNumbers {
        /// The title of the column.
        title: String,
    },
    /// Another row about the same person: its additional information is joined to the first row.
    JoinedTo {
        /// The line of the first row.
        first_line: u32,
    },
    /// Another person in the file has the same case number: both are kept.
    NumberOfTwo {
        /// The line of the other row.
        first_line: u32,
    },
    /// Resembles the person on another row: both are kept.
    LooksLikeRow {
        /// The line of the other row.
        first_line: u32,
    },
    /// Already stored: nothing is added.
    OnFile {
        /// The row's information that is not stored, one item per line; may be empty.
        unseen: String,
    },
    /// Resembles a stored person: both are kept unless the user decides otherwise.
    LooksLike {
        /// The stored person's name.
        name: String,
        /// The kind of resemblance.
        why: Likeness,
    },
    /// A total, source or note below the list: left out.
    NoRow {
        /// The text as written.
        text: String,
    },
    /// A repetition of the header: left out.
    HeaderAgain,
    /// A date whose day and month cannot be told apart: the row is kept without it, and the text goes
    /// to the background.
    UnsureDate {
        /// The text as written.
        text: String,
    },
    /// The line was in another encoding than the rest: some letters may be wrong.
    OtherEncoding,
    /// The line was encoded twice: this was undone.
    EncodedTwice,
    /// Reported on the first of the lines in an older encoding, which was guessed from their letters.
    GuessedEncoding {
        /// The name of the encoding.
        encoding: String,
        /// The number of lines.
        lines: u32,
    },
    /// A comment attached to a cell outside the rows of a table: left out.
    CellComment {
        /// The text of the comment.
        text: String,
    },
    /// The cells of this workbook have comments, in a format from which they cannot be read.
    CommentsUnread,
    /// A cell has a formula whose value is not in the file: it counts as empty.
    NoValue {
        /// The cell, such as C2.
        cell: String,
        /// The formula.
        formula: String,
    },
    /// A case number that a spreadsheet shortened, as 2,02E+11: kept as written, and compared with none.
    ShortenedNumber {
        /// The text as written.
        text: String,
    },
    /// A row with more values than there are titles: the values may be below the wrong ones.
    MoreCells,
    /// Reported on a sheet that the workbook hides: it is read like the others.
    HiddenSheet,
    /// Text outside the table: left out.
    Stray {
        /// The text as written.
        text: String,
    },
    /// A contact on a sheet of its own in a workbook of cases: left out.
    OtherKind,
}

impl ImportReason {
    /// Returns whether the row is left out; otherwise it is kept with a remark.
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
                | Self::OtherKind
        )
    }
}

impl ImportReason {
    /// Returns the text of the file that the remark repeats.
    pub(crate) fn text_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::BadDate { text }
            | Self::FutureDate { text }
            | Self::UnsureDate { text }
            | Self::OddPhone { text }
            | Self::OddPostcode { text }
            | Self::OddStatus { text }
            | Self::ShortenedNumber { text }
            | Self::NoRow { text }
            | Self::CellComment { text }
            | Self::Stray { text } => Some(text),
            _ => None,
        }
    }
}

/// A remark on a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    /// The line on which the row or card begins, starting from 1.
    pub line: u32,
    /// The sheet of that line, if the file has several.
    #[serde(default)]
    pub sheet: String,
    /// The name on the row, as far as known.
    pub name: String,
    /// The remark.
    pub reason: ImportReason,
    /// What else the row says, if it is left out and is stored nowhere.
    #[serde(default)]
    pub text: String,
}

impl RowProblem {
    /// Creates a remark on a line, without name and sheet.
    pub fn on(line: u32, reason: ImportReason) -> Self {
        Self {
            line,
            sheet: String::new(),
            name: String::new(),
            reason,
            text: String::new(),
        }
    }
}
