//! Reads the sheets of a workbook as records.

use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, Range, Reader as _, SheetVisible, Sheets, open_workbook_auto_from_rs,
};

use super::no_values::NoValue;
use super::{comments, no_values, ods, tables};
use crate::ImportRefusal;
use crate::import::MAX_ROWS;
use crate::import::records::Record;
use crate::import::table::Table;
use crate::model::{ColumnChoice, ImportReason, RowProblem};

/// The maximum cells per sheet, including blank ones: one stray cell far down can make a sheet span
/// millions.
const MAX_CELLS: usize = 4_000_000;

pub(super) type Book<'a> = Sheets<Cursor<&'a [u8]>>;

pub(super) fn read(bytes: &[u8], choices: &[ColumnChoice]) -> Result<Table, ImportRefusal> {
    let beside = match bytes.starts_with(b"PK") {
        true => comments::read(bytes)?,
        false => comments::beside_an_xls(bytes),
    };
    let ods = ods::sheets(&beside.content);
    let mut told = Vec::new();
    let mut book: Book<'_> =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| ImportRefusal::Spreadsheet)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        if !fits(&mut book, &name)? {
            return Err(ImportRefusal::TooLarge);
        }
        let range = book
            .worksheet_range(&name)
            .map_err(|_| ImportRefusal::Spreadsheet)?;
        let (height, width) = range.get_size();
        if height.saturating_mul(width) > MAX_CELLS {
            return Err(ImportRefusal::TooLarge);
        }
        if height > MAX_ROWS as usize + 1000 {
            return Err(too_many(height));
        }
        let mut records = records(&range);
        for merged in merged(&mut book, &name) {
            fill(&mut records, merged);
        }
        let mut remarks: Vec<RowProblem> = no_values::of_sheet(&mut book, &name, &range)
            .iter()
            .map(NoValue::remark)
            .collect();
        for sheet in ods.iter().filter(|sheet| sheet.name == name) {
            for (start, end) in &sheet.merged {
                fill(&mut records, Dimensions::new(*start, *end));
            }
            remarks.extend(sheet.no_values.iter().map(NoValue::remark));
            remarks.extend(sheet.comments.iter().map(|(row, text)| {
                let text = text.clone();
                RowProblem::on(row.saturating_add(1), ImportReason::CellComment { text })
            }));
        }
        if hidden(&book, &name) {
            remarks.push(RowProblem::on(1, ImportReason::HiddenSheet));
        }
        told.extend(remarks.into_iter().map(|remark| RowProblem {
            sheet: name.clone(),
            ..remark
        }));
        records.retain(|record| !record.is_blank());
        if !records.is_empty() {
            sheets.push((name, records));
        }
    }
    let rows: usize = sheets.iter().map(|(_, records)| records.len()).sum();
    if rows > MAX_ROWS as usize + 1000 {
        return Err(too_many(rows));
    }
    let several = sheets.len() > 1;
    let mut table = tables::from_sheets(sheets, choices)?;
    for remark in &mut told {
        if !several {
            remark.sheet.clear();
        }
    }
    for remark in told.into_iter().chain(beside.comments) {
        // The parts of an .xlsx do not say of which sheet their comments are.
        let placed = !(several && remark.sheet.is_empty()) && add_comment(&mut table, &remark);
        if !placed {
            table.problems.push(remark);
        }
    }
    Ok(table)
}

/// Adds the comment on a cell to its row, below no title. Returns whether the remark is one and there is
/// such a row.
fn add_comment(table: &mut Table, remark: &RowProblem) -> bool {
    let ImportReason::CellComment { text } = &remark.reason else {
        return false;
    };
    let sections = table.sections.iter_mut();
    for section in sections.filter(|section| section.sheet == remark.sheet) {
        let width = section.columns.len();
        let mut rows = section.records.iter_mut();
        if let Some(row) = rows.find(|record| record.line == remark.line) {
            row.cells.resize(width.max(row.cells.len()), String::new());
            row.cells.push(text.clone());
            return true;
        }
    }
    false
}

