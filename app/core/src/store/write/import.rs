//! Importing files. A row's id and change hash are derived from the row itself, so that importing a
//! file twice, or on two phones, is idempotent.

mod fields;
mod join;
mod keep;
mod passed_over;
mod restore;
mod take_back;

use keep::{facts_of, keep_rows};
use passed_over::is_passed_over;
use restore::{keep_own, preview_own};
use take_back::{begin_import, end_import};
use uuid::Uuid;

use crate::Error;
use crate::api::{ChooseColumn, ConfirmImport, PreviewImport};
use crate::document::Kind;
use crate::error::ImportRefusal;
use crate::folding::fold;
use crate::import::{self, KnownCase, KnownContact, OnFile, OwnFile, Reading, Rows, Verdict};
use crate::model::{ColumnChoice, ImportKind};
use crate::phone_number;
use crate::store::{Read, Store, Write};
use crate::view::{ImportPreview, ImportReport, ImportRow, LooksLike};

/// Maximum number of previews held in memory.
const PREVIEWS: usize = 4;

/// A previewed file that can be imported.
#[derive(Debug, Clone)]
pub(in crate::store) struct Previewed {
    /// The file's name.
    name: String,
    what: What,
}

/// The content of a previewed file.
#[derive(Debug, Clone)]
enum What {
    /// Rows of a list, with the file's bytes while columns are still to be identified.
    Rows { reading: Reading, bytes: Vec<u8> },
    /// A file exported by this app.
    Own(OwnFile),
}

impl Read for PreviewImport {
    fn run(self, store: &mut Store) -> Result<ImportPreview, Error> {
        let token = store.new_id();
        if store.previews.len() >= PREVIEWS {
            store.previews.clear();
        }
        let (preview, what) = if import::looks_own(&self.bytes) {
            let file = import::read_own(&self.bytes).map_err(Error::Import)?;
            (preview_own(store, token, &file)?, What::Own(file))
        } else {
            let mut reading = read_file(store, &self.name, &self.bytes)?;
            let bytes = match reading.unsure.is_empty() {
                true => Vec::new(),
                false => self.bytes,
            };
            let preview = preview_rows(store, token, &mut reading)?;
            (preview, What::Rows { reading, bytes })
        };
        let name = self.name;
        store.previews.insert(token, Previewed { name, what });
        Ok(preview)
    }
}

/// Reads a file, applying the column choices saved on this phone for lists of the same shape.
fn read_file(store: &Store, name: &str, bytes: &[u8]) -> Result<Reading, Error> {
    let today = store.environment.today();
    let reading = import::read(name, bytes, today).map_err(Error::Import)?;
    let choices = column_choices(store, &reading.shape)?;
    match choices.is_empty() {
        true => Ok(reading),
        false => import::read_as(name, bytes, today, &choices).map_err(Error::Import),
    }
}

/// Returns the preview. Takes from the reading the danger that is a safety fact on file already or was
/// passed over, as the user's choices count the sentences that are shown.
fn preview_rows(store: &Store, token: Uuid, reading: &mut Reading) -> Result<ImportPreview, Error> {
    let verdicts = import::judge(&reading.rows, &on_file(store, &reading.rows)?);
    if let Rows::Cases(cases) = &mut reading.rows {
        for (row, verdict) in cases.iter_mut().zip(&verdicts) {
            if let Verdict::Known { id, .. } = verdict
                && !row.danger.is_empty()
            {
                let facts = facts_of(store, *id)?;
                row.danger.retain(|danger| !facts.contains(&fold(danger)));
                let mut offered = Vec::new();
                for danger in std::mem::take(&mut row.danger) {
                    if !is_passed_over(store, *id, &danger)? {
                        offered.push(danger);
                    }
                }
                row.danger = offered;
            }
        }
    }
    let mut rows: Vec<ImportRow> = match &reading.rows {
        Rows::Cases(cases) => cases
            .iter()
            .map(|row| ImportRow {
                danger: row.danger.clone(),
                ..shown(
                    row.line,
                    &row.name,
                    &[&row.address, &row.reported_by, &row.number],
                )
            })
            .collect(),
        Rows::Contacts(contacts) => contacts
            .iter()
            .map(|row| {
                let phone = phone_number::normal(&row.phone)
                    .map_or_else(|| row.phone.clone(), |dial| phone_number::spoken(&dial));
                let about = [&row.role, &row.organisation, &phone, &row.email];
                shown(row.line, &row.name, &about)
            })
            .collect(),
    };
    for (row, verdict) in rows.iter_mut().zip(verdicts) {
        match verdict {
            Verdict::New => {}
            Verdict::Known { unseen, .. } => {
                row.known = true;
                row.unseen = unseen;
            }
            Verdict::LooksLike { name, why, .. } => row.like = Some(LooksLike { name, why }),
        }
    }
    Ok(ImportPreview {
        token,
        kind: kind_of(&reading.rows),
        fresh: u32::try_from(rows.iter().filter(|row| !row.known).count()).unwrap_or(u32::MAX),
        rows,
        problems: reading.problems.clone(),
        unsure: reading.unsure.clone(),
    })
}

