//! Search rows. They are kept back and written together at the end of their transaction: SQLite has
//! an FTS5 table write out what it gathered whenever any other statement may have to be undone by
//! itself, and a whole team then came in a segment a sentence, merged again and again.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use rusqlite::params;
use uuid::Uuid;

use crate::Error;
use crate::document::Kind;
use crate::store::Store;
use crate::store::meta::key;

/// So many new sentences are indexed when nobody waits for the store.
const WHEN_IDLE: i64 = 8;
/// So many are indexed with what brings them.
const AT_ONCE: i64 = 16;

/// A table of search rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Table {
    Cases,
    Contacts,
    Encounters,
}

impl Table {
    fn insert(self) -> &'static str {
        match self {
            Self::Cases => {
                "INSERT OR REPLACE INTO search_cases (rowid, name, rest) VALUES (?1, ?2, ?3)"
            }
            Self::Contacts => {
                "INSERT OR REPLACE INTO search_contacts (rowid, name, rest) VALUES (?1, ?2, ?3)"
            }
            Self::Encounters => {
                "INSERT OR REPLACE INTO search_encounters (rowid, text) VALUES (?1, ?2)"
            }
        }
    }
}

/// Search rows of the transaction under way, in the order FTS5 gathers best: by table and key. The
/// name is empty where there is none.
#[derive(Debug, Default)]
pub(in crate::store) struct SearchRows {
    rows: RefCell<BTreeMap<(Table, i64), (String, String)>>,
    /// The last row of encounters that search was told of, and the last there is.
    told: Cell<i64>,
    newest: Cell<i64>,
}

impl SearchRows {
    fn put(&self, table: Table, key: i64, name: &str, text: &str) {
        let row = (name.to_owned(), text.to_owned());
        self.rows.borrow_mut().insert((table, key), row);
    }

    fn waiting(&self) -> i64 {
        self.newest.get() - self.told.get()
    }
}

impl Store {
    pub(super) fn index_case(&self, key: i64, name: &str, rest: &str) -> Result<(), Error> {
        self.search_rows.put(Table::Cases, key, name, rest);
        Ok(())
    }

    pub(super) fn index_contact(&self, key: i64, name: &str, rest: &str) -> Result<(), Error> {
        self.search_rows.put(Table::Contacts, key, name, rest);
        Ok(())
    }

    pub(super) fn index_encounter(&self, key: i64, text: &str) -> Result<(), Error> {
        self.search_rows.put(Table::Encounters, key, "", text);
        Ok(())
    }

    /// An encounter of a case or contact, whose row is written. A new one waits.
    pub(super) fn index_said(&self, key: i64, text: &str) -> Result<(), Error> {
        let rows = &self.search_rows;
        match key > rows.told.get() {
            true => rows.newest.set(rows.newest.get().max(key)),
            false => rows.put(Table::Encounters, key, "", text),
        }
        Ok(())
    }

    /// A case or contact that is shown nowhere any more.
    pub(super) fn unindex(&self, kind: Kind, key: i64) -> Result<(), Error> {
        let (table, sql) = match kind {
            Kind::Case => (Table::Cases, "DELETE FROM search_cases WHERE rowid = ?1"),
            _ => (
                Table::Contacts,
                "DELETE FROM search_contacts WHERE rowid = ?1",
            ),
        };
        self.search_rows.rows.borrow_mut().remove(&(table, key));
        self.connection.prepare_cached(sql)?.execute([key])?;
        Ok(())
    }

    /// What was said in a document that is shown nowhere any more.
    pub(super) fn unindex_said(&self, document: Uuid) -> Result<(), Error> {
        let keys: Vec<i64> = self
            .connection
            .prepare_cached("SELECT key FROM encounters WHERE document = ?1")?
            .query_map([document.as_bytes()], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for key in keys {
            let row = (Table::Encounters, key);
            self.search_rows.rows.borrow_mut().remove(&row);
            self.connection
                .prepare_cached("DELETE FROM search_encounters WHERE rowid = ?1")?
                .execute([key])?;
        }
        Ok(())
    }

    /// Begins with what is in the file: at the start, and when a transaction failed.
    pub(in crate::store) fn read_search_rows(&self) -> Result<(), Error> {
        let rows = &self.search_rows;
        rows.rows.borrow_mut().clear();
        rows.told
            .set(self.meta(key::SEARCHED_TO)?.unwrap_or_default());
        let newest = self
            .connection
            .prepare_cached("SELECT coalesce(max(key), 0) FROM encounters")?
            .query_row([], |row| row.get(0))?;
        rows.newest.set(newest);
        Ok(())
    }

    /// Nobody waits for the store.
    pub(in crate::store) fn index_when_idle(&mut self) -> Result<(), Error> {
        match self.search_rows.waiting() >= WHEN_IDLE {
            true => self.atomically(|store| store.index_waiting()),
            false => Ok(()),
        }
    }

    /// Somebody is about to search.
    pub(in crate::store) fn index_for_search(&mut self) {
        if self.search_rows.waiting() > 0
            && let Err(error) = self.atomically(|store| store.index_waiting())
        {
            // A full disk must not take searching away as well.
            tracing::warn!("the newest encounters are not found yet: {error}");
        }
    }

    fn index_waiting(&self) -> Result<(), Error> {
        let rows = &self.search_rows;
        let mut found = self.connection.prepare_cached(
            "SELECT key, text FROM encounters WHERE key > ?1 AND kind IN (?2, ?3) ORDER BY key",
        )?;
        let mut insert = self.connection.prepare_cached(Table::Encounters.insert())?;
        let kinds = (Kind::Case as u8, Kind::Contact as u8);
        let mut found = found.query(params![rows.told.get(), kinds.0, kinds.1])?;
        while let Some(row) = found.next()? {
            insert.execute(params![row.get::<_, i64>(0)?, row.get::<_, String>(1)?])?;
        }
        rows.told.set(rows.newest.get());
        self.set_meta(key::SEARCHED_TO, rows.newest.get())
    }

    /// Writes the search rows that were kept back; the last thing in a transaction.
    pub(in crate::store) fn write_search_rows(&self) -> Result<(), Error> {
        let rows = self.search_rows.rows.take();
        for ((table, key), (name, text)) in rows {
            let mut statement = self.connection.prepare_cached(table.insert())?;
            match table {
                Table::Encounters => statement.execute(params![key, text])?,
                Table::Cases | Table::Contacts => statement.execute(params![key, name, text])?,
            };
        }
        match self.search_rows.waiting() >= AT_ONCE {
            true => self.index_waiting(),
            false => Ok(()),
        }
    }
}