/// Returns whether the workbook hides a sheet.
fn hidden(book: &Book<'_>, name: &str) -> bool {
    let mut sheets = book.sheets_metadata().iter();
    sheets.any(|sheet| sheet.name == name && sheet.visible != SheetVisible::Visible)
}

/// The corners of the cells that hold something, as rows and columns.
struct Span {
    first: (u32, u32),
    last: (u32, u32),
}

impl Span {
    fn of_none() -> Self {
        Self {
            first: (u32::MAX, u32::MAX),
            last: (0, 0),
        }
    }

    /// Extends it by a cell. Returns whether it still has few enough cells.
    fn extend(&mut self, (row, column): (u32, u32)) -> bool {
        self.first = (self.first.0.min(row), self.first.1.min(column));
        self.last = (self.last.0.max(row), self.last.1.max(column));
        let height = (self.last.0 - self.first.0) as usize + 1;
        let width = (self.last.1 - self.first.1) as usize + 1;
        height.saturating_mul(width) <= MAX_CELLS
    }
}

/// Returns whether the cells of a sheet span few enough to be held, before calamine allocates all that
/// lie between them. It bounds .ods itself, and an .xls is small by its format.
fn fits(book: &mut Book<'_>, name: &str) -> Result<bool, ImportRefusal> {
    let mut span = Span::of_none();
    // Sheets of another kind, such as charts, have no cells.
    macro_rules! fits {
        ($book:expr) => {{
            let Ok(mut cells) = $book.worksheet_cells_reader(name) else {
                return Ok(true);
            };
            while let Some(cell) = cells.next_cell().map_err(|_| ImportRefusal::Spreadsheet)? {
                let holds = !matches!(cell.get_value(), DataRef::Empty);
                if holds && !span.extend(cell.get_position()) {
                    return Ok(false);
                }
            }
        }};
    }
    match book {
        Sheets::Xlsx(book) => fits!(book),
        Sheets::Xlsb(book) => fits!(book),
        Sheets::Xls(_) | Sheets::Ods(_) => {}
    }
    Ok(true)
}

fn too_many(rows: usize) -> ImportRefusal {
    ImportRefusal::TooManyRows {
        rows: u32::try_from(rows).unwrap_or(u32::MAX),
        most: MAX_ROWS,
    }
}

fn records(range: &Range<Data>) -> Vec<Record> {
    let Some((top, left)) = range.start() else {
        return Vec::new();
    };
    range
        .rows()
        .zip(top + 1..)
        .map(|(cells, line)| {
            let blank = (0..left).map(|_| String::new());
            Record {
                line,
                cells: blank.chain(cells.iter().map(written)).collect(),
                fault: None,
                ended: true,
            }
        })
        .collect()
}

/// Formats a cell as someone would type it.
fn written(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        // Whole numbers have no fraction: 612345678 is a phone number.
        Data::Float(number) => number.to_string(),
        Data::Bool(yes) => if *yes { "ja" } else { "nee" }.to_owned(),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            let time = format!("{hour:02}:{minute:02}");
            match (moment.as_f64() < 1.0, time.as_str()) {
                (true, _) => time,
                (false, "00:00") => format!("{year:04}-{month:02}-{day:02}"),
                (false, _) => format!("{year:04}-{month:02}-{day:02} {time}"),
            }
        }
        Data::DateTime(duration) => duration.as_f64().to_string(),
        Data::Error(error) => error.to_string(),
    }
}

/// Returns the merged ranges of a sheet, as calamine provides them for .xlsx and .xls.
fn merged(book: &mut Book<'_>, name: &str) -> Vec<Dimensions> {
    match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Copies the value of a cell merged across rows to each of those rows.
fn fill(records: &mut [Record], merged: Dimensions) {
    let (column, first, last) = (
        merged.start.1 as usize,
        merged.start.0 + 1,
        merged.end.0 + 1,
    );
    let value = records
        .iter()
        .find(|record| record.line == first)
        .and_then(|record| record.cells.get(column))
        .cloned();
    let Some(value) = value else { return };
    for record in records
        .iter_mut()
        .filter(|record| record.line > first && record.line <= last)
    {
        if let Some(cell) = record.cells.get_mut(column).filter(|cell| cell.is_empty()) {
            cell.clone_from(&value);
        }
    }
}
