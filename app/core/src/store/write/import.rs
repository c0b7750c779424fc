//! Keeping what a file brought. A row's id comes from the row itself, so that the same file twice,
//! or on two phones, makes nothing twice.

use uuid::Uuid;

use super::at_most;
use crate::Error;
use crate::call::{KeepImport, MAX_LINE, MAX_TEXT, PreviewImport};
use crate::document::{Collection, Edit, Kind};
use crate::error::ImportRefusal;
use crate::import::{self, CaseRow, ContactRow, Rows};
use crate::store::Store;
use crate::view::{CaseField, ContactField, ImportKind, ImportPreview, ImportReport, ImportRow};

/// How many previews are kept at hand.
const PREVIEWS: usize = 4;

impl Store {
    pub(in crate::store) fn preview_import(
        &mut self,
        call: &PreviewImport,
    ) -> Result<ImportPreview, Error> {
        let today = self.environment.today();
        let reading = import::read(&call.name, &call.bytes, today).map_err(Error::Import)?;
        let mut rows = Vec::new();
        match &reading.rows {
            Rows::Cases(cases) => {
                for row in cases {
                    let about = [&row.address, &row.reported_by, &row.number];
                    rows.push(self.import_row(row.line, &row.name, &about, row.key())?);
                }
            }
            Rows::Contacts(contacts) => {
                for row in contacts {
                    let about = [&row.role, &row.organisation, &row.phone, &row.email];
                    rows.push(self.import_row(row.line, &row.name, &about, row.key())?);
                }
            }
        }
        let token = self.new_id();
        if self.previews.len() >= PREVIEWS {
            self.previews.clear();
        }
        let preview = ImportPreview {
            token,
            kind: kind_of(&reading.rows),
            fresh: u32::try_from(rows.iter().filter(|row| !row.known).count()).unwrap_or(u32::MAX),
            rows,
            problems: reading.problems.clone(),
        };
        self.previews.insert(token, reading);
        Ok(preview)
    }

    fn import_row(
        &self,
        line: u32,
        name: &str,
        about: &[&String],
        id: Uuid,
    ) -> Result<ImportRow, Error> {
        let about: Vec<&str> = about
            .iter()
            .map(|t| t.as_str())
            .filter(|t| !t.is_empty())
            .collect();
        Ok(ImportRow {
            line,
            name: name.to_owned(),
            about: about.join(" · "),
            known: self.document_row(id)?.is_some(),
        })
    }

    pub(in crate::store) fn keep_import(
        &mut self,
        call: KeepImport,
    ) -> Result<ImportReport, Error> {
        let gone = || Error::Import(ImportRefusal::PreviewGone);
        let reading = self.previews.get(&call.token).cloned().ok_or_else(gone)?;
        let mut report = ImportReport {
            kind: kind_of(&reading.rows),
            added: 0,
            known: 0,
            left_out: u32::try_from(
                reading
                    .problems
                    .iter()
                    .filter(|p| p.reason.leaves_out())
                    .count(),
            )
            .unwrap_or(u32::MAX),
        };
        match reading.rows {
            Rows::Cases(rows) => {
                for row in rows {
                    self.keep_row(Kind::Case, row.key(), &mut report, |edit| {
                        write_case(edit, &row)
                    })?;
                }
            }
            Rows::Contacts(rows) => {
                for row in rows {
                    self.keep_row(Kind::Contact, row.key(), &mut report, |edit| {
                        write_contact(edit, &row)
                    })?;
                }
            }
        }
        Ok(report)
    }

    fn keep_row(
        &mut self,
        kind: Kind,
        id: Uuid,
        report: &mut ImportReport,
        write: impl FnOnce(&mut Edit<'_, '_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        if self.document_row(id)?.is_some() {
            report.known += 1;
            return Ok(());
        }
        self.edit_or_create(kind, id, write)?;
        report.added += 1;
        Ok(())
    }
}

fn kind_of(rows: &Rows) -> ImportKind {
    match rows {
        Rows::Cases(_) => ImportKind::Cases,
        Rows::Contacts(_) => ImportKind::Contacts,
    }
}

fn write_case(edit: &mut Edit<'_, '_>, row: &CaseRow) -> Result<(), Error> {
    for (field, value) in [
        (CaseField::Name, &row.name),
        (CaseField::Address, &row.address),
        (CaseField::Postcode, &row.postcode),
        (CaseField::District, &row.district),
        (CaseField::Phone, &row.phone),
        (CaseField::Lead, &row.lead),
    ] {
        edit.set_case_field(field, at_most(value, MAX_LINE)?)?;
    }
    edit.set_case_field(CaseField::Status, row.status.word())?;
    edit.set_case_field(CaseField::Background, at_most(&row.background, MAX_TEXT)?)?;
    edit.set("number", row.number.as_str())?;
    edit.set("reported_by", row.reported_by.as_str())?;
    if row.sensitive {
        edit.set("sensitive", true)?;
    }
    if let Some(day) = row.reported_on {
        edit.set("reported_on", day.to_string())?;
    }
    if let Some(day) = row.last_contact {
        edit.set("earlier_contact", day.to_string())?;
    }
    for problem in &row.problems {
        edit.set_in(Collection::Problems, problem, true)?;
    }
    Ok(())
}

fn write_contact(edit: &mut Edit<'_, '_>, row: &ContactRow) -> Result<(), Error> {
    for (field, value) in [
        (ContactField::Name, &row.name),
        (ContactField::Role, &row.role),
        (ContactField::Organisation, &row.organisation),
        (ContactField::District, &row.district),
        (ContactField::WhatFor, &row.what_for),
        (ContactField::Phone, &row.phone),
        (ContactField::Email, &row.email),
        (ContactField::Address, &row.address),
    ] {
        edit.set_contact_field(field, at_most(value, MAX_LINE)?)?;
    }
    Ok(edit.set_contact_field(ContactField::Note, at_most(&row.note, MAX_TEXT)?)?)
}
