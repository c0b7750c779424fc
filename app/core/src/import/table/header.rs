//! Detects the header of a table.

use super::Section;
use crate::import::columns::{self, Column, Title};
use crate::import::fold::{fold, letters};
use crate::import::records::Record;
use crate::import::titles::understand;

/// A header: its titles, with what they mean.
pub(in crate::import) struct Header {
    /// The line of its titles.
    pub line: u32,
    /// The titles of the columns.
    pub titles: Vec<String>,
    /// What each column holds.
    pub columns: Vec<Title>,
    /// The cells of its lines, as written.
    pub rows: Vec<Vec<String>>,
}

impl Header {
    pub fn of(record: Record) -> Self {
        Self {
            line: record.line,
            columns: record.cells.iter().map(|cell| understand(cell)).collect(),
            rows: vec![record.cells.clone()],
            titles: record.cells,
        }
    }
}

/// Returns whether a record with so many known titles is a better header than the best so far, which is
/// of the same table: more titles are known, or it alone has names.
pub(in crate::import) fn is_better(
    record: &Record,
    known: usize,
    best: Option<(&Record, usize)>,
) -> bool {
    let named = |record: &Record| {
        let titles: Vec<Title> = record.cells.iter().map(|cell| understand(cell)).collect();
        columns::name_people(&titles)
    };
    let names_first = |(best, titles): (&Record, usize)| {
        known >= 2 && known * 2 >= titles && !named(best) && named(record)
    };
    is_header(record, known) && (known > enough(best) || best.is_some_and(names_first))
}

/// Returns how many known titles a later record must exceed to replace the best header so far. If that
/// header is convincing, twice its number: a later one then probably belongs to an appended file.
fn enough(best: Option<(&Record, usize)>) -> usize {
    match best {
        Some((first, titles)) if is_new_header(first) => 2 * titles,
        Some((_, titles)) => titles,
        None => 0,
    }
}

pub(in crate::import) fn known_titles(record: &Record) -> usize {
    let titles = record.cells.iter().map(|cell| understand(cell));
    titles
        .filter(|title| title.column.is_some() || title.maybe.is_some())
        .count()
}

/// Returns whether the record is a header: at least two known titles, nothing but known titles, or one
/// of names beside other short words.
pub(super) fn is_header(record: &Record, known: usize) -> bool {
    record.fault.is_none()
        && (known >= 2 || known == filled(record) || known == 1 && names_and_words(record))
}

/// Returns whether the records are pairs below a header of names and another short word, which is
/// known by that alone: "Naam;Dreiging".
pub(super) fn are_titled_pairs(records: &[Record]) -> bool {
    let pair = |record: &Record| record.fault.is_none() && record.cells.len() == 2;
    match records {
        [header, _, ..] => {
            records.iter().all(pair) && filled(header) == 2 && are_names_and_words(header)
        }
        _ => false,
    }
}

fn names_and_words(record: &Record) -> bool {
    filled(record) >= 3 && are_names_and_words(record)
}

fn are_names_and_words(record: &Record) -> bool {
    let titles: Vec<Title> = record.cells.iter().map(|cell| understand(cell)).collect();
    columns::name_people(&titles)
        && record.cells.iter().all(|cell| {
            // A year may be a title.
            let digits = cell.chars().filter(char::is_ascii_digit).count();
            // "Bijz.", "Alleen bezoeken?"
            let title = cell.trim_end_matches(['.', '?']);
            cell.len() <= 40 && digits <= 4 && !title.contains(['.', ':', '!', '?', '@'])
        })
}

/// Returns whether titles stand below each other, each with its values beside it: the names of such a
/// table are titles.
pub(super) fn is_turned(section: &Section) -> bool {
    let records = &section.records;
    let first = section
        .columns
        .first()
        .is_some_and(|title| title.column == Some(Column::Name));
    let titled = |record: &&Record| {
        let cell = record.cells.first().map(String::as_str).unwrap_or_default();
        // A name may be "bewoner".
        let column = understand(cell).column;
        column.is_some_and(|column| column != Column::Name)
    };
    first && records.len() >= 2 && records.iter().filter(titled).count() * 2 > records.len()
}

/// Titles of one column with all that identifies a client, which counts as the name if no other does.
const COMPOUNDS: [&str; 6] = [
    "naw",
    "nawgegevens",
    "naamadres",
    "naamenadres",
    "clientgegevens",
    "verwezenpersoon",
];

/// Takes such a column as the one with the names.
pub(super) fn name_by_compound(titles: &[String], columns: &mut [Title]) {
    let mut titles = titles.iter().zip(columns);
    let all = titles.find(|(cell, _)| COMPOUNDS.contains(&letters(cell).as_str()));
    if let Some((_, title)) = all {
        *title = Title {
            column: Some(Column::Name),
            of_client: true,
            ..Title::default()
        };
    }
}

fn filled(record: &Record) -> usize {
    record
        .cells
        .iter()
        .filter(|cell| !cell.trim().is_empty())
        .count()
}

/// Returns whether a record inside a table is the header of an appended file: most cells are known
/// titles, including one for names.
pub(super) fn is_new_header(record: &Record) -> bool {
    let titles: Vec<Title> = record.cells.iter().map(|cell| understand(cell)).collect();
    let known = titles.iter().filter(|title| title.column.is_some()).count();
    record.fault.is_none()
        && known >= 2
        && known * 3 >= filled(record) * 2
        && columns::name_people(&titles)
        && record
            .cells
            .iter()
            .all(|cell| cell.len() <= 60 && !cell.chars().any(|c| c.is_ascii_digit()))
}

/// Returns whether the record repeats the header, as in lists printed page by page.
pub(super) fn same_cells(record: &Record, titles: &[String]) -> bool {
    let filled = |cells: &[String]| {
        let mut folded: Vec<String> = cells.iter().map(|cell| fold(cell)).collect();
        while folded.last().is_some_and(String::is_empty) {
            folded.pop();
        }
        folded
    };
    record.fault.is_none() && filled(&record.cells) == filled(titles)
}
