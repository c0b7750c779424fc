//! Rebuilding the search index of a store from an older version, in batches while the store is idle,
//! newest rows first. Until it is complete, search results say so.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::Error;
use crate::api::Change;
use crate::document::Kind;
use crate::folding::{Word, words};
use crate::store::Store;
use crate::store::project::names::sort_name;

/// Rows per batch: about twenty milliseconds on a phone.
const CASES: i64 = 60;
const ENCOUNTERS: i64 = 400;

/// A store with fewer rows than this is indexed while it opens.
const AT_ONCE: i64 = 200;

/// The tables to index, in this order.
const TABLES: [&str; 3] = ["cases", "contacts", "encounters"];

impl Store {
    /// Returns whether the rebuild is incomplete.
    pub(in crate::store) fn is_search_behind(&self) -> Result<bool, Error> {
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM search_behind")?
            .exists([])?)
    }

    /// At the start, indexes all names, which the check of reports relies on, and a small store
    /// completely.
    pub(in crate::store) fn index_small_store(&mut self) -> Result<(), Error> {
        if !self.is_search_behind()? {
            return Ok(());
        }
        self.atomically(|store| store.index_names())?;
        let rows: i64 = self
            .connection
            .prepare_cached("SELECT coalesce(sum(below), 0) FROM search_behind")?
            .query_row([], |row| row.get(0))?;
        while rows < AT_ONCE && self.index_piece()? {}
        Ok(())
    }

    /// Indexes one batch. Returns whether there was any.
    pub(in crate::store) fn index_piece(&mut self) -> Result<bool, Error> {
        let Some((what, below)) = self.next_behind()? else {
            return Ok(false);
        };
        self.atomically(|store| {
            let from = match what {
                "encounters" => store.index_old_encounters(below)?,
                table => store.index_old_rows(table, below)?,
            };
            store
                .connection
                .prepare_cached("UPDATE search_behind SET below = ?2 WHERE what = ?1")?
                .execute(params![what, from])?;
            store
                .connection
                .prepare_cached("DELETE FROM search_behind WHERE below <= 1")?
                .execute([])?;
            Ok(())
        })?;
        if !self.is_search_behind()? {
            // Results shown meanwhile were incomplete.
            self.changes.insert(Change::Everything);
        }
        Ok(true)
    }

    fn next_behind(&self) -> Result<Option<(&'static str, i64)>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT below FROM search_behind WHERE what = ?1")?;
        for table in TABLES {
            let below: Option<i64> = statement.query_row([table], |row| row.get(0)).optional()?;
            if let Some(below) = below {
                return Ok(Some((table, below)));
            }
        }
        Ok(None)
    }

    /// Indexes the words of all names, and recomputes the sort keys of contacts.
    pub(in crate::store) fn index_names(&self) -> Result<(), Error> {
        self.connection.execute_batch("DELETE FROM name_words")?;
        let mut names = self.connection.prepare_cached(
            "SELECT key, name FROM cases UNION ALL SELECT -key, name FROM contacts",
        )?;
        let mut insert = self
            .connection
            .prepare_cached("INSERT OR IGNORE INTO name_words (word, row) VALUES (?1, ?2)")?;
        let mut sort = self
            .connection
            .prepare_cached("UPDATE contacts SET sort_name = ?2 WHERE key = -?1")?;
        let found: Vec<(i64, String)> = names
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        for (row, name) in found {
            for place in words(&name) {
                insert.execute(params![Word::of(&name[place]).folded, row])?;
            }
            if row < 0 {
                sort.execute(params![row, sort_name(&name)])?;
            }
        }
        self.connection
            .execute_batch("DELETE FROM search_behind WHERE what = 'names'")?;
        Ok(())
    }

    /// Indexes the newest cases or contacts below a key. Returns the key below which the next batch
    /// starts.
    fn index_old_rows(&self, table: &str, below: i64) -> Result<i64, Error> {
        let found: Vec<(i64, [u8; 16])> = {
            let mut statement = self.connection.prepare_cached(&format!(
                "SELECT key, id FROM {table} WHERE key < ?1 ORDER BY key DESC LIMIT {CASES}"
            ))?;
            let rows = statement.query_map([below], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<Result<_, _>>()?
        };
        for (_, id) in &found {
            match table {
                "cases" => {
                    self.index_whole_case(*id)?;
                    self.index_linked_signals(Uuid::from_bytes(*id))?;
                }
                _ => self.index_whole_contact(*id)?,
            }
        }
        Ok(found.last().map_or(0, |(key, _)| *key))
    }

    fn index_old_encounters(&self, below: i64) -> Result<i64, Error> {
        let from: Option<i64> = self
            .connection
            .prepare_cached(
                "SELECT min(key) FROM (SELECT key FROM encounters WHERE key < ?1
                   ORDER BY key DESC LIMIT ?2)",
            )?
            .query_row(params![below, ENCOUNTERS], |row| row.get(0))?;
        let Some(from) = from else { return Ok(0) };
        let kinds = [Kind::Case, Kind::Contact, Kind::Signal];
        self.gather_encounters(from - 1, below - 1, &kinds)?;
        let interviews: Vec<([u8; 16], [u8; 16])> = {
            let mut statement = self.connection.prepare_cached(
                "SELECT document, id FROM encounters WHERE key >= ?1 AND key < ?2 AND kind = ?3",
            )?;
            let rows = statement.query_map(params![from, below, Kind::Study as u8], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
            rows.collect::<Result<_, _>>()?
        };
        for (study, interview) in interviews {
            self.index_interview(Uuid::from_bytes(study), Uuid::from_bytes(interview))?;
        }
        Ok(from)
    }
}
