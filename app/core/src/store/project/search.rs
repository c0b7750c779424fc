//! Search rows. They are buffered and written at the end of their transaction: SQLite flushes an FTS5
//! table whenever another statement needs a statement journal, so that taking in a whole team would
//! otherwise write one segment per sentence and merge these over and over.

mod behind;
mod terms;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashSet};

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::Error;
use crate::document::Kind;
use crate::folding::{index_text, padded};
use crate::store::Store;
use crate::store::meta::key;

/// Number of waiting encounters from which they are indexed while the store is idle.
const WHEN_IDLE: i64 = 8;
/// Number of waiting encounters from which they are indexed by the transaction that adds them.
const AT_ONCE: i64 = 16;

/// A search table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Table {
    Cases,
    Contacts,
    Encounters,
    /// All words of a case, or of a contact under its negated key.
    Whole,
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
            // A repeated row id adds words to the existing row.
            Self::Whole => "INSERT INTO search_whole (rowid, text) VALUES (?1, ?2)",
        }
    }
}

/// Folded search rows of the current transaction, ordered by table and key as suits FTS5 best. The name
/// is empty where a table has none.
#[derive(Debug, Default)]
pub(in crate::store) struct SearchRows {
    rows: RefCell<BTreeMap<(Table, i64), (String, String)>>,
    /// Key of the last indexed encounter, and of the last one that exists.
    told: Cell<i64>,
    newest: Cell<i64>,
    /// Words that are in `search_terms` already.
    known: RefCell<HashSet<Box<str>>>,
}

impl SearchRows {
    fn put(&self, table: Table, key: i64, name: String, text: String) {
        self.rows.borrow_mut().insert((table, key), (name, text));
    }

    /// Adds words to those of a case or contact.
    fn add(&self, whole: i64, text: &str) {
        let mut rows = self.rows.borrow_mut();
        let (_, words) = rows.entry((Table::Whole, whole)).or_default();
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(text);
    }

    fn waiting(&self) -> i64 {
        self.newest.get() - self.told.get()
    }
}

impl Store {
    /// Indexes a case by its name and its other fields; `number` is found with any number of leading
    /// zeros.
    pub(super) fn index_case(
        &self,
        key: i64,
        name: &str,
        number: &str,
        rest: &str,
    ) -> Result<(), Error> {
        let (name, rest) = (index_text(name), index_text(rest));
        let rest = format!("{rest} {}", padded(number));
        self.search_rows.add(key, &name);
        self.search_rows.add(key, &rest);
        self.search_rows.put(Table::Cases, key, name, rest);
        Ok(())
    }

    pub(super) fn index_contact(&self, key: i64, name: &str, rest: &str) -> Result<(), Error> {
        let (name, rest) = (index_text(name), index_text(rest));
        self.search_rows.add(-key, &name);
        self.search_rows.add(-key, &rest);
        self.search_rows.put(Table::Contacts, key, name, rest);
        Ok(())
    }

    /// Indexes the text of a signal or interview on its own.
    pub(super) fn index_encounter(&self, key: i64, text: &str) -> Result<(), Error> {
        self.search_rows
            .put(Table::Encounters, key, String::new(), index_text(text));
        Ok(())
    }

    /// Adds text from elsewhere to a case: a linked signal, or the name of somebody near it. A case
    /// that has not arrived collects these when it does.
    pub(super) fn index_with_case(&self, case: Uuid, text: &str) -> Result<(), Error> {
        if let Some(key) = self.whole_key(Kind::Case, case)? {
            self.search_rows.add(key, &index_text(text));
        }
        Ok(())
    }

    /// Indexes an encounter of a case or contact whose row is written. A new one is left for the next
    /// batch.
    pub(super) fn index_said(
        &self,
        key: i64,
        kind: Kind,
        document: Uuid,
        text: &str,
    ) -> Result<(), Error> {
        let rows = &self.search_rows;
        if key > rows.told.get() {
            rows.newest.set(rows.newest.get().max(key));
            return Ok(());
        }
        let text = index_text(text);
        if let Some(whole) = self.whole_key(kind, document)? {
            rows.add(whole, &text);
        }
        rows.put(Table::Encounters, key, String::new(), text);
        Ok(())
    }

    /// Removes a withdrawn case or contact from the index.
    pub(in crate::store) fn unindex(&self, kind: Kind, key: i64) -> Result<(), Error> {
        let (table, sql) = match kind {
            Kind::Case => (Table::Cases, "DELETE FROM search_cases WHERE rowid = ?1"),
            _ => (
                Table::Contacts,
                "DELETE FROM search_contacts WHERE rowid = ?1",
            ),
        };
        // Rows of `search_whole` are never removed: hits are checked against the data before they are
        // shown.
        self.search_rows.rows.borrow_mut().remove(&(table, key));
        self.connection.prepare_cached(sql)?.execute([key])?;
        Ok(())
    }

