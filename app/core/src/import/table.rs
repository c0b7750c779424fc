//! Reads tables: detects the separator and the header, and collects records with line numbers.

mod clients;
mod edges;
pub(super) mod header;
mod separator;
mod two_lines;

pub(super) use edges::told;

use std::iter::Peekable;

use super::cell;
use super::columns::{self, Title};
use super::date::{self, Order};
use super::fold::fold;
use super::records::{Record, Records};
use super::{MAX_ROWS, resolve, service_number};
use crate::ImportRefusal;
use crate::model::{ColumnChoice, ImportReason, RowProblem};
use header::{
    Header, are_titled_pairs, is_better, is_header, is_new_header, is_turned, known_titles,
    same_cells,
};
use separator::{SEPARATORS, named_separator, unwrapped};
use two_lines::header_of;

/// The header is searched for in this many records; titles and notes may precede it.
pub(super) const HEADER_WITHIN: usize = 30;

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
    /// Whether its rows are contacts, of whom an organisation's address is theirs.
    pub of_contacts: bool,
    /// Line of the header.
    pub header_line: u32,
    /// The titles, as written.
    pub titles: Vec<String>,
    /// The lines of the header, as written.
    pub header_rows: Vec<Vec<String>>,
    /// What each column holds.
    pub columns: Vec<Title>,
    /// The order of day and month in each column.
    pub orders: Vec<Order>,
    /// The non-blank records, with cleaned cells.
    pub records: Vec<Record>,
}

/// Reads a text as a table.
pub(super) fn read(text: &str, choices: &[ColumnChoice]) -> Result<Table, ImportRefusal> {
    let (separators, text, first_line) = match named_separator(text) {
        Some((separator, rest)) => (vec![separator], rest, 2),
        None => (SEPARATORS.to_vec(), text, 1),
    };
    let mut best: Option<(u8, Record, usize)> = None;
    let mut tabular = false;
    for separator in separators {
        let mut widths = [0_u32; 2];
        let top = Records::new(text, separator, first_line).filter(|record| !record.is_blank());
        let top: Vec<Record> = top.take(HEADER_WITHIN).collect();
        let pairs = are_titled_pairs(&top);
        for (place, record) in top.into_iter().enumerate() {
            if record.fault.is_none() {
                widths[usize::from(record.cells.len() > 1)] += 1;
            }
            let known = known_titles(&record);
            let better = match &best {
                Some((of, first, titles)) if *of == separator => {
                    is_better(&record, known, Some((first, *titles)))
                }
                // Read with another separator, both titles were in one cell.
                Some((_, first, 0..=1)) if first.cells.len() == 1 && pairs => place == 0,
                Some((_, _, titles)) => known > *titles && is_header(&record, known),
                None => pairs && place == 0 || is_better(&record, known, None),
            };
            if better {
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

/// Builds a table from records, with the header on this line.
pub(super) fn from_records(
    records: impl Iterator<Item = Record>,
    header_line: u32,
    choices: &[ColumnChoice],
) -> Result<Table, ImportRefusal> {
    let mut table = Table {
        sections: Vec::new(),
        problems: Vec::new(),
    };
    let mut rows = 0_u32;
    // The record above the header, which may be its first line.
    let mut above: Option<Record> = None;
    let mut remark = |record: &Record, reason| {
        table.problems.push(RowProblem::on(record.line, reason));
    };
    let clean = |mut record: Record| {
        for cell in &mut record.cells {
            *cell = cell::clean(cell);
        }
        record
    };
    let mut records = records
        .filter(|record| !record.is_blank())
        .map(clean)
        .peekable();
    while let Some(record) = records.next() {
        rows += 1;
        if rows > MAX_ROWS {
            // Counting continues, so that the refusal can state the total.
            continue;
        }
        let Some(section) = table.sections.last_mut() else {
            let before = above.take();
            let with_above = before
                .as_ref()
                .filter(|_| record.line >= header_line)
                .and_then(|above| header_of(above, &record, false));
            if with_above.is_none() {
                before
                    .iter()
                    .for_each(|record| remark(record, told(record)));
            }
            if record.line < header_line {
                above = Some(record);
                continue;
            }
            let header = with_above.unwrap_or_else(|| whole_header(record, &mut records).0);
            table.sections.push(Section::new(header, choices)?);
            continue;
        };
        if section
            .header_rows
            .iter()
            .any(|row| same_cells(&record, row))
        {
            remark(&record, ImportReason::HeaderAgain);
        } else if is_new_header(&record) {
            remark(&record, ImportReason::HeaderAgain);
            let above = section
                .records
                .pop_if(|above| header_of(above, &record, true).is_some());
            let with_above = above.and_then(|above| {
                remark(&above, ImportReason::HeaderAgain);
                header_of(&above, &record, true)
            });
            let header = with_above.unwrap_or_else(|| {
                let (header, below) = whole_header(record, &mut records);
                below
                    .iter()
                    .for_each(|below| remark(below, ImportReason::HeaderAgain));
                header
            });
            table.sections.push(Section::new(header, choices)?);
        } else if edges::is_no_row(&record) {
            let text = edges::said(&record);
            remark(&record, ImportReason::NoRow { text });
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
    if table.sections.iter().any(is_turned) {
        return Err(ImportRefusal::NoNameColumn);
    }
    if let Some(section) = table.sections.last_mut() {
        edges::mark_cut_off(section);
    }
    for section in &mut table.sections {
        table.problems.extend(edges::wider(section));
        section.resolve();
    }
    Ok(table)
}

/// Returns the header that begins with this record, and its second line if it has one.
fn whole_header(
    record: Record,
    records: &mut Peekable<impl Iterator<Item = Record>>,
) -> (Header, Option<Record>) {
    let below = records.peek();
    match below.and_then(|below| header_of(&record, below, false)) {
        Some(header) => (header, records.next()),
        None => (Header::of(record), None),
    }
}

impl Section {
    fn new(header: Header, choices: &[ColumnChoice]) -> Result<Self, ImportRefusal> {
        let Header {
            line,
            titles,
            mut columns,
            rows,
        } = header;
        for (title, column) in titles.iter().zip(&mut columns) {
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
            header::name_by_compound(&titles, &mut columns);
        }
        if !maybe(&columns) && !columns::name_people(&columns) {
            return Err(ImportRefusal::NoNameColumn);
        }
        Ok(Self {
            sheet: String::new(),
            of_contacts: false,
            header_line: line,
            columns,
            orders: Vec::new(),
            records: Vec::new(),
            titles,
            header_rows: rows,
        })
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
        service_number::take_out(&self.columns, &mut self.records);
    }
}
