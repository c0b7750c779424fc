//! Reads the sheets of a workbook as tables.

use crate::ImportRefusal;
use crate::import::Choice;
use crate::import::records::Record;
use crate::import::table::header::{enough, is_header, known_titles};
use crate::import::table::{HEADER_WITHIN, Table, from_records, stray};
use crate::view::RowProblem;

/// Why records are not a table.
#[derive(Debug)]
pub(super) struct NoTable {
    /// The refusal, if the file has no other sheets.
    pub refusal: ImportRefusal,
    /// Its lines as remarks, if other sheets are read.
    pub problems: Vec<RowProblem>,
}

/// Reads the table on one sheet.
pub(super) fn from_sheet(records: Vec<Record>, choices: &[Choice]) -> Result<Table, NoTable> {
    let mut best: Option<(&Record, usize)> = None;
    for record in records.iter().take(HEADER_WITHIN) {
        let known = known_titles(record);
        if known > enough(best) && is_header(record, known) {
            best = Some((record, known));
        }
    }
    let header = best.map(|(header, _)| header.line);
    let told = |record: &Record| stray(record);
    let strays = |records: &[Record]| records.iter().map(told).collect();
    let Some(header) = header else {
        return Err(NoTable {
            refusal: ImportRefusal::NoNameColumn,
            problems: strays(&records),
        });
    };
    let problems = strays(&records);
    from_records(records.into_iter(), header, choices)
        .map_err(|refusal| NoTable { refusal, problems })
}

impl Table {
    /// Appends another sheet.
    pub fn append(&mut self, other: Self) {
        self.sections.extend(other.sections);
        self.problems.extend(other.problems);
    }
}
