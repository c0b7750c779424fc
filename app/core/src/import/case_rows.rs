//! A table as a list of cases.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::columns::Column;
use super::fields::Fields;
use super::fold::{fold, one_line};
use super::records::Record;
use super::row::CaseRow;
use super::table::Table;
use super::{Reading, Rows, date, phone, value};
use crate::call::{MAX_LINE, MAX_TEXT};
use crate::view::{ImportReason, RowProblem};

/// Some line or text is longer than a field takes.
pub(super) fn too_long(lines: &[&str], text: &str) -> bool {
    let longer = |text: &str, most: u32| text.chars().count() > most as usize;
    lines.iter().any(|line| longer(line, MAX_LINE)) || longer(text, MAX_TEXT)
}

/// A remark on the header when it has a column of citizen service numbers, which is never taken
/// over.
pub(super) fn remark_on_bsn(table: &Table) -> Option<RowProblem> {
    let at = table
        .columns
        .iter()
        .position(|column| *column == Some(Column::Bsn))?;
    Some(RowProblem {
        line: table.header_line,
        name: one_line(&table.titles[at]),
        reason: ImportReason::ServiceNumbers,
    })
}

/// Reads the records of a table as cases.
pub(super) fn from_table(table: &Table, today: NaiveDate) -> Reading {
    let mut rows: Vec<CaseRow> = Vec::new();
    let mut problems: Vec<RowProblem> = remark_on_bsn(table).into_iter().collect();
    let mut seen = HashMap::new();
    let mut numbers = HashSet::new();
    for record in &table.records {
        let mut reasons = Vec::new();
        let mut row = case_row(table, record, today, &mut reasons);
        let remark = |reason| RowProblem {
            line: row.line,
            name: row.name.clone(),
            reason,
        };
        if let Some(fault) = &record.fault {
            problems.push(remark(fault.clone()));
            continue;
        }
        let fields = [
            &row.number,
            &row.name,
            &row.address,
            &row.district,
            &row.lead,
        ];
        let others = [&row.postcode, &row.phone, &row.reported_by];
        let all: Vec<&str> = fields
            .iter()
            .chain(&others)
            .copied()
            .chain(&row.problems)
            .map(|s| s.as_str())
            .collect();
        if too_long(&all, &row.background) {
            let name = row.name.chars().take(MAX_LINE as usize).collect();
            problems.push(RowProblem {
                line: row.line,
                name,
                reason: ImportReason::TooLong,
            });
            continue;
        }
        if row.name.is_empty() {
            problems.push(remark(ImportReason::NoName));
            continue;
        }
        let number = fold(&row.number);
        let identity = (number.clone(), fold(&row.name), fold(&row.address));
        if let Some(first_line) = seen.get(&identity) {
            problems.push(remark(ImportReason::TwiceInFile {
                first_line: *first_line,
            }));
            continue;
        }
        seen.insert(identity, row.line);
        problems.extend(reasons.into_iter().map(remark));
        if !number.is_empty() {
            // The first with a number keeps it as its key, so that a row added next month changes
            // nothing for the one that was imported before.
            row.number_is_shared = !numbers.insert(number);
        }
        rows.push(row);
    }
    Reading {
        rows: Rows::Cases(rows),
        problems,
    }
}

fn case_row(
    table: &Table,
    record: &Record,
    today: NaiveDate,
    reasons: &mut Vec<ImportReason>,
) -> CaseRow {
    let mut fields = Fields::of(table, record);
    let name = fields.name();
    let mut problems = value::problems(fields.raw(Column::Problems));
    let is_flag = |problem: &String| fold(problem) == "bestuurlijk gevoelig";
    let sensitive = problems.iter().any(is_flag)
        || value::says_yes(fields.raw(Column::Sensitive))
        || value::says_sensitive(fields.raw(Column::Sensitive))
        || value::says_sensitive(fields.raw(Column::Background));
    problems.retain(|problem| !is_flag(problem));
    let reported_on = date_of(&mut fields, Column::ReportedOn, today, reasons);
    let last_contact = date_of(&mut fields, Column::LastContact, today, reasons);
    let status = value::status(fields.raw(Column::Status)).unwrap_or_else(|| {
        let text = fields.line(Column::Status);
        fields.set_aside(Column::Status);
        reasons.push(ImportReason::OddStatus { text });
        crate::view::CaseStatus::Open
    });
    CaseRow {
        line: record.line,
        number: fields.line(Column::Number),
        name,
        address: fields.address(),
        postcode: postcode_of(&fields, reasons),
        district: fields.line(Column::District),
        phone: phone_of(&fields, reasons),
        problems,
        sensitive,
        reported_by: fields.line(Column::ReportedBy),
        reported_on,
        status,
        lead: fields.line(Column::Lead),
        last_contact,
        background: with_contact_columns(fields).text(),
        number_is_shared: false,
    }
}

/// Columns that only an address book has a place for.
fn with_contact_columns(mut fields: Fields<'_>) -> Fields<'_> {
    use Column as C;
    for column in [C::Role, C::Organisation, C::WhatFor, C::Email, C::Uid] {
        fields.set_aside(column);
    }
    fields
}

fn date_of(
    fields: &mut Fields<'_>,
    column: Column,
    today: NaiveDate,
    reasons: &mut Vec<ImportReason>,
) -> Option<NaiveDate> {
    let text = fields.line(column);
    if text.is_empty() {
        return None;
    }
    let day = date::day(&text);
    match day {
        Some(day) if day <= today => return Some(day),
        Some(_) => reasons.push(ImportReason::FutureDate { text }),
        None => reasons.push(ImportReason::BadDate { text }),
    }
    fields.set_aside(column);
    None
}

fn postcode_of(fields: &Fields<'_>, reasons: &mut Vec<ImportReason>) -> String {
    let text = fields.line(Column::Postcode);
    value::postcode(&text).unwrap_or_else(|| {
        if !text.is_empty() {
            reasons.push(ImportReason::OddPostcode { text: text.clone() });
        }
        text
    })
}

/// The number to call, or as written with a remark.
pub(super) fn phone_of(fields: &Fields<'_>, reasons: &mut Vec<ImportReason>) -> String {
    let text = fields.line(Column::Phone);
    if !text.is_empty() && phone::calls(&text).is_empty() {
        reasons.push(ImportReason::OddPhone { text: text.clone() });
    }
    phone::kept(&text)
}
