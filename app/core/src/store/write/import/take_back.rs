//! Tracks imports so that each can be taken back as a whole.

use automerge::ChangeHash;
use rusqlite::params;
use uuid::Uuid;

use crate::Error;
use crate::api::TakeBackImport;
use crate::model::ImportKind;
use crate::store::documents::{heads_from_bytes, heads_to_bytes};
use crate::store::{Store, Write};
use crate::view::TakenBack;

/// Number of past imports that are remembered.
const REMEMBERED: u32 = 20;

pub(super) fn begin_import(store: &mut Store, name: &str, kind: ImportKind) -> Result<i64, Error> {
    let at = store.environment.now().timestamp_millis();
    Ok(store
        .connection
        .prepare_cached("INSERT INTO imports (at, kind, name) VALUES (?1, ?2, ?3)")?
        .insert(params![at, kind.word(), name])?)
}

/// Records that an import added this document, with its current heads.
pub(super) fn note_imported(store: &mut Store, import: i64, id: Uuid) -> Result<(), Error> {
    let row = store.document_row(id)?.ok_or(Error::NotFound)?;
    store
        .connection
        .prepare_cached(
            "INSERT OR REPLACE INTO import_rows (import, document, heads) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![import, id.as_bytes(), heads_to_bytes(&row.heads)])?;
    Ok(())
}

/// Drops the import when it added nothing, and forgets the oldest imports.
pub(super) fn end_import(store: &mut Store, import: i64) -> Result<(), Error> {
    store
        .connection
        .prepare_cached(
            "DELETE FROM imports WHERE id = ?1
               AND NOT EXISTS (SELECT 1 FROM import_rows WHERE import = ?1)",
        )?
        .execute([import])?;
    for table in ["import_rows WHERE import", "imports WHERE id"] {
        store
            .connection
            .prepare_cached(&format!(
                "DELETE FROM {table} NOT IN (SELECT id FROM imports ORDER BY id DESC LIMIT ?1)"
            ))?
            .execute([REMEMBERED])?;
    }
    Ok(())
}

impl Write for TakeBackImport {
    /// Takes an import back. Documents changed since, on any phone, or referred to by other
    /// documents stay and are reported.
    fn run(self, store: &mut Store) -> Result<TakenBack, Error> {
        let rows: Vec<([u8; 16], Vec<u8>)> = store
            .connection
            .prepare_cached("SELECT document, heads FROM import_rows WHERE import = ?1")?
            .query_map([self.id], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        if rows.is_empty() {
            return Err(Error::NotFound);
        }
        let mut gone = 0;
        let mut left = rows;
        // Repeated until nothing changes: withdrawing a document may release those it refers to.
        loop {
            let before = left.len();
            let mut stays = Vec::new();
            for (id, heads) in left {
                match take_back(store, Uuid::from_bytes(id), &heads_from_bytes(&heads))? {
                    Some(taken) => gone += u32::from(taken),
                    None => stays.push((id, heads)),
                }
            }
            left = stays;
            if left.len() == before {
                break;
            }
        }
        let mut stayed = Vec::new();
        for (id, _) in left {
            let id = Uuid::from_bytes(id);
            let document = store.open_document(id)?;
            stayed.push(document.str("name"));
            store.keep_open(id, document);
        }
        for sql in [
            "DELETE FROM import_rows WHERE import = ?1",
            "DELETE FROM imports WHERE id = ?1",
        ] {
            store.connection.prepare_cached(sql)?.execute([self.id])?;
        }
        Ok(TakenBack { gone, stayed })
    }
}

/// Takes back one document if its heads are unchanged and nothing refers to it. Returns whether
/// it was still visible, or `None` when it stays.
fn take_back(store: &mut Store, id: Uuid, heads: &[ChangeHash]) -> Result<Option<bool>, Error> {
    if store.is_hidden(id)? {
        // A colleague took it back already.
        return Ok(Some(false));
    }
    let row = store.document_row(id)?.ok_or(Error::NotFound)?;
    if row.heads != heads || store.is_referred(id)? {
        return Ok(None);
    }
    store.edit_deterministic((row.kind, id), None, |edit| Ok(edit.withdraw()?))?;
    Ok(Some(true))
}
