//! The browser's private file system (OPFS), through a pool of access handles used by SQLite's VFS. The
//! handles work only in a worker, and only one worker can hold them at a time.
//!
//! Small files are rows in a separate database, so that replacing one is an atomic commit of SQLite.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::time::Duration;

use rsqlite_vfs::VfsFilesManager as _;
use rsqlite_vfs::transfer::DbTransfer as _;
use rusqlite::{Connection, OptionalExtension as _};
use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_vfs::sahpool::{OpfsSAHError, OpfsSAHPoolCfgBuilder, OpfsSAHPoolUtil};

use crate::{Error, executor};

const SMALL_FILES: &str = "files.db";
/// Maximum number of databases and journals at a time.
const SLOTS: usize = 24;

thread_local! {
    static HELD: Cell<u32> = const { Cell::new(0) };
    static POOL: RefCell<Option<OpfsSAHPoolUtil>> = const { RefCell::new(None) };
}

/// Opens the pool. Must be called before any other function.
///
/// # Errors
/// [`Error::Storage`] if the browser offers no private file system: in a private window, in an old
/// browser, or on an insecure page.
pub(crate) async fn install() -> Result<(), Error> {
    let mut tries = 0;
    let pool = loop {
        let options = OpfsSAHPoolCfgBuilder::new()
            .directory("voorveld")
            .initial_capacity(SLOTS)
            .build();
        match sqlite_wasm_vfs::sahpool::install::<WasmOsCallback>(&options, true).await {
            Ok(pool) => break pool,
            // The worker of a page that was just closed may still hold the files for a moment.
            Err(OpfsSAHError::Opfs { .. }) if tries < 25 => {
                tries += 1;
                executor::sleep(Duration::from_millis(100)).await;
            }
            Err(error) => return Err(Error::Storage(error.to_string())),
        }
    };
    POOL.with_borrow_mut(|place| *place = Some(pool));
    Ok(())
}

/// A lock on a phone's folder. The pool has one: only one worker can hold its files.
#[derive(Debug)]
pub(crate) struct FolderLock;

impl FolderLock {
    /// Takes the lock.
    ///
    /// # Errors
    /// None; the signature matches that of the native version.
    pub(crate) fn take(_folder: &Path, _alone: bool) -> Result<Self, Error> {
        Ok(Self)
    }
}

/// A guard held while a database is open. With this VFS, two connections to one database do not see each
/// other's locks, and a connection being closed may still have work to finish.
#[derive(Debug)]
pub(crate) struct Held(());

impl Held {
    /// Creates the guard.
    pub(crate) fn new() -> Self {
        HELD.set(HELD.get() + 1);
        Self(())
    }

    /// Waits until no guard is held.
    pub(crate) async fn by_nobody() {
        while HELD.get() > 0 {
            executor::sleep(Duration::from_millis(5)).await;
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        HELD.set(HELD.get() - 1);
    }
}

/// Does nothing: folders are only prefixes of file names here.
///
/// # Errors
/// None; the signature matches that of the native version.
pub(crate) fn make_folder(_folder: &Path) -> Result<(), Error> {
    Ok(())
}

/// Returns whether the file exists. Returns `true` if that cannot be determined, so that no new vault
/// replaces an existing one.
pub(crate) fn exists(path: &Path) -> bool {
    let database = with_pool(|pool| pool.contains(&name(path)));
    !matches!((database, small(path)), (Ok(false), Ok(None)))
}

/// Reads a small file.
///
/// # Errors
/// [`Error::Storage`] if the file is missing or unreadable.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    small(path)?.ok_or_else(|| Error::Storage(format!("no {}", name(path))))
}

/// Replaces a small file atomically: a crash leaves the complete old or the complete new file.
///
/// # Errors
/// [`Error::DiskFull`], or [`Error::Storage`] for any other SQLite error.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    small_files()?.execute(
        "INSERT INTO file (name, bytes) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes",
        (name(path), bytes),
    )?;
    Ok(())
}

/// Renames a small file. The new name must not exist yet.
///
/// # Errors
/// [`Error::Storage`] if the new name exists or the database cannot be written.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    small_files()?.execute(
        "UPDATE file SET name = ?2 WHERE name = ?1",
        (name(from), name(to)),
    )?;
    Ok(())
}

/// Renames a closed database. Its journal has been rolled back by then, and is empty.
///
/// # Errors
/// [`Error::Storage`] if the pool cannot read, write or remove a file.
pub(crate) fn move_database(from: &Path, to: &Path) -> Result<(), Error> {
    copy_database(from, to, &[])?;
    remove_database(from)
}

/// Removes a closed database, including its journal.
///
/// # Errors
/// [`Error::Storage`] if the pool cannot remove it.
pub(crate) fn remove_database(path: &Path) -> Result<(), Error> {
    with_pool(|pool| {
        pool.remove(&name(path))?;
        pool.remove(&journal(path)).map(drop)
    })
}

/// Copies a closed database, and writes `start` over the beginning of the copy.
///
/// # Errors
/// [`Error::Storage`] if the pool cannot read or write a file.
pub(crate) fn copy_database(from: &Path, to: &Path, start: &[u8]) -> Result<(), Error> {
    const SECTOR: usize = 512;
    with_pool(|pool| {
        let mut bytes = pool.export_db(&name(from))?;
        // The pool accepts whole sectors only; padding a damaged file at its end does no harm.
        let size = bytes.len().max(start.len());
        bytes.resize(size.next_multiple_of(SECTOR).max(SECTOR), 0);
        bytes[..start.len()].copy_from_slice(start);
        if !pool.contains(&name(to))? {
            // The pool takes no database beside the journal of one whose removal was cut short.
            pool.remove(&journal(to))?;
        }
        pool.import_db_unchecked(&name(to), &bytes)
    })
}

/// Reads the first bytes of a database. `None`: it is shorter.
///
/// # Errors
/// [`Error::Storage`] if the file is missing or unreadable.
pub(crate) fn start_of(path: &Path, size: usize) -> Result<Option<Vec<u8>>, Error> {
    let mut bytes = with_pool(|pool| pool.export_db(&name(path)))?;
    bytes.truncate(size);
    Ok(Some(bytes).filter(|bytes| bytes.len() == size))
}

fn small(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    let bytes = small_files()?
        .query_row(
            "SELECT bytes FROM file WHERE name = ?1",
            [name(path)],
            |row| row.get(0),
        )
        .optional()?;
    Ok(bytes)
}

fn small_files() -> Result<Connection, Error> {
    let connection = Connection::open(SMALL_FILES)?;
    connection.execute_batch(
        "PRAGMA journal_mode = TRUNCATE;
         PRAGMA synchronous = FULL;
         CREATE TABLE IF NOT EXISTS file (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;",
    )?;
    Ok(connection)
}

fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Returns the name of a database's journal, which is kept empty between transactions.
fn journal(path: &Path) -> String {
    format!("{}-journal", name(path))
}

fn with_pool<T>(
    work: impl FnOnce(&OpfsSAHPoolUtil) -> Result<T, OpfsSAHError>,
) -> Result<T, Error> {
    POOL.with_borrow(|pool| match pool {
        Some(pool) => work(pool).map_err(|e| Error::Storage(e.to_string())),
        None => Err(Error::Internal("the files are not open".into())),
    })
}
