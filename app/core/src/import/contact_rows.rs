//! Collects contacts, from cards or from a table.

use std::collections::HashMap;

use super::alike::{Names, names};
use super::case_rows::remarks_on_columns;
use super::columns::{Column, has};
use super::date::Written;
use super::fields::Fields;
use super::fold::one_line;
use super::people::add_lines;
use super::records::Record;
use super::row::ContactRow;
use super::row_values::{phone_of, without_called_number, without_service_numbers};
use super::table::{Section, Table};
use super::value::too_long;
use super::{Reading, Rows};
use crate::folding::fold;
use crate::model::{ImportReason, MAX_LINE, RowProblem};

/// The rows accepted so far, with remarks.
#[derive(Default)]
pub(super) struct Gathered {
    rows: Vec<ContactRow>,
    pub problems: Vec<RowProblem>,
    seen: HashMap<uuid::Uuid, usize>,
}

impl Gathered {
    /// Accepts a row with its remarks, joins it to an earlier row about the same contact, or reports
    /// why it is left out.
    pub(super) fn add(
        &mut self,
        mut row: ContactRow,
        fault: Option<ImportReason>,
        mut reasons: Vec<ImportReason>,
    ) {
        for field in row.fields() {
            without_called_number(field, &mut reasons);
        }
        let (line, sheet) = (row.line, row.sheet.clone());
        let name: String = row.name.chars().take(MAX_LINE as usize).collect();
        let said = row.said();
        let reasons = match fault.or_else(|| row.fault()) {
            Some(reason) => vec![reason],
            None => self.keep(row, reasons),
        };
        let remark = |reason: ImportReason| RowProblem {
            sheet: sheet.clone(),
            name: name.clone(),
            // What stands on an earlier row as well needs not be told.
            text: match reason {
                ImportReason::TwiceInFile { .. } => String::new(),
                _ if reason.leaves_out() => said.clone(),
                _ => String::new(),
            },
            ..RowProblem::on(line, reason)
        };
        self.problems.extend(reasons.into_iter().map(remark));
    }

    /// Keeps a row. Returns its remarks.
    fn keep(&mut self, mut row: ContactRow, mut reasons: Vec<ImportReason>) -> Vec<ImportReason> {
        if let Some(&place) = self.seen.get(&row.key()) {
            let first = &mut self.rows[place];
            let first_line = first.line;
            if names(&first.name, &row.name) >= Names::Fit || row.id.is_some() {
                let mut joined = first.clone();
                joined.join(row);
                if joined == *first {
                    return vec![ImportReason::TwiceInFile { first_line }];
                }
                if let Some(fault) = joined.fault() {
                    return vec![fault];
                }
                *first = joined;
                reasons.insert(0, ImportReason::JoinedTo { first_line });
                return reasons;
            }
            // Address books have been seen to give one id to two people.
            row.uid.clear();
            reasons.push(ImportReason::LooksLikeRow { first_line });
            if self.seen.contains_key(&row.key()) {
                return self.keep(row, reasons);
            }
        }
        self.seen.insert(row.key(), self.rows.len());
        self.rows.push(row);
        reasons
    }

    pub(super) fn done(self) -> Reading {
        Reading {
            rows: Rows::Contacts(self.rows),
            problems: self.problems,
            ..Reading::default()
        }
    }
}

impl ContactRow {
    fn fields(&mut self) -> [&mut String; 9] {
        [
            &mut self.name,
            &mut self.role,
            &mut self.organisation,
            &mut self.district,
            &mut self.what_for,
            &mut self.phone,
            &mut self.email,
            &mut self.address,
            &mut self.uid,
        ]
    }

    /// Returns the row's whole text except its name.
    fn said(&self) -> String {
        let long = self.name.chars().count() > MAX_LINE as usize;
        let all = [
            if long { self.name.as_str() } else { "" },
            &self.role,
            &self.organisation,
            &self.phone,
            &self.email,
            &self.address,
            &self.district,
            &self.what_for,
            &self.note,
        ];
        let said = all
            .map(one_line)
            .into_iter()
            .filter(|text| !text.is_empty());
        said.collect::<Vec<_>>().join(" · ")
    }

    /// Returns why the row cannot be stored, if it cannot.
    fn fault(&mut self) -> Option<ImportReason> {
        let short = self.fields().map(|field| field.clone());
        if too_long(&short.each_ref().map(String::as_str), &[&self.note]) {
            return Some(ImportReason::TooLong);
        }
        self.name.is_empty().then_some(ImportReason::NoName)
    }

    /// Joins a row about the same contact. What differs goes to the note under its title.
    fn join(&mut self, mut more: Self) {
        const TITLES: [&str; 9] = [
            "Naam",
            "Rol",
            "Organisatie",
            "Wijk",
            "Waarvoor",
            "Telefoon",
            "E-mail",
            "Adres",
            "",
        ];
        let mut aside = Vec::new();
        let fields = self.fields().into_iter().zip(more.fields());
        for ((kept, other), title) in fields.zip(TITLES) {
            if kept.is_empty() {
                kept.clone_from(other);
            } else if !other.is_empty() && !title.is_empty() && fold(kept) != fold(other) {
                aside.push(format!("{title}: {other}"));
            }
        }
        add_lines(&mut self.note, &more.note);
        add_lines(&mut self.note, &aside.join("\n"));
        for tag in more.tags {
            if !self.tags.contains(&tag) {
                self.tags.push(tag);
            }
        }
        if let (Some(one), Some(two)) = (self.last_contact, more.last_contact)
            && one != two
        {
            let day = one.min(two).format("%d-%m-%Y");
            add_lines(&mut self.note, &format!("Laatste contact: {day}"));
        }
        self.last_contact = self.last_contact.max(more.last_contact);
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
    let phone = phone_of(&mut fields, true, reasons);
    let mut names = [name, email.clone(), organisation.clone(), phone.clone()];
    if !has(
        &section.columns,
        &[C::Name, C::FirstName, C::LastName, C::Nickname],
    ) {
        // A list of organisations.
        names.swap(1, 2);
    }
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
    // Only this app's own export has ids; any other text of that column is kept as extra.
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
        sheet: section.sheet.clone(),
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
