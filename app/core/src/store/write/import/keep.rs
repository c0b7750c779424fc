//! Writes imported rows to documents.

use automerge::ChangeHash;
use chrono::DateTime;
use uuid::Uuid;

use super::fields::{write_case, write_contact};
use super::join::join_row;
use super::passed_over::pass_over;
use super::take_back::note_imported;
use super::{document_kind, kind_of, on_file};
use crate::Error;
use crate::api::ConfirmImport;
use crate::document::{Document, Edit, Kind, Safety};
use crate::folding::fold;
use crate::import::{self, Reading, Rows, Verdict};
use crate::store::Store;
use crate::view::ImportReport;

pub(super) fn keep_rows(
    store: &mut Store,
    import: i64,
    reading: &Reading,
    request: &ConfirmImport,
) -> Result<ImportReport, Error> {
    let left_out = reading.problems.iter().filter(|p| p.reason.leaves_out());
    let mut report = ImportReport {
        kind: kind_of(&reading.rows),
        added: 0,
        known: 0,
        left_out: u32::try_from(left_out.count()).unwrap_or(u32::MAX),
    };
    // Matched again, as a colleague's work may have arrived since the preview.
    let verdicts = import::judge(&reading.rows, &on_file(store, &reading.rows)?);
    let kind = document_kind(&reading.rows);
    for (place, verdict) in (0_u32..).zip(verdicts) {
        let joined = request.joined.contains(&place);
        let at = place as usize;
        let dangers = sentences(&reading.rows, at, &request.dangers);
        let case = match &verdict {
            Verdict::Known { id, .. } => *id,
            Verdict::LooksLike { id, .. } if joined => *id,
            Verdict::New | Verdict::LooksLike { .. } => id_of(store, &reading.rows, at)?,
        };
        for sentence in sentences(&reading.rows, at, &request.passed_over) {
            pass_over(store, case, sentence)?;
        }
        match verdict {
            Verdict::Known { id, .. } | Verdict::LooksLike { id, .. } if joined => {
                join_row(store, (kind, id), &reading.rows, at)?;
                add_new_dangers(store, id, &dangers)?;
                report.known += 1;
            }
            Verdict::Known { id, .. } => {
                add_new_dangers(store, id, &dangers)?;
                report.known += 1;
            }
            Verdict::New | Verdict::LooksLike { .. } => {
                match add_row(store, import, &reading.rows, at, &dangers)? {
                    true => report.added += 1,
                    false => report.known += 1,
                }
            }
        }
    }
    Ok(report)
}

/// Returns whether anything was added.
fn add_row(
    store: &mut Store,
    import: i64,
    rows: &Rows,
    at: usize,
    dangers: &[&str],
) -> Result<bool, Error> {
    let kind = document_kind(rows);
    let id = id_of(store, rows, at)?;
    if store.document_row(id)?.is_some() && !store.is_hidden(id)? {
        return Ok(false);
    }
    let write = |edit: &mut Edit<'_, '_>| {
        // An earlier import of the row may have been taken back.
        edit.bring_back()?;
        match rows {
            Rows::Cases(rows) => write_case(edit, id, &rows[at]),
            Rows::Contacts(rows) => write_contact(edit, &rows[at]),
        }
    };
    let made = store.edit_deterministic((kind, id), None, write)?;
    if let Some(row) = made {
        for sentence in dangers {
            add_danger(store, id, &[row], sentence)?;
        }
    }
    note_imported(store, import, id)?;
    Ok(true)
}

/// Adds a safety fact in a change that depends only on these ones, so that phones whose users chose
/// differently still share the facts they both chose.
fn add_danger(store: &mut Store, case: Uuid, on: &[ChangeHash], text: &str) -> Result<(), Error> {
    let fact = Safety {
        text: text.to_owned(),
        by: Uuid::nil(),
        at: DateTime::UNIX_EPOCH,
        ended: None,
        ended_by: None,
    };
    let key = derived("safety", case, text);
    store.edit_deterministic((Kind::Case, case), Some(on), |edit| {
        Ok(edit.add_safety(key, &fact)?)
    })?;
    Ok(())
}

/// Adds safety facts to a case that is on file, except those it has, also when they have ended. Each
/// builds on the beginning that all cases share, so that phones that choose it share it.
fn add_new_dangers(store: &mut Store, case: Uuid, dangers: &[&str]) -> Result<(), Error> {
    if dangers.is_empty() {
        return Ok(());
    }
    let facts = facts_of(store, case)?;
    let beginning = Document::new(Kind::Case, &store.actor)?.heads();
    for text in dangers.iter().filter(|text| !facts.contains(&fold(text))) {
        add_danger(store, case, &beginning, text)?;
    }
    Ok(())
}

/// Returns the folded texts of a case's safety facts, including those that have ended.
pub(super) fn facts_of(store: &Store, case: Uuid) -> Result<Vec<String>, Error> {
    let mut statement = store
        .connection
        .prepare_cached("SELECT text FROM safety WHERE document = ?1")?;
    let texts = statement.query_map([case.as_bytes()], |row| row.get::<_, String>(0))?;
    texts.map(|text| Ok(fold(&text?))).collect()
}

/// Returns the id for a row: its own, or a derived one when a document of another kind has that
/// id.
fn id_of(store: &Store, rows: &Rows, at: usize) -> Result<Uuid, Error> {
    let id = match rows {
        Rows::Cases(rows) => rows[at].key(),
        Rows::Contacts(rows) => rows[at].key(),
    };
    let kind = document_kind(rows);
    match store.document_row(id)? {
        Some(row) if row.kind != kind => Ok(derived("another kind", id, "")),
        _ => Ok(id),
    }
}

/// Returns those of the row's sentences that are among these.
fn sentences<'a>(rows: &'a Rows, at: usize, some: &[(u32, u32)]) -> Vec<&'a str> {
    let Rows::Cases(rows) = rows else {
        return Vec::new();
    };
    let sentences = (0_u32..).zip(&rows[at].danger);
    sentences
        .filter(|(place, _)| {
            let chosen = |&(row, sentence): &(u32, u32)| row as usize == at && sentence == *place;
            some.iter().any(chosen)
        })
        .map(|(_, sentence)| sentence.as_str())
        .collect()
}

/// Derives an id that is the same on every phone.
pub(super) fn derived(what: &str, of: Uuid, text: &str) -> Uuid {
    let mut hasher = blake3::Hasher::new_derive_key("voorveld 2026 entry of an imported row");
    hasher.update(what.as_bytes());
    hasher.update(of.as_bytes());
    hasher.update(text.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
