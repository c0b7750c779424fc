//! Recovers the readable rows of a damaged database, skipping unreadable pages.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Row, ToSql};
use zeroize::Zeroizing;

use super::super::open;
use crate::{Error, files};

/// The largest stretch of row numbers that is skipped at once to get past unreadable pages.
const FARTHEST: i64 = 1 << 40;

/// How many pages are tried before a file whose first page is damaged is given up.
const PAGES_TRIED: u32 = 64;

/// A database with unreadable pages.
pub(super) struct Damaged {
    path: PathBuf,
    key: Zeroizing<[u8; 32]>,
    connection: RefCell<Connection>,
    /// The file is a copy with another first page.
    copied: bool,
}

impl Damaged {
    /// Opens it. If its schema cannot be read, opens a copy that has another first page.
    ///
    /// # Errors
    /// [`Error::FileDamaged`] if nothing of it can be read; [`Error::DiskFull`], [`Error::Storage`].
    pub(super) fn open(path: &Path, key: &[u8; 32]) -> Result<Self, Error> {
        let (path, connection, copied) = match open::open_damaged(path, key) {
            Err(Error::FileDamaged) => {
                let copy = open::with_another_first_page(path, key)?;
                let opened = open::open_damaged(&copy, key);
                (copy, opened, true)
            }
            opened => (path.to_owned(), opened, false),
        };
        let old = Self {
            path,
            key: Zeroizing::new(*key),
            connection: RefCell::new(Connection::open_in_memory()?),
            copied,
        };
        old.connection.replace(connection?);
        let tried = 2..=old.pages().min(PAGES_TRIED);
        match copied && !tried.into_iter().any(|page| old.page(page).is_some()) {
            true => Err(Error::FileDamaged),
            false => Ok(old),
        }
    }

    /// The number of pages.
    pub(super) fn pages(&self) -> u32 {
        self.with(|old| old.query_row("PRAGMA page_count", [], |row| row.get(0)))
            .unwrap_or_default()
    }

    /// Reads a page, decrypted.
    pub(super) fn page(&self, number: u32) -> Option<Vec<u8>> {
        let sql = "SELECT data FROM sqlite_dbpage WHERE pgno = ?1";
        let read = || self.one(sql, number, |row| row.get::<_, Vec<u8>>(0));
        let page = read()?;
        if page.iter().any(|byte| *byte != 0) {
            return Some(page);
        }
        // Of a page that it cannot decrypt SQLCipher gives zeros, and from then on of every other.
        self.reopen();
        let page = read()?;
        if page.iter().any(|byte| *byte != 0) {
            return Some(page);
        }
        self.reopen();
        None
    }

    /// Returns whether a table can be read to its end.
    pub(super) fn is_whole(&self, table: &str) -> bool {
        let mut none = Vec::new();
        let sql = format!("SELECT * FROM {table}");
        self.read_on(
            &sql,
            &[],
            &|_| Err::<(), _>(rusqlite::Error::InvalidQuery),
            &mut none,
        )
    }

    /// Runs `work`, and reopens the database after an error: once a page could not be decrypted, this
    /// connection decrypts no other.
    fn with<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Option<T> {
        match work(&self.connection.borrow()) {
            Ok(made) => return Some(made),
            Err(error) => tracing::debug!("not readable: {error}"),
        }
        self.reopen();
        None
    }

    fn reopen(&self) {
        self.close();
        match open::open_damaged(&self.path, &self.key) {
            Ok(connection) => drop(self.connection.replace(connection)),
            Err(error) => tracing::error!("the damaged file opens no more: {error}"),
        }
    }

    /// Closes the file: in a browser it can be open once.
    fn close(&self) {
        match Connection::open_in_memory() {
            Ok(none) => drop(self.connection.replace(none)),
            Err(error) => tracing::error!("the damaged file stays open: {error}"),
        }
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

impl Drop for Damaged {
    fn drop(&mut self) {
        if self.copied {
            self.close();
            if let Err(error) = files::remove_database(&self.path) {
                tracing::error!("a copy of the damaged file stays: {error}");
            }
        }
    }
}