    /// Removes the encounters of a withdrawn document from the index.
    pub(in crate::store) fn unindex_said(&self, document: Uuid) -> Result<(), Error> {
        let keys: Vec<i64> = self
            .connection
            .prepare_cached("SELECT key FROM encounters WHERE document = ?1")?
            .query_map([document.as_bytes()], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        keys.into_iter()
            .try_for_each(|key| self.unindex_encounter(key))
    }

    /// Removes an encounter or signal from the index.
    pub(super) fn unindex_encounter(&self, key: i64) -> Result<(), Error> {
        let row = (Table::Encounters, key);
        self.search_rows.rows.borrow_mut().remove(&row);
        let sql = "DELETE FROM search_encounters WHERE rowid = ?1";
        self.connection.prepare_cached(sql)?.execute([key])?;
        Ok(())
    }

    /// Returns the row id in `search_whole` of a case or contact.
    fn whole_key(&self, kind: Kind, document: Uuid) -> Result<Option<i64>, Error> {
        let sql = match kind {
            Kind::Case => "SELECT key FROM cases WHERE id = ?1",
            Kind::Contact => "SELECT -key FROM contacts WHERE id = ?1",
            _ => return Ok(None),
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement
            .query_row([document.as_bytes()], |row| row.get(0))
            .optional()?)
    }

    /// Resets the buffer to the state of the file, at the start and after a rollback.
    pub(in crate::store) fn read_search_rows(&self) -> Result<(), Error> {
        let rows = &self.search_rows;
        rows.rows.borrow_mut().clear();
        rows.known.borrow_mut().clear();
        rows.told
            .set(self.meta(key::SEARCHED_TO)?.unwrap_or_default());
        let newest = self
            .connection
            .prepare_cached("SELECT coalesce(max(key), 0) FROM encounters")?
            .query_row([], |row| row.get(0))?;
        rows.newest.set(newest);
        Ok(())
    }

    /// Indexes waiting encounters while the store is idle, if there are enough of them.
    pub(in crate::store) fn index_when_idle(&mut self) -> Result<(), Error> {
        match self.search_rows.waiting() >= WHEN_IDLE {
            true => self.atomically(|store| store.index_waiting()),
            false => Ok(()),
        }
    }

    /// Indexes all waiting encounters before a search.
    pub(in crate::store) fn index_for_search(&mut self) {
        if self.search_rows.waiting() > 0
            && let Err(error) = self.atomically(|store| store.index_waiting())
        {
            // Search must keep working on a full disk.
            tracing::warn!("the newest encounters are not found yet: {error}");
        }
    }

    fn index_waiting(&self) -> Result<(), Error> {
        self.gather_waiting()?;
        self.write_gathered()
    }

    fn gather_waiting(&self) -> Result<(), Error> {
        let rows = &self.search_rows;
        let (told, newest) = (rows.told.get(), rows.newest.get());
        self.gather_encounters(told, newest, &[Kind::Case, Kind::Contact])?;
        rows.told.set(newest);
        self.set_meta(key::SEARCHED_TO, newest)
    }

    /// Buffers the search rows of encounters of these kinds, with keys above `behind` up to `to`.
    fn gather_encounters(&self, behind: i64, to: i64, kinds: &[Kind]) -> Result<(), Error> {
        let mut found = self.connection.prepare_cached(
            "SELECT e.key, e.kind, e.text, e.source, coalesce(c.key, -k.key) AS whole
             FROM encounters e
             LEFT JOIN cases c ON e.kind = ?3 AND c.id = e.document
             LEFT JOIN contacts k ON e.kind = ?4 AND k.id = e.document
             WHERE e.key > ?1 AND e.key <= ?2 ORDER BY e.key",
        )?;
        let mut found = found.query(params![behind, to, Kind::Case as u8, Kind::Contact as u8])?;
        while let Some(row) = found.next()? {
            let kind = Kind::from_number(row.get("kind")?);
            if !kind.is_some_and(|kind| kinds.contains(&kind)) {
                continue;
            }
            let whole: Option<i64> = row.get("whole")?;
            if whole.is_none() && matches!(kind, Some(Kind::Case | Kind::Contact)) {
                // The document was withdrawn.
                continue;
            }
            let mut text = index_text(&row.get::<_, String>("text")?);
            let source: String = row.get("source")?;
            if !source.is_empty() {
                text = format!("{} {text}", index_text(&source));
            }
            if let Some(whole) = whole {
                self.search_rows.add(whole, &text);
            }
            let key = row.get("key")?;
            self.search_rows
                .put(Table::Encounters, key, String::new(), text);
        }
        Ok(())
    }

    /// Writes the buffered search rows. Must be the last step of a transaction.
    pub(in crate::store) fn write_search_rows(&self) -> Result<(), Error> {
        if self.search_rows.waiting() >= AT_ONCE {
            self.gather_waiting()?;
        }
        self.write_gathered()
    }

    fn write_gathered(&self) -> Result<(), Error> {
        let rows = self.search_rows.rows.take();
        for ((table, key), (name, text)) in rows {
            self.keep_terms(&name)?;
            self.keep_terms(&text)?;
            let mut statement = self.connection.prepare_cached(table.insert())?;
            match table {
                Table::Encounters | Table::Whole => statement.execute(params![key, text])?,
                Table::Cases | Table::Contacts => statement.execute(params![key, name, text])?,
            };
        }
        Ok(())
    }
}
