//! Reads tables: detects the separator and the header, and collects records with line numbers.

mod clients;
mod edges;
pub(super) mod header;

use super::cell;
use super::columns::{self, Title};
use super::date::{self, Order};
use super::fold::{break_bytes, fold, one_line};
use super::records::{Record, Records};
use super::titles::understand;
use super::{Choice, MAX_ROWS, resolve, value};
use crate::ImportRefusal;
use crate::model::{ImportReason, RowProblem};
use header::{enough, is_header, is_new_header, known_titles, same_cells};

/// The header is searched for in this many records; titles and notes may precede it.
pub(super) const HEADER_WITHIN: usize = 30;
/// The separators to try, the most common one in the Netherlands first.
const SEPARATORS: [u8; 4] = *b";,\t|";

/// A table, which may be a concatenation of several.
pub(super) struct Table {
    /// One for each distinct header.
    pub sections: Vec<Section>,
    /// Remarks on lines that are not rows.
    pub problems: Vec<RowProblem>,
}

/// A header with the records below it.
pub(super) struct Section {
    /// The sheet, if the file has several.
    pub sheet: String,
    /// Line of the header.
    pub header_line: u32,
    /// The titles, as written.
    pub titles: Vec<String>,
    /// What each column holds.
    pub columns: Vec<Title>,
    /// The order of day and month in each column.
    pub orders: Vec<Order>,
    /// The non-blank records, with cleaned cells.
    pub records: Vec<Record>,
}

/// Reads a text as a table.
pub(super) fn read(text: &str, choices: &[Choice]) -> Result<Table, ImportRefusal> {
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
            let known = known_titles(&record);
            let enough = best.as_ref().map_or(0, |(of, first, titles)| {
                if *of == separator {
                    enough(Some((first, *titles)))
                } else {
                    *titles
                }
            });
            if known > enough && is_header(&record, known) {
                best = Some((separator, record, known));
            }
        }
        tabular |= widths[1] >= 2 && widths[1] > widths[0];
    }
    let one_cell = |header: &Record| {
        let cell = header.cells.iter().find(|cell| !cell.trim().is_empty());
        header.cells.len() == 1 && cell.is_some_and(|cell| cell.contains([';', ',', '\t', '|']))
    };
    if best.as_ref().is_none_or(|(_, header, _)| one_cell(header))
        && let Some(inner) = unwrapped(text).filter(|_| first_line == 1)
    {
        return read(&inner, choices);
    }
    let Some((separator, header, _)) = best else {
        return Err(if tabular {
            ImportRefusal::NoNameColumn
        } else {
            ImportRefusal::UnknownKind
        });
    };
    let mut records = Records::new(text, separator, first_line);
    records.width = header.cells.len();
    from_records(records, header.line, choices)
}

pub(super) fn stray(record: &Record) -> RowProblem {
    RowProblem {
        line: record.line,
        sheet: String::new(),
        name: String::new(),
        reason: ImportReason::Stray { text: said(record) },
    }
}

/// Builds a table from records, with the header on this line.
pub(super) fn from_records(
    records: impl Iterator<Item = Record>,
    header_line: u32,
    choices: &[Choice],
) -> Result<Table, ImportRefusal> {
    let mut table = Table {
        sections: Vec::new(),
        problems: Vec::new(),
    };
    let mut rows = 0_u32;
    let mut remark = |record: &Record, reason| {
        table.problems.push(RowProblem {
            reason,
            ..stray(record)
        });
    };
    for mut record in records.filter(|record| !record.is_blank()) {
        rows += 1;
        if rows > MAX_ROWS {
            // Counting continues, so that the refusal can state the total.
            continue;
        }
        for cell in &mut record.cells {
            *cell = cell::clean(cell);
        }
        let Some(section) = table.sections.last_mut() else {
            if record.line >= header_line {
                table.sections.push(Section::new(record, choices)?);
            } else {
                remark(
                    &record,
                    ImportReason::Stray {
                        text: said(&record),
                    },
                );
            }
            continue;
        };
        if same_cells(&record, &section.titles) {
            remark(&record, ImportReason::HeaderAgain);
        } else if is_new_header(&record) {
            remark(&record, ImportReason::HeaderAgain);
            table.sections.push(Section::new(record, choices)?);
        } else if edges::is_no_row(&record) {
            remark(
                &record,
                ImportReason::NoRow {
                    text: said(&record),
                },
            );
        } else {
            section.records.push(record);
        }
    }
    if rows > MAX_ROWS {
        return Err(ImportRefusal::TooManyRows {
            rows,
            most: MAX_ROWS,
        });
    }
    if let Some(section) = table.sections.last_mut() {
        edges::mark_cut_off(section);
    }
    for section in &mut table.sections {
        section.resolve();
    }
    Ok(table)
}

