//! Tracks imports so that each can be taken back as a whole.

use automerge::ChangeHash;
use rusqlite::params;
use uuid::Uuid;

use crate::Error;
use crate::api::TakeBackImport;
use crate::store::documents::{heads_from_bytes, heads_to_bytes};
use crate::store::{Store, Write};
use crate::view::{ImportKind, TakenBack};

/// Number of past imports that are remembered.
const REMEMBERED: u32 = 20;

impl Write for TakeBackImport {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.take_back_import(self)
    }
}

impl Store {
    pub(super) fn begin_import(&mut self, name: &str, kind: ImportKind) -> Result<i64, Error> {
        let at = self.environment.now().timestamp_millis();
        Ok(self
            .connection
            .prepare_cached("INSERT INTO imports (at, kind, name) VALUES (?1, ?2, ?3)")?
            .insert(params![at, kind.word(), name])?)
    }

    /// Records that an import added this document, with its current heads.
    pub(super) fn note_imported(&mut self, import: i64, id: Uuid) -> Result<(), Error> {
        let row = self.document_row(id)?.ok_or(Error::NotFound)?;
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO import_rows (import, document, heads) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![import, id.as_bytes(), heads_to_bytes(&row.heads)])?;
        Ok(())
    }

    /// Drops the import when it added nothing, and forgets the oldest imports.
    pub(super) fn end_import(&mut self, import: i64) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "DELETE FROM imports WHERE id = ?1
                   AND NOT EXISTS (SELECT 1 FROM import_rows WHERE import = ?1)",
            )?
            .execute([import])?;
        for table in ["import_rows WHERE import", "imports WHERE id"] {
            self.connection
                .prepare_cached(&format!(
                    "DELETE FROM {table} NOT IN (SELECT id FROM imports ORDER BY id DESC LIMIT ?1)"
                ))?
                .execute([REMEMBERED])?;
        }
        Ok(())
    }

    /// Returns whether the document was taken back and is hidden.
    pub(in crate::store) fn is_hidden(&self, id: Uuid) -> Result<bool, Error> {
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM withdrawn WHERE document = ?1")?
            .exists([id.as_bytes()])?)
    }

    /// Takes an import back. Documents changed since, on any phone, or referred to by other
    /// documents stay and are reported.
    pub(in crate::store) fn take_back_import(
        &mut self,
        call: TakeBackImport,
    ) -> Result<TakenBack, Error> {
        let rows: Vec<([u8; 16], Vec<u8>)> = self
            .connection
            .prepare_cached("SELECT document, heads FROM import_rows WHERE import = ?1")?
            .query_map([call.id], |row| Ok((row.get(0)?, row.get(1)?)))?
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
                match self.take_back(Uuid::from_bytes(id), &heads_from_bytes(&heads))? {
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
            let document = self.open_document(id)?;
            stayed.push(document.str("name"));
            self.keep_open(id, document);
        }
        for sql in [
            "DELETE FROM import_rows WHERE import = ?1",
            "DELETE FROM imports WHERE id = ?1",
        ] {
            self.connection.prepare_cached(sql)?.execute([call.id])?;
        }
        Ok(TakenBack { gone, stayed })
    }

    /// Takes back one document if its heads are unchanged and nothing refers to it. Returns whether
    /// it was still visible, or `None` when it stays.
    fn take_back(&mut self, id: Uuid, heads: &[ChangeHash]) -> Result<Option<bool>, Error> {
        if self.is_hidden(id)? {
            // A colleague took it back already.
            return Ok(Some(false));
        }
        let row = self.document_row(id)?.ok_or(Error::NotFound)?;
        if row.heads != heads || self.is_referred(id)? {
            return Ok(None);
        }
        self.edit_deterministic((row.kind, id), None, |edit| Ok(edit.withdraw()?))?;
        Ok(Some(true))
    }
}
