//! Withdrawn documents have no rows, so that no list, search, count or export shows them.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::Part;
use super::tables::TABLES;
use crate::api::Change;
use crate::document::{Collection, Document, Kind, Touched};
use crate::store::Store;
use crate::store::documents::Origin;
use crate::{CaseId, ContactId, Error};

/// Whether another document refers to this one, which keeps a withdrawn document visible.
const REFERRED: &str = "
    SELECT EXISTS (SELECT 1 FROM signal_links WHERE case_id = ?1)
        OR EXISTS (SELECT 1 FROM relations WHERE other = ?1)
        OR EXISTS (SELECT 1 FROM around WHERE contact = ?1)
        OR EXISTS (SELECT 1 FROM interviews WHERE contact = ?1)
        OR EXISTS (SELECT 1 FROM encounters WHERE document = ?1 AND origin IS NOT NULL)
        OR EXISTS (SELECT 1 FROM commitments WHERE document = ?1 AND origin IS NOT NULL)
        OR EXISTS (SELECT 1 FROM expenses WHERE document = ?1 AND origin IS NOT NULL)
        OR EXISTS (SELECT 1 FROM case_joins WHERE into_id = ?1)";

/// Collections through which a document refers to others.
const SPEAK: [Collection; 4] = [
    Collection::Links,
    Collection::Relations,
    Collection::Around,
    Collection::Interviews,
];

/// Withdrawn documents that a document refers to.
const SPOKEN_OF: &str = "
    SELECT document FROM withdrawn WHERE document IN (
      SELECT case_id FROM signal_links WHERE signal = ?1
      UNION ALL SELECT other FROM relations WHERE document = ?1
      UNION ALL SELECT contact FROM around WHERE case_id = ?1
      UNION ALL SELECT contact FROM interviews WHERE study = ?1 AND contact IS NOT NULL)";

impl Store {
    /// Returns whether the document was taken back and is hidden.
    pub(in crate::store) fn is_hidden(&self, id: Uuid) -> Result<bool, Error> {
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM withdrawn WHERE document = ?1")?
            .exists([id.as_bytes()])?)
    }

    /// Determines whether a document is hidden, and removes its rows if so. If it was hidden before and
    /// no longer is, everything in it counts as touched.
    pub(super) fn hides(
        &mut self,
        (kind, id): (Kind, Uuid),
        document: &Document,
        origin: Origin,
    ) -> Result<Hidden, Error> {
        if !matches!(kind, Kind::Case | Kind::Contact) {
            return Ok(Hidden::Never);
        }
        if document.is_withdrawn() && !self.is_referred(id)? {
            self.hide((kind, id), document, origin)?;
            return Ok(Hidden::Now);
        }
        let back = self
            .connection
            .prepare_cached("DELETE FROM withdrawn WHERE document = ?1")?
            .execute([id.as_bytes()])?;
        Ok(match back {
            0 => Hidden::Never,
            _ => Hidden::Before(Touched::all(document)),
        })
    }

    /// Returns whether another document refers to this one.
    pub(in crate::store) fn is_referred(&self, id: Uuid) -> Result<bool, Error> {
        Ok(self
            .connection
            .prepare_cached(REFERRED)?
            .query_row([id.as_bytes()], |row| row.get(0))?)
    }

    /// Projects withdrawn documents that this document now refers to.
    pub(super) fn show_referred(&mut self, by: Uuid, touched: &Touched) -> Result<(), Error> {
        let speaks = |(collection, _): &(Collection, String)| SPEAK.contains(collection);
        if !touched.entries.iter().any(speaks) {
            return Ok(());
        }
        let back: Vec<[u8; 16]> = self
            .connection
            .prepare_cached(SPOKEN_OF)?
            .query_map([by.as_bytes()], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for id in back.into_iter().map(Uuid::from_bytes) {
            let row = self.document_row(id)?.ok_or(Error::NotFound)?;
            let document = self.open_document(id)?;
            let all = Touched::all(&document);
            self.project(row.kind, id, &document, &all, Origin::Remote(None))?;
            self.keep_open(id, document);
        }
        Ok(())
    }

    fn hide(
        &mut self,
        (kind, id): (Kind, Uuid),
        document: &Document,
        origin: Origin,
    ) -> Result<(), Error> {
        let table = match kind {
            Kind::Case => "cases",
            _ => "contacts",
        };
        let row: Option<(i64, String)> = self
            .connection
            .prepare_cached(&format!("SELECT key, name FROM {table} WHERE id = ?1"))?
            .query_row([id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        self.unindex_said(id)?;
        for table in TABLES.iter().filter(|table| table.removed) {
            let (name, rows) = (table.name, table.rows_of());
            self.connection
                .prepare_cached(&format!("DELETE FROM {name} WHERE {rows}"))?
                .execute([id.as_bytes()])?;
        }
        if let Some((key, name)) = row {
            let own = match kind {
                Kind::Case => "DELETE FROM case_problems WHERE case_key = ?1",
                _ => "DELETE FROM contact_tags WHERE contact = ?1",
            };
            self.connection.prepare_cached(own)?.execute([key])?;
            self.note_name(if kind == Kind::Case { key } else { -key }, &name, "")?;
            self.unindex(kind, key)?;
            self.connection
                .prepare_cached(&format!("DELETE FROM {table} WHERE key = ?1"))?
                .execute([key])?;
        }
        // The list of unsent work still needs the name.
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO withdrawn (document, name, removed_by, removed_at)
                 VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![
                id.as_bytes(),
                document.str("name"),
                document.removed().map(|(by, _)| by.into_bytes()),
                document.removed().map(|(_, at)| at.timestamp_millis()),
            ])?;
        self.note_unsent(id, Part::Other, id, origin)?;
        self.changes.insert(match kind {
            Kind::Case => Change::Case(CaseId(id)),
            _ => Change::Contact(ContactId(id)),
        });
        Ok(())
    }
}

/// Whether a document is hidden because it was withdrawn.
pub(super) enum Hidden {
    /// It is not hidden and was not before.
    Never,
    /// It is hidden; there is nothing to project.
    Now,
    /// It was hidden; everything in it must be projected again.
    Before(Touched),
}
