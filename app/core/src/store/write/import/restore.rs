//! Restoring documents from this app's own export files.

use std::collections::HashSet;

use automerge::Automerge;
use uuid::Uuid;

use super::take_back::note_imported;
use crate::document::{Document, Kind, load_file};
use crate::import::OwnFile;
use crate::model::{ImportKind, MAX_LINE};
use crate::store::Store;
use crate::store::documents::Restored;
use crate::store::write::at_most;
use crate::view::{ImportPreview, ImportReport, ImportRow, PersonFile};
use crate::{Error, PersonId};

pub(super) fn preview_own(
    store: &mut Store,
    token: Uuid,
    file: &OwnFile,
) -> Result<ImportPreview, Error> {
    let mut rows = Vec::new();
    for (line, (id, kind, bytes)) in (1..).zip(&file.documents) {
        let kind = Kind::from_number(*kind);
        let Some(kind @ (Kind::Case | Kind::Contact)) = kind else {
            continue;
        };
        let Some(document) = load_file(bytes)
            .ok()
            .and_then(|whole| Document::from_whole(kind, whole, &store.actor).ok())
        else {
            continue;
        };
        let here = store.document_row(*id)?;
        let all_here = match here {
            Some(row) if row.kind == kind && !store.is_hidden(*id)? => {
                let known = store.open_document(*id)?;
                let all = document.heads().iter().all(|head| known.has(head));
                store.keep_open(*id, known);
                all
            }
            _ => false,
        };
        rows.push(ImportRow {
            line,
            name: document.str("name"),
            about: document.str("address"),
            known: all_here,
            ..ImportRow::default()
        });
    }
    Ok(ImportPreview {
        token,
        kind: ImportKind::Team,
        fresh: u32::try_from(rows.iter().filter(|row| !row.known).count()).unwrap_or(u32::MAX),
        rows,
        problems: Vec::new(),
        unsure: Vec::new(),
    })
}

pub(super) fn keep_own(
    store: &mut Store,
    import: i64,
    file: &OwnFile,
) -> Result<ImportReport, Error> {
    let mut report = ImportReport {
        kind: ImportKind::Team,
        added: 0,
        known: 0,
        left_out: file.unreadable,
    };
    restore_people(store, &file.people)?;
    for (id, kind, bytes) in &file.documents {
        let (kind, whole) = (Kind::from_number(*kind), load_file(bytes).ok());
        let (Some(kind), Some(whole)) = (kind, whole) else {
            report.left_out += 1;
            continue;
        };
        let counts = matches!(kind, Kind::Case | Kind::Contact);
        match restore(store, (kind, *id), whole)? {
            Restored::Added if counts => {
                note_imported(store, import, *id)?;
                report.added += 1;
            }
            Restored::Known if counts => report.known += 1,
            Restored::Unreadable => report.left_out += 1,
            Restored::Added | Restored::Known => {}
        }
    }
    Ok(report)
}

fn restore(
    store: &mut Store,
    (kind, id): (Kind, Uuid),
    whole: Automerge,
) -> Result<Restored, Error> {
    if kind.is_blob() {
        return Ok(Restored::Unreadable);
    }
    if kind == Kind::Team && store.document_row(id)?.is_none() {
        let Ok(document) = Document::from_whole(kind, whole, &store.actor) else {
            return Ok(Restored::Unreadable);
        };
        restore_team(store, &document)?;
        return Ok(Restored::Added);
    }
    let restored = store.restore_whole((kind, id), whole)?;
    if restored != Restored::Known || !store.is_hidden(id)? {
        return Ok(restored);
    }
    store.edit_deterministic((kind, id), None, |edit| Ok(edit.bring_back()?))?;
    Ok(Restored::Added)
}

/// Carries over parts of another team's document: colleagues' keys and, while this phone is in
/// no team, the team's settings.
fn restore_team(store: &mut Store, theirs: &Document) -> Result<(), Error> {
    let first = store.membership()?.is_none();
    store.edit_team(|edit| Ok(edit.carry_over(theirs, first)?))
}

/// Adds the names of the authors of restored work.
fn restore_people(store: &mut Store, people: &[PersonFile]) -> Result<(), Error> {
    let known: HashSet<PersonId> = known_people(store)?.into_iter().collect();
    let new: Vec<&PersonFile> = people
        .iter()
        .filter(|person| !known.contains(&PersonId(person.id)))
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    store.edit_team(|edit| {
        for person in new {
            edit.write_member(PersonId(person.id), at_most(&person.name, MAX_LINE)?, "")?;
        }
        Ok(())
    })
}

fn known_people(store: &Store) -> Result<Vec<PersonId>, Error> {
    let mut statement = store.connection.prepare_cached("SELECT id FROM people")?;
    let rows = statement.query_map([], |row| {
        row.get(0).map(|id| PersonId(Uuid::from_bytes(id)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
