//! Reads a table as a list of cases.

use chrono::NaiveDate;

use super::columns::Column;
use super::continued::{all_texts, continues, lines_of, title_of};
use super::fields::Fields;
use super::fold::{fold, one_line};
use super::judge::numbers;
use super::people::People;
use super::records::Record;
use super::row::CaseRow;
use super::row_values::{
    check_number, date_of, number_of, phone_of, postcode_of, without_called_number,
    without_service_numbers,
};
use super::table::{Section, Table};
use super::value::too_long;
use super::{Reading, Rows, danger, service_number, value, whose_phone};
use crate::model::{CaseStatus, ImportReason, MAX_LINE, ProblemType, RowProblem};

/// Reports the columns that are never imported.
pub(super) fn remarks_on_columns(table: &Table) -> Vec<RowProblem> {
    let mut remarks = Vec::new();
    for section in &table.sections {
        for (at, title) in section.columns.iter().enumerate() {
            let written = section
                .titles
                .get(at)
                .map(|title| one_line(title))
                .unwrap_or_default();
            let reason = match title.column {
                _ if title.service_numbers => ImportReason::ServiceNumbers,
                Some(Column::Bsn) => ImportReason::ServiceNumbers,
                Some(Column::Counter) => ImportReason::RowNumbers {
                    title: written.clone(),
                },
                _ => continue,
            };
            remarks.push(RowProblem {
                sheet: section.sheet.clone(),
                name: written,
                ..RowProblem::on(section.header_line, reason)
            });
        }
    }
    remarks
}

/// Reads the records of a table as cases.
pub(super) fn from_table(mut table: Table, today: NaiveDate) -> Reading {
    whose_phone::leave_to_others(&mut table);
    let mut problems = remarks_on_columns(&table);
    problems.extend(table.problems);
    let mut people = People::default();
    for section in &table.sections {
        let mut next_line = 0;
        people.nobody_above();
        for record in &section.records {
            let mut reasons = Vec::new();
            let mut row = case_row(section, record, today, &mut reasons);
            let fault = fault(record, &row);
            let known = fault == Some(ImportReason::NoName) && people.name_by_number(&mut row);
            let continues = !known && record.line <= next_line && continues(record, &row);
            next_line = record.line + lines_of(record);
            if continues {
                let text = all_texts(section, record, &mut reasons);
                if let Some(reason) = people.continue_above(record.line, &text) {
                    reasons.insert(0, reason);
                    problems.extend(reasons.into_iter().map(|reason| RowProblem {
                        sheet: section.sheet.clone(),
                        text: match reason.leaves_out() {
                            true => one_line(&text),
                            false => String::new(),
                        },
                        ..RowProblem::on(record.line, reason)
                    }));
                    continue;
                }
                reasons.clear();
            }
            match fault.filter(|_| !known) {
                Some(reason) => {
                    people.nobody_above();
                    // Whoever it is, what is said of them is told.
                    let text = match reason {
                        ImportReason::NoRow { .. } => String::new(),
                        _ => one_line(&all_texts(section, record, &mut Vec::new())),
                    };
                    problems.push(RowProblem {
                        sheet: section.sheet.clone(),
                        name: row.name.chars().take(MAX_LINE as usize).collect(),
                        text,
                        ..RowProblem::on(row.line, reason)
                    });
                }
                None => {
                    let told = problems.len();
                    let title = |column| title_of(section, column);
                    people.add(row, reasons, &title, &mut problems);
                    for problem in &mut problems[told..] {
                        if problem.reason == ImportReason::TooLong {
                            problem.text = one_line(&all_texts(section, record, &mut Vec::new()));
                        }
                    }
                }
            }
        }
    }
    Reading {
        rows: Rows::Cases(people.done()),
        problems,
        ..Reading::default()
    }
}

/// Returns why a row is left out, if it is.
fn fault(record: &Record, row: &CaseRow) -> Option<ImportReason> {
    if let Some(fault) = &record.fault {
        return Some(fault.clone());
    }
    let lines: Vec<&str> = [
        &row.number,
        &row.name,
        &row.address,
        &row.postcode,
        &row.district,
        &row.phone,
        &row.lead,
        &row.reported_by,
    ]
    .into_iter()
    .chain(&row.problems)
    .map(String::as_str)
    .collect();
    if too_long(
        &lines,
        &[&row.background, &row.what_matters, &row.does, &row.donts],
    ) {
        return Some(ImportReason::TooLong);
    }
    let mut filled = record.cells.iter().filter(|cell| !cell.trim().is_empty());
    match (row.name.is_empty(), filled.next(), filled.next()) {
        (false, ..) => None,
        // A heading between the rows, as "Wijk Noord".
        (true, Some(text), None)
            if (row.number.is_empty() || row.number.contains(' '))
                && !service_number::is_one(text) =>
        {
            let text = one_line(text);
            Some(ImportReason::NoRow { text })
        }
        (true, ..) => Some(ImportReason::NoName),
    }
}

