//! An address book: cards, or a table of contacts.

use std::collections::HashMap;

use super::case_rows::{phone_of, remark_on_bsn, too_long};
use super::columns::Column;
use super::fields::Fields;
use super::row::ContactRow;
use super::table::Table;
use super::{Reading, Rows};
use crate::call::MAX_LINE;
use crate::view::{ImportReason, RowProblem};

/// Rows kept so far, and remarks.
#[derive(Default)]
pub(super) struct Gathered {
    rows: Vec<ContactRow>,
    pub problems: Vec<RowProblem>,
    seen: HashMap<uuid::Uuid, u32>,
}

impl Gathered {
    /// Keeps a row with its remarks, unless something leaves it out.
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
            if too_long(&short, &row.note) {
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
        }
    }
}

/// Reads the records of a table as contacts.
pub(super) fn from_table(table: &Table) -> Reading {
    let mut gathered = Gathered::default();
    gathered.problems.extend(remark_on_bsn(table));
    for record in &table.records {
        let mut reasons = Vec::new();
        let mut fields = Fields::of(table, record);
        let name = fields.name();
        let organisation = fields.line(Column::Organisation);
        let email = fields.line(Column::Email);
        let phone = phone_of(&fields, &mut reasons);
        let names = [name, email.clone(), organisation.clone(), phone.clone()];
        let postcode = fields.line(Column::Postcode);
        let street = fields.address();
        let address = if postcode.is_empty() {
            street
        } else {
            format!("{street}, {postcode}")
        };
        let row = ContactRow {
            line: record.line,
            name: names
                .into_iter()
                .find(|name| !name.is_empty())
                .unwrap_or_default(),
            role: fields.line(Column::Role),
            organisation,
            district: fields.line(Column::District),
            what_for: fields.line(Column::WhatFor),
            phone,
            email,
            address: address.trim_start_matches(", ").to_owned(),
            note: fields.text(),
            uid: fields.line(Column::Uid),
        };
        gathered.add(row, record.fault.clone(), reasons);
    }
    gathered.done()
}
