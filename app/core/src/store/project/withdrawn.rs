//! Documents that were taken back have no rows, so that no list, search, count or export shows them.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::Part;
use crate::call::Change;
use crate::document::{Collection, Document, Kind, Touched};
use crate::store::Store;
use crate::store::documents::Origin;
use crate::{CaseId, ContactId, Error};

/// What refers to a document from another one: then somebody did something with it after all.
const REFERRED: &str = "
    SELECT EXISTS (SELECT 1 FROM signal_links WHERE case_id = ?1)
        OR EXISTS (SELECT 1 FROM relations WHERE other = ?1)
        OR EXISTS (SELECT 1 FROM around WHERE contact = ?1)
        OR EXISTS (SELECT 1 FROM interviews WHERE contact = ?1)";

/// In which maps a document speaks of others.
const SPEAK: [Collection; 4] = [
    Collection::Links,
    Collection::Relations,
    Collection::Around,
    Collection::Interviews,
];

/// What was taken back and what a document speaks of.
const SPOKEN_OF: &str = "
    SELECT document FROM withdrawn WHERE document IN (
      SELECT case_id FROM signal_links WHERE signal = ?1
      UNION ALL SELECT other FROM relations WHERE document = ?1
      UNION ALL SELECT contact FROM around WHERE case_id = ?1
      UNION ALL SELECT contact FROM interviews WHERE study = ?1 AND contact IS NOT NULL)";

/// The tables with rows of a document, and the column that says of which. What is remembered of
/// decisions once seen is no row of it.
const TABLES: [(&str, &str); 16] = [
    ("around", "case_id"),
    ("case_texts", "case_id"),
    ("encounters", "document"),
    ("commitments", "document"),
    ("safety", "document"),
    ("trust", "document"),
    ("agenda", "document"),
    ("closings", "document"),
    ("parties", "document"),
    ("party_changes", "document"),
    ("relations", "document"),
    ("decisions", "document"),
    ("look_agains", "document"),
    ("expenses", "document"),
    ("expense_receipts", "document"),
    ("unsent", "document"),
];

impl Store {
    /// Whether nothing of a document is to be shown. When that was so and is not any more, everything
    /// of it is touched.
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

    /// Whether another document speaks of this one.
    pub(in crate::store) fn is_referred(&self, id: Uuid) -> Result<bool, Error> {
        Ok(self
            .connection
            .prepare_cached(REFERRED)?
            .query_row([id.as_bytes()], |row| row.get(0))?)
    }

    /// Shows what was taken back and what this document now speaks of.
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
            self.project(row.kind, id, &document, &all, Origin::Elsewhere(None))?;
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
        for (table, column) in TABLES {
            self.connection
                .prepare_cached(&format!("DELETE FROM {table} WHERE {column} = ?1"))?
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
        // The name is for the list of what is only on this phone.
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO withdrawn (document, name) VALUES (?1, ?2)")?
            .execute(params![id.as_bytes(), document.str("name")])?;
        self.note_unsent(id, Part::Other, id, origin)?;
        self.changes.insert(match kind {
            Kind::Case => Change::Case(CaseId(id)),
            _ => Change::Contact(ContactId(id)),
        });
        Ok(())
    }
}

/// How a document stands that may have been taken back.
pub(super) enum Hidden {
    /// It is not, and was not.
    Never,
    /// It is: there is nothing to show.
    Now,
    /// It was; all of it is to be shown again.
    Before(Touched),
}
