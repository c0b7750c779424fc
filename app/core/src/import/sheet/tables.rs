//! Reads the sheets of a workbook as tables.

use crate::ImportRefusal;
use crate::import::records::Record;
use crate::import::table::header::{is_better, known_titles};
use crate::import::table::{HEADER_WITHIN, Table, from_records, told};
use crate::model::{ColumnChoice, RowProblem};

/// Why records are not a table.
#[derive(Debug)]
struct NoTable {
    /// The refusal, if the file has no other sheets.
    refusal: ImportRefusal,
    /// Its lines as remarks, if other sheets are read.
    problems: Vec<RowProblem>,
}

/// Reads the table on one sheet.
fn from_sheet(records: Vec<Record>, choices: &[ColumnChoice]) -> Result<Table, NoTable> {
    let mut best: Option<(&Record, usize)> = None;
    for record in records.iter().take(HEADER_WITHIN) {
        let known = known_titles(record);
        if is_better(record, known, best) {
            best = Some((record, known));
        }
    }
    let header = best.map(|(header, _)| header.line);
    let stray = |record: &Record| RowProblem::on(record.line, told(record));
    let strays = |records: &[Record]| records.iter().map(stray).collect();
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

/// Reads all sheets that are tables as one. The lines of other sheets become remarks.
pub(super) fn from_sheets(
    sheets: Vec<(String, Vec<Record>)>,
    choices: &[ColumnChoice],
) -> Result<Table, ImportRefusal> {
    let several = sheets.len() > 1;
    let mut all = Table {
        sections: Vec::new(),
        problems: Vec::new(),
    };
    let mut refusal = ImportRefusal::EmptyFile;
    for (name, records) in sheets {
        let mut table = from_sheet(records, choices).unwrap_or_else(|no_table| {
            refusal = no_table.refusal;
            Table {
                sections: Vec::new(),
                problems: no_table.problems,
            }
        });
        if several {
            let problems = table.problems.iter_mut().map(|problem| &mut problem.sheet);
            let sections = table.sections.iter_mut().map(|section| &mut section.sheet);
            problems
                .chain(sections)
                .for_each(|sheet| sheet.clone_from(&name));
        }
        all.sections.extend(table.sections);
        all.problems.extend(table.problems);
    }
    match all.sections.is_empty() {
        true => Err(refusal),
        false => Ok(all),
    }
}
