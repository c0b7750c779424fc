//! Import: what other people's files say, understood as rows of ours. Pure: bytes in, rows and
//! remarks out; nothing is kept, nothing is guessed.
//!
//! Every line of a file ends up as a row, as a remark that says why it is left out, or was blank.
//! What is understood but has no place of its own (extra columns, a day that does not exist) stays
//! in the background or the note, as it was written.

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
mod columns;
mod contact_rows;
mod date;
mod decode;
mod fields;
mod fold;
mod own_file;
mod records;
mod row;
mod table;
#[cfg(test)]
mod tests;
mod value;

use chrono::NaiveDate;

use crate::ImportRefusal;
use crate::phone_number as phone;
use crate::view::RowProblem;

pub use own_file::{EXPORT_VERSION, OwnFile, looks_own, read_own};
pub use row::{CaseRow, ContactRow};

/// The largest file that is read: on a phone the whole of it is in memory.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// What was understood of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The rows that can be kept.
    pub rows: Rows,
    /// Remarks, by line: on rows that were left out and on rows that are kept.
    pub problems: Vec<RowProblem>,
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
    if bytes.len() > MAX_BYTES {
        return Err(ImportRefusal::TooLarge);
    }
    if card_file::holds_cards(bytes) {
        let mut reading = card_file::read(bytes);
        reading.problems.sort_by_key(|problem| problem.line);
        return Ok(reading);
    }
    let text = decode::text(bytes)?;
    if text.trim().is_empty() {
        return Err(ImportRefusal::EmptyFile);
    }
    let mut reading = if has_ending(file_name, ".vcf") || has_ending(file_name, ".vcard") {
        // An address book without a single card: reading it as a table would make nonsense rows.
        return Err(ImportRefusal::UnknownKind);
    } else {
        let table = table::read(&text)?;
        if columns::are_contacts(&table.columns) {
            contact_rows::from_table(&table)
        } else {
            case_rows::from_table(&table, today)
        }
    };
    reading.problems.sort_by_key(|problem| problem.line);
    Ok(reading)
}

fn has_ending(file_name: &str, ending: &str) -> bool {
    file_name.to_lowercase().ends_with(ending)
}