fn case_row(
    section: &Section,
    record: &Record,
    today: NaiveDate,
    reasons: &mut Vec<ImportReason>,
) -> CaseRow {
    let mut fields = Fields::of(section, record);
    let name = fields.name(true);
    let mut problems = value::problems(fields.raw(Column::Problems));
    let is_flag = |problem: &String| fold(problem) == "bestuurlijk gevoelig";
    let said = fields.raw(Column::Sensitive);
    let sensitive = problems.iter().any(is_flag)
        || value::says_yes(said)
        || value::says_sensitive(said)
        || value::says_sensitive(fields.raw(Column::Background));
    if !sensitive && !value::says_no(said) {
        fields.set_aside(Column::Sensitive);
    }
    problems.retain(|problem| !is_flag(problem));
    let reported_on = date_of(&mut fields, Column::ReportedOn, today, reasons);
    let first_contact = if reported_on.is_some() {
        fields.set_aside(Column::FirstContact);
        None
    } else {
        date_of(&mut fields, Column::FirstContact, today, reasons)
    };
    let last_contact = date_of(&mut fields, Column::LastContact, today, reasons);
    let status = value::status(fields.raw(Column::Status)).unwrap_or_else(|| {
        let text = fields.line(Column::Status);
        fields.set_aside(Column::Status);
        reasons.push(ImportReason::OddStatus { text });
        CaseStatus::Open
    });
    let trust = value::trust(fields.raw(Column::Trust));
    if trust.is_none() {
        fields.set_aside(Column::Trust);
    }
    let phone = phone_of(&mut fields, false, reasons);
    let address = fields.address();
    let mut postcode = postcode_of(&fields, reasons);
    if postcode.is_empty() {
        postcode = value::postcode_in(&address).map_or(postcode, |(_, found)| found);
    }
    // Only this app's own export has ids; any other text of that column is kept as extra below.
    let own = fields.raw(Column::OwnId).parse().ok();
    let only_in_contacts = [
        Column::Role,
        Column::Organisation,
        Column::WhatFor,
        Column::Tags,
        Column::Email,
        Column::Uid,
        Column::Born,
    ];
    for column in only_in_contacts {
        fields.set_aside(column);
    }
    if own.is_none() {
        fields.set_aside(Column::OwnId);
    }
    let background = without_service_numbers(&fields.text(), reasons);
    let mut row = CaseRow {
        line: record.line,
        sheet: section.sheet.clone(),
        lines: vec![record.line],
        id: own,
        number: number_of(&fields),
        name,
        address,
        postcode,
        district: fields.line(Column::District),
        phones: Vec::new(),
        phone,
        problems,
        sensitive,
        reported_by: fields.line(Column::ReportedBy),
        reported_on: reported_on.or(first_contact),
        status,
        trust,
        lead: fields.line(Column::Lead),
        last_contact,
        what_matters: fields.lines(Column::WhatMatters),
        does: fields.lines(Column::Do),
        donts: fields.lines(Column::Dont),
        danger: Vec::new(),
        background,
    };
    for text in [
        &mut row.name,
        &mut row.address,
        &mut row.reported_by,
        &mut row.what_matters,
        &mut row.does,
        &mut row.donts,
    ] {
        *text = without_service_numbers(text, reasons);
    }
    let fields = [
        &mut row.number,
        &mut row.postcode,
        &mut row.district,
        &mut row.phone,
        &mut row.lead,
    ];
    for field in fields.into_iter().chain(&mut row.problems) {
        without_called_number(field, reasons);
    }
    check_number(&row.number, reasons);
    row.phones = numbers(&row.phone);
    row.danger = danger_in(&row);
    row
}

/// Returns the sentences that mention danger in any text of the row, each once.
fn danger_in(row: &CaseRow) -> Vec<String> {
    let names = [&row.name, &row.address, &row.lead, &row.reported_by];
    let beside = names.into_iter().filter(|text| danger::beside_a_name(text));
    let texts = [&row.phone, &row.what_matters, &row.does, &row.donts];
    // A type that the practice itself offers says what a case is about, not what waits at the door.
    let own_words = |problem: &&String| ProblemType::from_word(problem).is_none();
    let problems = row.problems.iter().filter(own_words);
    let said = problems.chain(texts).chain([&row.background]);
    let mut found: Vec<String> = beside.cloned().collect();
    let same = |one: &str, other: &str| {
        let without_end = |text: &str| fold(text.trim_end_matches(['.', '!', ';']));
        without_end(one) == without_end(other)
    };
    for sentence in said.flat_map(|text| danger::sentences(text)) {
        if !found.iter().any(|other| same(other, &sentence)) {
            found.push(sentence);
        }
    }
    found
}
