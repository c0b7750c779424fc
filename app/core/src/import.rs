//! Import: parses files from other systems into rows of ours. Pure: bytes in, rows and remarks out. It
//! stores nothing and does not guess.
//!
//! Every line of a file becomes part of a row, is reported in a remark, or was blank. Values without a
//! field of their own (extra columns, invalid dates) are kept verbatim in the background or the note.

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
mod continued;
mod danger;
mod date;
mod decode;
mod fields;
mod fold;
mod judge;
mod key;
mod kinds;
mod no_value;
mod own_file;
mod people;
mod preview_json;
mod records;
mod resolve;
mod row;
mod row_values;
mod service_number;
mod sheet;
mod table;
#[cfg(test)]
mod tests;
mod titles;
mod value;
mod whose_phone;

use chrono::NaiveDate;

use crate::ImportRefusal;
use crate::model::{ColumnChoice, ImportReason, RowProblem, UnsureColumn};
use crate::phone_number as phone;

pub use danger::sentences as danger_in;
pub use judge::{KnownCase, KnownContact, OnFile, Verdict, judge};
pub use own_file::{EXPORT_VERSION, OwnFile, looks_own, read_own};
pub use preview_json::{PreviewJson, preview};
pub use row::{CaseRow, ContactRow};

/// The largest file that is read, as it is held in memory as a whole.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// The most rows that are read: each becomes a document, and a team has hundreds.
pub const MAX_ROWS: u32 = 20_000;
/// An upper bound on the lines per row of any real list.
const LINES_A_ROW: usize = 5;

/// The parsed contents of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The rows that can be imported.
    pub rows: Rows,
    /// Remarks by line, on rows that were left out as well as on rows that are kept.
    pub problems: Vec<RowProblem>,
    /// The columns whose title leaves their meaning uncertain.
    pub unsure: Vec<UnsureColumn>,
    /// The folded titles of the table, which identify lists of the same layout. Empty for vCards.
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

/// The rows of a file; a file holds only one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    /// A list of cases.
    Cases(Vec<CaseRow>),
    /// An address book.
    Contacts(Vec<ContactRow>),
}

/// Reads a file. `today` serves only to detect dates in the future.
///
/// # Errors
/// [`ImportRefusal`] when the file is too large or contains nothing that can be read as rows.
pub fn read(file_name: &str, bytes: &[u8], today: NaiveDate) -> Result<Reading, ImportRefusal> {
    read_as(file_name, bytes, today, &[])
}

/// Reads a file with the user's choices of what some columns hold.
///
/// # Errors
/// As [`read`].
pub fn read_as(
    file_name: &str,
    bytes: &[u8],
    today: NaiveDate,
    choices: &[ColumnChoice],
) -> Result<Reading, ImportRefusal> {
    let mut reading = read_file(file_name, bytes, today, choices)?;
    // Remarks repeat texts of the file, and are kept and printed too.
    for problem in &mut reading.problems {
        let kept = [&mut problem.name, &mut problem.text];
        for text in kept.into_iter().chain(problem.reason.text_mut()) {
            row_values::without_called_number(text, &mut Vec::new());
        }
    }
    Ok(reading)
}

fn read_file(
    file_name: &str,
    bytes: &[u8],
    today: NaiveDate,
    choices: &[ColumnChoice],
) -> Result<Reading, ImportRefusal> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportRefusal::TooLarge);
    }
    if card_file::holds_cards(bytes) {
        let mut reading = card_file::read(bytes)?;
        reading.problems.sort_by_key(|problem| problem.line);
        return Ok(reading);
    }
    if sheet::is_one(bytes) {
        let mut reading = of_table(sheet::read(bytes, choices)?, today);
        let place = |problem: &RowProblem| (problem.sheet.clone(), problem.line);
        reading.problems.sort_by_cached_key(place);
        return Ok(reading);
    }
    // A cheap check before parsing: this many lines exceed the maximum number of rows.
    let lines = lines_outside_quotes(bytes);
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
    if is_code(&text) {
        return Err(ImportRefusal::UnknownKind);
    }
    let mut reading = if has_ending(file_name, ".vcf") || has_ending(file_name, ".vcard") {
        // An address book without any card: reading it as a table would yield nonsense.
        return Err(ImportRefusal::UnknownKind);
    } else {
        of_table(table::read(&text, choices)?, today)
    };
    let on_line = |reason: ImportReason| move |line: &u32| RowProblem::on(*line, reason.clone());
    let (other, twice) = (ImportReason::OtherEncoding, ImportReason::EncodedTwice);
    reading
        .problems
        .extend(decoded.other.iter().map(on_line(other)));
    reading
        .problems
        .extend(decoded.twice.iter().map(on_line(twice)));
    reading.problems.extend(guessed(&decoded.guessed));
    reading.problems.sort_by_key(|problem| problem.line);
    Ok(reading)
}

/// Returns one remark for each encoding that was guessed, on its first line.
fn guessed(lines: &[(u32, &str)]) -> Vec<RowProblem> {
    let mut first: Vec<(u32, &str)> = Vec::new();
    for (line, encoding) in lines {
        if !first.iter().any(|(_, other)| other == encoding) {
            first.push((*line, encoding));
        }
    }
    let told = first.into_iter().map(|(line, encoding)| {
        let same = lines.iter().filter(|(_, other)| *other == encoding);
        let reason = ImportReason::GuessedEncoding {
            encoding: encoding.to_owned(),
            lines: u32::try_from(same.count()).unwrap_or(u32::MAX),
        };
        RowProblem::on(line, reason)
    });
    told.collect()
}

fn of_table(table: table::Table, today: NaiveDate) -> Reading {
    let (table, contacts) = kinds::of_one_kind(table);
    let (unsure, shape) = (choice::unsure(&table), choice::shape(&table));
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

/// Returns whether the text is JSON, RTF, HTML or XML, in which separators do not make a table.
fn is_code(text: &str) -> bool {
    let text = text.trim_start();
    let begins = |start: &str| text.starts_with(start);
    let list = text.strip_prefix('[').map(str::trim_start);
    begins("{") || begins("<") || list.is_some_and(|list| list.starts_with(['{', '"', ']']))
}

/// Counts line breaks, except those in quoted cells.
fn lines_outside_quotes(bytes: &[u8]) -> usize {
    let mut quoted = false;
    let outside = |byte: &&u8| {
        quoted ^= **byte == b'"';
        **byte == b'\n' && !quoted
    };
    bytes.iter().filter(outside).count()
}

fn has_ending(file_name: &str, ending: &str) -> bool {
    file_name.to_lowercase().ends_with(ending)
}
