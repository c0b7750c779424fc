//! A browser's private files (OPFS), through a pool of access handles that SQLite reads and writes.
//! They work only in a worker, and only one worker at a time has them.
//!
//! Small files are rows of a database of their own, so that replacing one is SQLite's atomic commit.

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
/// Databases and journals that can be there at once.
const SLOTS: usize = 24;

thread_local! {
    static HELD: Cell<u32> = const { Cell::new(0) };
    static POOL: RefCell<Option<OpfsSAHPoolUtil>> = const { RefCell::new(None) };
}

/// Opens the pool; before this there are no files.
///
/// # Errors
/// [`Error::Storage`] when the browser gives no private files: a private window, an old browser, a
/// page that is not secure.
pub(crate) async fn install() -> Result<(), Error> {
    let mut tries = 0;
    let pool = loop {
        let options = OpfsSAHPoolCfgBuilder::new()
            .directory("voorveld")
            .initial_capacity(SLOTS)
            .build();
        match sqlite_wasm_vfs::sahpool::install::<WasmOsCallback>(&options, true).await {
            Ok(pool) => break pool,
            // The worker of a page that was just left may hold the files for a moment longer.
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

/// Held while a database is open. Two connections to one would not see each other's locks here, and
/// the one that was closed may have work to end.
#[derive(Debug)]
pub(crate) struct Held(());

impl Held {
    /// From now on.
    pub(crate) fn new() -> Self {
        HELD.set(HELD.get() + 1);
        Self(())
    }

    /// Waits until none is.
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

/// Folders are only part of a name here.
///
/// # Errors
/// None; the signature is that of a real folder.
pub(crate) fn make_folder(_folder: &Path) -> Result<(), Error> {
    Ok(())
}

/// Whether there is such a file. When that cannot be read there may be one: nobody is to make a new
/// vault over it.
pub(crate) fn exists(path: &Path) -> bool {
    let database = with_pool(|pool| pool.contains(&name(path)));
    !matches!((database, small(path)), (Ok(false), Ok(None)))
}

/// Reads a small file.
///
/// # Errors
/// [`Error::Storage`].
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    small(path)?.ok_or_else(|| Error::Storage(format!("no {}", name(path))))
}

/// Replaces a small file: whatever happens meanwhile, either the old or the new one is there, whole.
///
/// # Errors
/// [`Error::DiskFull`], [`Error::Storage`].
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    small_files()?.execute(
        "INSERT INTO file (name, bytes) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes",
        (name(path), bytes),
    )?;
    Ok(())
}

/// Gives a small file another name, under which there is none yet.
///
/// # Errors
/// [`Error::Storage`].
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    small_files()?.execute(
        "UPDATE file SET name = ?2 WHERE name = ?1",
        (name(from), name(to)),
    )?;
    Ok(())
}

/// Gives a database that is not open another name. Its journal is rolled back or gone by then.
///
/// # Errors
/// [`Error::Storage`].
pub(crate) fn move_database(from: &Path, to: &Path) -> Result<(), Error> {
    const SECTOR: usize = 512;
    with_pool(|pool| {
        let mut bytes = pool.export_db(&name(from))?;
        // The pool takes whole sectors only; what lies behind the end of a damaged file is no loss.
        bytes.resize(bytes.len().next_multiple_of(SECTOR).max(SECTOR), 0);
        pool.import_db_unchecked(&name(to), &bytes)?;
        pool.remove(&name(from)).map(drop)
    })
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

fn with_pool<T>(
    work: impl FnOnce(&OpfsSAHPoolUtil) -> Result<T, OpfsSAHError>,
) -> Result<T, Error> {
    POOL.with_borrow(|pool| match pool {
        Some(pool) => work(pool).map_err(|e| Error::Storage(e.to_string())),
        None => Err(Error::Internal("the files are not open".into())),
    })
}
