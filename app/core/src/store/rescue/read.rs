//! Recovers the readable rows of a damaged database, skipping unreadable pages.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Row, ToSql};
use zeroize::Zeroizing;

use super::super::open;
use crate::Error;

/// The largest stretch of row numbers that is skipped at once to get past unreadable pages.
const FARTHEST: i64 = 1 << 40;

/// A database with unreadable pages.
pub(super) struct Damaged {
    path: PathBuf,
    key: Zeroizing<[u8; 32]>,
    connection: RefCell<Connection>,
}

impl Damaged {
    /// Opens it.
    ///
    /// # Errors
    /// [`Error::FileDamaged`] if nothing of it can be read; [`Error::Storage`].
    pub(super) fn open(path: &Path, key: &[u8; 32]) -> Result<Self, Error> {
        Ok(Self {
            path: path.to_owned(),
            key: Zeroizing::new(*key),
            connection: RefCell::new(open::open_damaged(path, key)?),
        })
    }

    /// Runs `work`, and reopens the database after an error, in case the connection keeps that error.
    /// Whether SQLCipher does so is not proven; see `docs/reliability.md`.
    fn with<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Option<T> {
        match work(&self.connection.borrow()) {
            Ok(made) => return Some(made),
            Err(error) => tracing::debug!("not readable: {error}"),
        }
        let reopened = Connection::open_in_memory()
            .map_err(Error::from)
            .and_then(|none| {
                // In a browser a file is open once.
                drop(self.connection.replace(none));
                open::open_damaged(&self.path, &self.key)
            });
        match reopened {
            Ok(connection) => drop(self.connection.replace(connection)),
            Err(error) => tracing::error!("the damaged file opens no more: {error}"),
        }
        None
    }

    /// Reads one row, if it is there and readable.
    pub(super) fn one<T>(
        &self,
        sql: &str,
        of: impl ToSql,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Option<T> {
        self.with(|old| old.prepare_cached(sql)?.query_row([of], read).optional())
            .flatten()
    }

    /// Reads a table in the order of its key, from both ends up to what is unreadable. A row may come
    /// twice.
    pub(super) fn up_to_damage<T>(
        &self,
        columns: &str,
        table: &str,
        key: &str,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Vec<T> {
        let mut all = Vec::new();
        for order in ["ASC", "DESC"] {
            let sql = format!("SELECT {columns} FROM {table} ORDER BY {key} {order}");
            if self.read_on(&sql, &[], &read, &mut all) {
                break;
            }
        }
        all
    }

    /// Reads a table by its row numbers, past unreadable pages. `read` returns the row's number too;
    /// `columns` begins with it.
    pub(super) fn by_number<T>(
        &self,
        columns: &str,
        table: &str,
        number: &str,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<(i64, T)>,
    ) -> Vec<(i64, T)> {
        let sql = format!("SELECT {columns} FROM {table} WHERE {number} >= ?1 ORDER BY {number}");
        let mut all: Vec<(i64, T)> = Vec::new();
        let mut from = i64::MIN;
        loop {
            let before = all.len();
            if self.read_on(&sql, &[&from], &read, &mut all) {
                return all;
            }
            let failed = match all.last().filter(|_| all.len() > before) {
                Some((last, _)) => *last,
                None => from.max(0),
            };
            match self.next_readable(&sql, failed) {
                Some(next) => from = next,
                None => return all,
            }
        }
    }

    /// Returns the first row number behind an unreadable one from which the table can be read on.
    fn next_readable(&self, sql: &str, failed: i64) -> Option<i64> {
        let readable = |from: i64| {
            self.with(|old| {
                let mut statement = old.prepare_cached(sql)?;
                let mut rows = statement.query([from])?;
                Ok(rows.next()?.is_some())
            })
        };
        let (mut low, mut step) = (failed, 1);
        let mut high = loop {
            let there = failed.saturating_add(step);
            match readable(there) {
                // Nothing is left behind it.
                Some(false) if step == 1 => return None,
                Some(_) => break there,
                None if step > FARTHEST => return None,
                None => (low, step) = (there, step * 2),
            }
        };
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            match readable(middle) {
                Some(_) => high = middle,
                None => low = middle,
            }
        }
        Some(high)
    }

    /// Reads rows until the end or an unreadable one. Returns whether it came to the end.
    fn read_on<T>(
        &self,
        sql: &str,
        params: &[&dyn ToSql],
        read: &impl Fn(&Row<'_>) -> rusqlite::Result<T>,
        all: &mut Vec<T>,
    ) -> bool {
        self.with(|old| {
            let mut statement = old.prepare_cached(sql)?;
            let mut rows = statement.query(params)?;
            while let Some(row) = rows.next()? {
                all.extend(read(row).ok());
            }
            Ok(())
        })
        .is_some()
    }
}
