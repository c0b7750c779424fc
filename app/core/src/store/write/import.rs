//! Keeping what a file brought. A row's id and the change that keeps it come from the row itself, so
//! that the same file twice, or on two phones, makes nothing twice.

mod fields;
mod restore;
mod take_back;

use uuid::Uuid;

use crate::Error;
use crate::call::{KeepImport, PreviewImport};
use crate::document::{Edit, Kind};
use crate::error::ImportRefusal;
use crate::import::{self, OwnFile, Reading, Rows};
use crate::store::Store;
use crate::view::{ImportKind, ImportPreview, ImportReport, ImportRow};
use fields::{write_case, write_contact};

/// How many previews are kept at hand.
const PREVIEWS: usize = 4;

/// A file that was previewed and may be kept.
#[derive(Debug, Clone)]
pub(in crate::store) enum Previewed {
    /// Other people's.
    Rows(Reading),
    /// What this app handed out itself.
    Own(OwnFile),
}

impl Previewed {
    fn kind(&self) -> ImportKind {
        match self {
            Self::Rows(reading) => kind_of(&reading.rows),
            Self::Own(_) => ImportKind::Team,
        }
    }
}

impl Store {
    pub(in crate::store) fn preview_import(
        &mut self,
        call: &PreviewImport,
    ) -> Result<ImportPreview, Error> {
        let token = self.new_id();
        if self.previews.len() >= PREVIEWS {
            self.previews.clear();
        }
        if import::looks_own(&call.bytes) {
            let file = import::read_own(&call.bytes).map_err(Error::Import)?;
            let preview = self.preview_own(token, &file)?;
            let kept = Previewed::Own(file);
            self.previews.insert(token, (call.name.clone(), kept));
            return Ok(preview);
        }
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
        let preview = ImportPreview {
            token,
            kind: kind_of(&reading.rows),
            fresh: u32::try_from(rows.iter().filter(|row| !row.known).count()).unwrap_or(u32::MAX),
            rows,
            problems: reading.problems.clone(),
        };
        let kept = Previewed::Rows(reading);
        self.previews.insert(token, (call.name.clone(), kept));
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
            known: self.document_row(id)?.is_some() && !self.is_hidden(id)?,
        })
    }

    pub(in crate::store) fn keep_import(
        &mut self,
        call: KeepImport,
    ) -> Result<ImportReport, Error> {
        let gone = || Error::Import(ImportRefusal::PreviewGone);
        let (name, previewed) = self.previews.get(&call.token).cloned().ok_or_else(gone)?;
        let import = self.begin_import(&name, previewed.kind())?;
        let report = match &previewed {
            Previewed::Own(file) => self.keep_own(import, file)?,
            Previewed::Rows(reading) => self.keep_rows(import, reading)?,
        };
        self.end_import(import)?;
        Ok(report)
    }

    fn keep_rows(&mut self, import: i64, reading: &Reading) -> Result<ImportReport, Error> {
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
        match &reading.rows {
            Rows::Cases(rows) => {
                for row in rows {
                    self.keep_row(import, (Kind::Case, row.key()), &mut report, |edit| {
                        write_case(edit, row)
                    })?;
                }
            }
            Rows::Contacts(rows) => {
                for row in rows {
                    self.keep_row(import, (Kind::Contact, row.key()), &mut report, |edit| {
                        write_contact(edit, row)
                    })?;
                }
            }
        }
        Ok(report)
    }

    fn keep_row(
        &mut self,
        import: i64,
        (kind, id): (Kind, Uuid),
        report: &mut ImportReport,
        write: impl Fn(&mut Edit<'_, '_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        if self.document_row(id)?.is_some() && !self.is_hidden(id)? {
            report.known += 1;
            return Ok(());
        }
        self.edit_alike((kind, id), None, |edit| {
            // It may have been taken back before.
            edit.bring_back()?;
            write(edit)
        })?;
        self.note_imported(import, id)?;
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
