//! Tests of the import, with files as people hand them over and many small ones.

mod any_bytes;
mod beside_cells;
mod cards;
mod contacts;
mod continued;
mod dangers;
mod field;
mod field_texts;
mod identity;
mod left_out;
mod lists;
mod many_columns;
mod nothing_lost;
mod real_files;
mod service_numbers;
mod sheets;
mod tables;
mod title_words;
mod two_lines;
mod values;
mod whole_cards;
mod wild_cards;
mod workbooks;

use chrono::NaiveDate;

use super::{CaseRow, ContactRow, Reading, Rows, read};
use crate::model::ImportReason;

/// The day on which all these files are read.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn cases_of(bytes: &[u8]) -> (Vec<CaseRow>, Reading) {
    let reading = read("lijst.csv", bytes, today()).expect("a list of cases");
    match reading.rows.clone() {
        Rows::Cases(rows) => (rows, reading),
        Rows::Contacts(_) => panic!("read as contacts"),
    }
}

fn contacts_of(name: &str, bytes: &[u8]) -> (Vec<ContactRow>, Reading) {
    let reading = read(name, bytes, today()).expect("an address book");
    match reading.rows.clone() {
        Rows::Contacts(rows) => (rows, reading),
        Rows::Cases(_) => panic!("read as cases"),
    }
}

/// Returns the remarks with their lines.
fn remarks(reading: &Reading) -> Vec<(u32, ImportReason)> {
    let problems = reading.problems.iter();
    problems
        .map(|problem| (problem.line, problem.reason.clone()))
        .collect()
}

/// Reads a list and compares the name and line of each row, and the remarks.
fn check(text: impl AsRef<[u8]>, rows: &[(u32, &str)], expected: &[(u32, ImportReason)]) {
    let (found, reading) = cases_of(text.as_ref());
    let found: Vec<_> = found
        .iter()
        .map(|row| (row.line, row.name.as_str()))
        .collect();
    assert_eq!(found, rows);
    assert_eq!(remarks(&reading), expected);
}
