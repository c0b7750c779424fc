//! Rows without a name, which continue the row above or are told as they stand.

use super::ImportReason;
use super::columns::{Column, has};
use super::fold::{lines, one_line};
use super::records::Record;
use super::row::CaseRow;
use super::row_values::without_service_numbers;
use super::service_number;
use super::table::Section;

/// Returns whether a row without a name, a number and an address continues the row above: such a table
/// leaves the first cell blank. A text in the first cell alone is a heading.
pub(super) fn continues(record: &Record, row: &CaseRow) -> bool {
    let first = record
        .cells
        .first()
        .is_none_or(|cell| cell.trim().is_empty());
    first
        && record.fault.is_none()
        && [&row.name, &row.number, &row.address]
            .iter()
            .all(|text| text.is_empty())
}

/// Returns how many lines of the file a row takes.
pub(super) fn lines_of(record: &Record) -> u32 {
    let breaks = record.cells.iter().map(|cell| cell.matches('\n').count());
    u32::try_from(breaks.sum::<usize>())
        .unwrap_or(u32::MAX)
        .saturating_add(1)
}

/// Returns all values of a row, each under its title except remarks, without citizen service numbers.
pub(super) fn all_texts(
    section: &Section,
    record: &Record,
    reasons: &mut Vec<ImportReason>,
) -> String {
    let mut text = String::new();
    let numbered = has(&section.columns, &[Column::Bsn]);
    for (at, cell) in record.cells.iter().enumerate() {
        let column = section.columns.get(at).and_then(|title| title.column);
        let left_out = matches!(column, Some(Column::Bsn | Column::Counter))
            // The cells of an unreadable row may stand below other titles.
            || numbered && record.fault.is_some() && service_number::is_one(cell.trim());
        if left_out || cell.trim().is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        let title = section.titles.get(at).map(|title| one_line(title));
        if let Some(title) =
            title.filter(|title| !title.is_empty() && column != Some(Column::Background))
        {
            text.push_str(&title);
            text.push_str(": ");
        }
        text.push_str(&lines(cell));
    }
    without_service_numbers(&text, reasons)
}

/// Returns the title of the column that holds this.
pub(super) fn title_of(section: &Section, column: Column) -> String {
    let at = section
        .columns
        .iter()
        .position(|title| title.column == Some(column));
    at.and_then(|at| section.titles.get(at))
        .map(|title| one_line(title))
        .unwrap_or_default()
}