/// Returns the contents of a record on one line.
fn said(record: &Record) -> String {
    let filled = record.cells.iter().filter(|cell| !cell.trim().is_empty());
    one_line(&filled.map(String::as_str).collect::<Vec<_>>().join(" · "))
}

impl Section {
    fn new(header: Record, choices: &[Choice]) -> Result<Self, ImportRefusal> {
        let mut columns: Vec<Title> = header.cells.iter().map(|cell| understand(cell)).collect();
        for (title, column) in header.cells.iter().zip(&mut columns) {
            let chosen = choices
                .iter()
                .find(|choice| fold(&choice.title) == fold(title));
            if let Some(chosen) = chosen {
                *column = Title {
                    column: chosen.holds.column(),
                    ..Title::default()
                };
            }
        }
        let maybe = |columns: &[Title]| {
            let name = |title: &Title| title.maybe == Some(columns::Column::Name);
            columns.iter().any(name)
        };
        if !maybe(&columns) && !columns::name_people(&columns) {
            header::name_by_compound(&header, &mut columns);
        }
        if !maybe(&columns) && !columns::name_people(&columns) {
            return Err(ImportRefusal::NoNameColumn);
        }
        Ok(Self {
            sheet: String::new(),
            header_line: header.line,
            columns,
            orders: Vec::new(),
            records: Vec::new(),
            titles: header.cells,
        })
    }

    /// Returns whether the values of a status column are those of cases.
    pub fn works_on_people(&self) -> bool {
        let at = |column: &Title| column.column == Some(columns::Column::Status);
        let place = self.columns.iter().position(at);
        let values = self
            .records
            .iter()
            .filter_map(|record| record.cells.get(place?));
        values.into_iter().any(|value| value::is_case_status(value))
    }

    /// Resolves ambiguous columns from their values.
    fn resolve(&mut self) {
        let whole: Vec<&Record> = self
            .records
            .iter()
            .filter(|record| record.fault.is_none())
            .collect();
        let width = whole
            .iter()
            .map(|record| record.cells.len())
            .max()
            .unwrap_or(0);
        while self.columns.len() < width {
            self.columns.push(Title::default());
        }
        resolve::resolve(&mut self.columns, &whole);
        self.orders = (0..self.columns.len())
            .map(|at| {
                date::order(
                    whole
                        .iter()
                        .filter_map(|record| record.cells.get(at))
                        .map(String::as_str),
                )
            })
            .collect();
    }
}

/// Returns the rows of a file in which each row is one quoted cell, as Excel writes a list that it
/// opened with another separator. Line breaks stay where they are.
fn unwrapped(text: &str) -> Option<String> {
    let mut inner = String::with_capacity(text.len());
    for record in Records::new(text, SEPARATORS[0], 1) {
        let mut cells = record.cells.iter();
        inner.push_str(cells.next()?);
        inner.push('\n');
        if record.fault.is_some() || cells.any(|cell| !cell.trim().is_empty()) {
            return None;
        }
    }
    (inner.len() + 2 < text.len()).then_some(inner)
}

/// Returns the separator named by a first line such as `sep=;`, and the text after that line.
fn named_separator(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_at(text.find(['\r', '\n'])?);
    let first = first.trim_matches('"').to_ascii_lowercase();
    let separator = first.strip_prefix("sep=")?.bytes().next()?;
    let rest = &rest[break_bytes(rest)..];
    (separator.is_ascii_punctuation() || separator == b'\t').then_some((separator, rest))
}
