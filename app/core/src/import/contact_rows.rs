//! Collects contacts, from cards or from a table.

use std::collections::HashMap;

use super::case_rows::{phone_of, remarks_on_columns, too_long, without_service_numbers};
use super::columns::Column;
use super::date::Written;
use super::fields::Fields;
use super::fold::one_line;
use super::records::Record;
use super::row::ContactRow;
use super::table::{Section, Table};
use super::{Reading, Rows};
use crate::api::MAX_LINE;
use crate::view::{ImportReason, RowProblem};

/// The rows accepted so far, with remarks.
#[derive(Default)]
pub(super) struct Gathered {
    rows: Vec<ContactRow>,
    pub problems: Vec<RowProblem>,
    seen: HashMap<uuid::Uuid, u32>,
}

impl Gathered {
    /// Accepts a row with its remarks, or reports why it is left out.
    pub(super) fn add(
        &mut self,
        row: ContactRow,
        fault: Option<ImportReason>,
        reasons: Vec<ImportReason>,
    ) {
        let short = [
            &row.name,
            &row.role,
            &row.organisation,
            &row.district,
            &row.what_for,
            &row.phone,
            &row.email,
            &row.address,
            &row.uid,
        ];
        let short = short.map(String::as_str);
        let name: String = row.name.chars().take(MAX_LINE as usize).collect();
        let left_out = fault.or_else(|| {
            if too_long(&short, &[&row.note]) {
                Some(ImportReason::TooLong)
            } else if row.name.is_empty() {
                Some(ImportReason::NoName)
            } else {
                let first_line = *self.seen.get(&row.key())?;
                Some(ImportReason::TwiceInFile { first_line })
            }
        });
        let line = row.line;
        let reasons = match left_out {
            Some(reason) => vec![reason],
            None => {
                self.seen.insert(row.key(), line);
                self.rows.push(row);
                reasons
            }
        };
        let remark = |reason| RowProblem {
            line,
            name: name.clone(),
            reason,
        };
        self.problems.extend(reasons.into_iter().map(remark));
    }

    pub(super) fn done(self) -> Reading {
        Reading {
            rows: Rows::Contacts(self.rows),
            problems: self.problems,
            ..Reading::default()
        }
    }
}

/// Reads the records of a table as contacts.
pub(super) fn from_table(table: Table) -> Reading {
    let mut gathered = Gathered::default();
    gathered.problems.extend(remarks_on_columns(&table));
    gathered.problems.extend(table.problems);
    for section in &table.sections {
        for record in &section.records {
            let mut reasons = Vec::new();
            let row = contact_row(section, record, &mut reasons);
            gathered.add(row, record.fault.clone(), reasons);
        }
    }
    gathered.done()
}

fn contact_row(section: &Section, record: &Record, reasons: &mut Vec<ImportReason>) -> ContactRow {
    use Column as C;
    let mut fields = Fields::of(section, record);
    let name = fields.name(false);
    let organisation = fields.line(C::Organisation);
    let email = fields.line(C::Email);
    let phone = phone_of(&mut fields, reasons);
    let names = [name, email.clone(), organisation.clone(), phone.clone()];
    let postcode = fields.line(C::Postcode);
    let street = fields.address();
    let address = if postcode.is_empty() {
        street
    } else {
        format!("{street}, {postcode}")
    };
    let last_contact = match fields.day(C::LastContact) {
        Some(Written::Day(day)) => Some(day),
        _ => {
            fields.set_aside(C::LastContact);
            None
        }
    };
    let id = fields.raw(C::OwnId).parse().ok();
    if id.is_none() {
        fields.set_aside(C::OwnId);
    }
    // Columns for which only a case has a field.
    for column in [
        C::Number,
        C::Born,
        C::Status,
        C::Problems,
        C::Sensitive,
        C::ReportedBy,
        C::ReportedOn,
        C::FirstContact,
        C::Trust,
        C::Lead,
        C::WhatMatters,
        C::Do,
        C::Dont,
    ] {
        fields.set_aside(column);
    }
    let tags = fields.line(C::Tags);
    ContactRow {
        line: record.line,
        id,
        name: names
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_default(),
        role: fields.line(C::Role),
        organisation,
        district: fields.line(C::District),
        what_for: fields.line(C::WhatFor),
        phone,
        email,
        address: address.trim_start_matches(", ").to_owned(),
        tags: tags
            .split(',')
            .map(one_line)
            .filter(|tag| !tag.is_empty())
            .collect(),
        last_contact,
        note: without_service_numbers(&fields.text(), reasons),
        uid: fields.line(C::Uid),
    }
}
