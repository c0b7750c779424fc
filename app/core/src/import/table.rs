//! A table in text: which separator, where the header is, and its records with their line numbers.

use super::columns::{self, Column};
use super::fold::{break_bytes, fold};
use super::records::{Record, Records};
use crate::ImportRefusal;
use crate::view::ImportReason;

/// So many records from the top the header can stand (below titles and notes).
const HEADER_WITHIN: usize = 30;
/// The separators that are tried, the likeliest in the Netherlands first.
const SEPARATORS: [u8; 4] = *b";,\t|";

/// A table below its header.
pub(super) struct Table {
    /// Line of the header.
    pub header_line: u32,
    /// What each column holds, as far as known.
    pub columns: Vec<Option<Column>>,
    /// The titles as written.
    pub titles: Vec<String>,
    /// The records that are not blank.
    pub records: Vec<Record>,
}

/// Reads a text as a table.
pub(super) fn read(text: &str) -> Result<Table, ImportRefusal> {
    let (separators, text, first_line) = match named_separator(text) {
        Some((separator, rest)) => (vec![separator], rest, 2),
        None => (SEPARATORS.to_vec(), text, 1),
    };
    let mut best: Option<(u8, Record, usize)> = None;
    let mut tabular = false;
    for separator in separators {
        let mut widths = [0_u32; 2];
        let top = Records::new(text, separator, first_line).filter(|record| !record.is_blank());
        for record in top.take(HEADER_WITHIN) {
            if record.fault.is_none() {
                widths[usize::from(record.cells.len() > 1)] += 1;
            }
            let known = record
                .cells
                .iter()
                .filter_map(|cell| columns::column(cell))
                .count();
            if known > best.as_ref().map_or(0, |best| best.2) && is_header(&record, known) {
                best = Some((separator, record, known));
            }
        }
        tabular |= widths[1] >= 2 && widths[1] > widths[0];
    }
    let Some((separator, header, _)) = best else {
        return Err(if tabular {
            ImportRefusal::NoNameColumn
        } else {
            ImportRefusal::UnknownKind
        });
    };
    let columns: Vec<_> = header
        .cells
        .iter()
        .map(|cell| columns::column(cell))
        .collect();
    if !columns::name_people(&columns) {
        return Err(ImportRefusal::NoNameColumn);
    }
    let mut records = Records::new(text, separator, first_line);
    records.width = header.cells.len();
    let mut table = Table {
        header_line: header.line,
        columns,
        records: records
            .skip_while(|record| record.line <= header.line)
            .filter(|record| !record.is_blank() && !same_cells(record, &header))
            .collect(),
        titles: header.cells,
    };
    mark_cut_off(&mut table);
    Ok(table)
}

/// A header has more known titles than one, or nothing else.
fn is_header(record: &Record, known: usize) -> bool {
    let written = record
        .cells
        .iter()
        .filter(|cell| !cell.trim().is_empty())
        .count();
    record.fault.is_none() && (known >= 2 || known == written)
}

/// Pages printed one after the other repeat the header; it is no row.
fn same_cells(record: &Record, header: &Record) -> bool {
    let folded = |record: &Record| {
        record
            .cells
            .iter()
            .map(|cell| fold(cell))
            .collect::<Vec<_>>()
    };
    record.fault.is_none() && folded(record) == folded(header)
}

/// A last row without its line break and with cells missing, in a table that has them everywhere
/// else, was cut off: its last value may be half a value.
fn mark_cut_off(table: &mut Table) {
    let width = table.titles.len();
    if let Some((last, before)) = table.records.split_last_mut() {
        let others_are_whole = before.iter().all(|record| record.cells.len() >= width);
        let short = last.cells.len() < width;
        if !last.ended && short && others_are_whole && !before.is_empty() && last.fault.is_none() {
            last.fault = Some(ImportReason::CutOff);
        }
    }
}

/// The separator that a first line `sep=;` names, and the text below it.
fn named_separator(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_at(text.find(['\r', '\n'])?);
    let first = first.trim_matches('"').to_ascii_lowercase();
    let separator = first.strip_prefix("sep=")?.bytes().next()?;
    let rest = &rest[break_bytes(rest)..];
    separator
        .is_ascii_punctuation()
        .then_some(())
        .or((separator == b'\t').then_some(()))?;
    Some((separator, rest))
}
