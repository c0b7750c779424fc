//! Import: what other people's files say, understood as rows of ours. Pure: bytes in, rows and
//! remarks out; nothing is kept, nothing is guessed.
//!
//! Every line of a file ends up as a row, as a remark that says why it is left out, or was blank.
//! What is understood but has no place of its own (extra columns, a day that does not exist) stays
//! in the background or the note, as it was written.

mod alike;
mod card;
mod card_file;
mod card_label;
mod card_line;
mod card_lines;
mod card_place;
mod card_property;
mod card_reach;
mod card_value;
mod case_rows;
mod cell;
mod choice;
mod columns;
mod contact_rows;
mod danger;
mod date;
mod decode;
mod fields;
mod fold;
mod judge;
mod key;
mod own_file;
mod people;
mod preview_json;
mod records;
mod resolve;
mod row;
mod service_number;
mod sheet;
mod table;
#[cfg(test)]
mod tests;
mod titles;
mod value;

use chrono::NaiveDate;

use crate::ImportRefusal;
use crate::phone_number as phone;
use crate::view::{ImportReason, RowProblem};

pub use choice::{Choice, Holds, Unsure};
pub use danger::sentences as danger_in;
pub use judge::{KnownCase, KnownContact, OnFile, Verdict, judge};
pub use own_file::{EXPORT_VERSION, OwnFile, looks_own, read_own};
pub use preview_json::{PreviewJson, preview};
pub use row::{CaseRow, ContactRow};

/// The largest file that is read: on a phone the whole of it is in memory.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// The most rows that are read: each becomes a document, and a team has hundreds.
pub const MAX_ROWS: u32 = 20_000;
/// More lines than this no list has for each of its rows.
const LINES_A_ROW: usize = 5;

/// What was understood of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The rows that can be kept.
    pub rows: Rows,
    /// Remarks, by line: on rows that were left out and on rows that are kept.
    pub problems: Vec<RowProblem>,
    /// The columns whose title does not tell for sure what they hold.
    pub unsure: Vec<Unsure>,
    /// The titles of the table, folded: lists of one shape have the same. Empty for cards.
    pub shape: String,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            rows: Rows::Cases(Vec::new()),
            problems: Vec::new(),
            unsure: Vec::new(),
            shape: String::new(),
        }
    }
}

/// The rows of a file, which holds one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    /// A list of cases.
    Cases(Vec<CaseRow>),
    /// An address book.
    Contacts(Vec<ContactRow>),
}

/// Reads a file. `today` is only for telling which days are in the future.
///
/// # Errors
/// [`ImportRefusal`], when there is nothing in it that can be read as rows.
pub fn read(file_name: &str, bytes: &[u8], today: NaiveDate) -> Result<Reading, ImportRefusal> {
    read_as(file_name, bytes, today, &[])
}

/// Reads a file in which somebody said what some columns hold.
///
/// # Errors
/// As [`read`].
pub fn read_as(
    file_name: &str,
    bytes: &[u8],
    today: NaiveDate,
    choices: &[Choice],
) -> Result<Reading, ImportRefusal> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportRefusal::TooLarge);
    }
    if card_file::holds_cards(bytes) {
        let mut reading = card_file::read(bytes);
        reading.problems.sort_by_key(|problem| problem.line);
        return Ok(reading);
    }
    if sheet::is_one(bytes) {
        let mut reading = of_table(sheet::read(bytes, choices)?, today);
        reading.problems.sort_by_key(|problem| problem.line);
        return Ok(reading);
    }
    // So many lines are too many rows whatever stands in them: told before anything is read.
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
    if lines > LINES_A_ROW * MAX_ROWS as usize {
        let rows = u32::try_from(lines).unwrap_or(u32::MAX);
        return Err(ImportRefusal::TooManyRows {
            rows,
            most: MAX_ROWS,
        });
    }
    let decoded = decode::text(bytes)?;
    let text = decoded.text;
    if text.trim().is_empty() {
        return Err(ImportRefusal::EmptyFile);
    }
    let mut reading = if has_ending(file_name, ".vcf") || has_ending(file_name, ".vcard") {
        // An address book without a single card: reading it as a table would make nonsense rows.
        return Err(ImportRefusal::UnknownKind);
    } else {
        of_table(table::read(&text, choices)?, today)
    };
    let on_line = |reason: ImportReason| {
        move |line: &u32| RowProblem {
            line: *line,
            name: String::new(),
            reason: reason.clone(),
        }
    };
    let (other, twice) = (ImportReason::OtherEncoding, ImportReason::EncodedTwice);
    reading
        .problems
        .extend(decoded.other.iter().map(on_line(other)));
    reading
        .problems
        .extend(decoded.twice.iter().map(on_line(twice)));
    reading.problems.sort_by_key(|problem| problem.line);
    Ok(reading)
}

fn of_table(table: table::Table, today: NaiveDate) -> Reading {
    let (unsure, shape) = (choice::unsure(&table), choice::shape(&table));
    let contacts = table
        .sections
        .iter()
        .all(|section| columns::are_contacts(&section.columns));
    let reading = if contacts {
        contact_rows::from_table(table)
    } else {
        case_rows::from_table(table, today)
    };
    Reading {
        unsure,
        shape,
        ..reading
    }
}

fn has_ending(file_name: &str, ending: &str) -> bool {
    file_name.to_lowercase().ends_with(ending)
}