impl Write for ChooseColumn {
    /// Saves what a column holds, for this file and later ones of the same shape, and returns the
    /// new preview.
    fn run(self, store: &mut Store) -> Result<ImportPreview, Error> {
        let gone = || Error::Import(ImportRefusal::PreviewGone);
        let Some(Previewed {
            name,
            what: What::Rows { reading, bytes },
        }) = store.previews.get(&self.token).cloned()
        else {
            return Err(gone());
        };
        let holds = serde_json::to_string(&self.choice.holds)
            .map_err(|error| Error::Internal(error.to_string()))?;
        store
            .connection
            .prepare_cached(
                "INSERT INTO column_choices (shape, title, holds) VALUES (?1, ?2, ?3)
                 ON CONFLICT (shape, title) DO UPDATE SET holds = excluded.holds",
            )?
            .execute([&reading.shape, &self.choice.title, &holds])?;
        let mut reading = read_file(store, &name, &bytes)?;
        let preview = preview_rows(store, self.token, &mut reading)?;
        let what = What::Rows { reading, bytes };
        store.previews.insert(self.token, Previewed { name, what });
        Ok(preview)
    }
}

fn column_choices(store: &Store, shape: &str) -> Result<Vec<ColumnChoice>, Error> {
    let mut statement = store
        .connection
        .prepare_cached("SELECT title, holds FROM column_choices WHERE shape = ?1")?;
    let rows = statement.query_map([shape], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
    })?;
    let mut choices = Vec::new();
    for row in rows {
        let (title, holds) = row?;
        // Values from a newer version of the app are ignored.
        if let Ok(holds) = serde_json::from_str(&holds) {
            choices.push(ColumnChoice { title, holds });
        }
    }
    Ok(choices)
}

/// Returns the existing records that rows are compared with.
fn on_file(store: &Store, rows: &Rows) -> Result<OnFile, Error> {
    match rows {
        Rows::Cases(_) => {
            let mut statement = store.connection.prepare_cached(
                "SELECT id, number, name, address, postcode, phone, background FROM cases",
            )?;
            let known = statement.query_map([], |row| {
                Ok(KnownCase {
                    id: Uuid::from_bytes(row.get(0)?),
                    number: row.get(1)?,
                    name: row.get(2)?,
                    address: row.get(3)?,
                    postcode: row.get(4)?,
                    phone: row.get(5)?,
                    background: row.get(6)?,
                })
            })?;
            Ok(OnFile::of_cases(known.collect::<Result<Vec<_>, _>>()?))
        }
        Rows::Contacts(_) => {
            let mut statement = store.connection.prepare_cached(
                "SELECT id, name, organisation, phone, email, note FROM contacts",
            )?;
            let known = statement.query_map([], |row| {
                Ok(KnownContact {
                    id: Uuid::from_bytes(row.get(0)?),
                    name: row.get(1)?,
                    organisation: row.get(2)?,
                    phone: row.get(3)?,
                    email: row.get(4)?,
                    note: row.get(5)?,
                })
            })?;
            Ok(OnFile::of_contacts(known.collect::<Result<Vec<_>, _>>()?))
        }
    }
}

impl Write for ConfirmImport {
    fn run(self, store: &mut Store) -> Result<ImportReport, Error> {
        let gone = || Error::Import(ImportRefusal::PreviewGone);
        let Previewed { name, what } = store.previews.get(&self.token).cloned().ok_or_else(gone)?;
        let kind = match &what {
            What::Rows { reading, .. } => kind_of(&reading.rows),
            What::Own(_) => ImportKind::Team,
        };
        let import = begin_import(store, &name, kind)?;
        let report = match &what {
            What::Own(file) => keep_own(store, import, file)?,
            What::Rows { reading, .. } => keep_rows(store, import, reading, &self)?,
        };
        end_import(store, import)?;
        Ok(report)
    }
}

fn shown(line: u32, name: &str, about: &[&String]) -> ImportRow {
    let about: Vec<&str> = about
        .iter()
        .map(|text| text.as_str())
        .filter(|text| !text.is_empty())
        .collect();
    ImportRow {
        line,
        name: name.to_owned(),
        about: about.join(" · "),
        ..ImportRow::default()
    }
}

fn kind_of(rows: &Rows) -> ImportKind {
    match rows {
        Rows::Cases(_) => ImportKind::Cases,
        Rows::Contacts(_) => ImportKind::Contacts,
    }
}

fn document_kind(rows: &Rows) -> Kind {
    match rows {
        Rows::Cases(_) => Kind::Case,
        Rows::Contacts(_) => Kind::Contact,
    }
}
