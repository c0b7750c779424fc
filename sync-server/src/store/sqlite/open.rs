//! Opening the database: folder, lock, pragmas, schema.

use std::{
    fs::{DirBuilder, File, TryLockError},
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags};

use super::schema;

/// Options for opening a [`super::SqliteStore`].
#[derive(Debug, Clone)]
pub struct SqliteOptions {
    /// The folder of the database.
    pub dir: PathBuf,
    /// Largest size of the database file, in bytes.
    pub max_bytes: Option<u64>,
    /// Most queued writes; one more is refused as busy.
    pub queue: usize,
    /// Most writes in one transaction.
    pub batch: usize,
    /// Number of read connections.
    pub readers: usize,
}

impl SqliteOptions {
    /// Returns the defaults for this folder.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        let limits = crate::Limits::default();
        Self {
            dir: dir.into(),
            max_bytes: None,
            queue: limits.queue,
            batch: limits.batch,
            readers: limits.readers,
        }
    }
}

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another server has the folder locked.
    #[error("{} is in use by another server", .0.display())]
    InUse(PathBuf),
    /// A newer server wrote the database.
    #[error(
        "the database has schema {found}, and this server knows up to {known}: run a newer server"
    )]
    Newer {
        /// The schema version of the file.
        found: i64,
        /// The highest version this server knows.
        known: i64,
    },
    /// The folder or the lock file cannot be used, or the writer thread cannot be started.
    #[error("{}: {error}", .path.display())]
    Folder {
        /// The path of the file or folder.
        path: PathBuf,
        /// The system's error.
        error: std::io::Error,
    },
    /// The file is not a Voorveld database, or its disk fails.
    #[error("the database does not open: {0}")]
    Database(#[from] rusqlite::Error),
}

/// WAL pages of 4 KiB before an automatic checkpoint: 16 MiB.
const CHECKPOINT_PAGES: u32 = 4096;

/// Opens the only write connection, holding a lock that keeps out a second server.
pub(super) fn writer(options: &SqliteOptions) -> Result<(File, Connection), OpenError> {
    let folder = |path: &Path, error| OpenError::Folder {
        path: path.to_path_buf(),
        error,
    };
    make_private(&options.dir).map_err(|e| folder(&options.dir, e))?;
    let path = options.dir.join("lock");
    let lock = File::create(&path).map_err(|e| folder(&path, e))?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(OpenError::InUse(options.dir.clone())),
        Err(TryLockError::Error(e)) => return Err(folder(&path, e)),
    }

    let connection = Connection::open(database(options))?;
    schema::refuse_newer(&connection)?;
    settle(&connection, 16 * 1024)?;
    // FULL: phones drop a record from their outbox once it is acknowledged, so an acknowledged push
    // must survive a power cut.
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES};
         PRAGMA journal_size_limit = 67108864;",
    ))?;
    schema::migrate(&connection)?;
    if let Some(bytes) = options.max_bytes {
        let page: u64 = connection.query_row("PRAGMA page_size", [], |row| super::uint(row, 0))?;
        connection.query_row(
            &format!("PRAGMA max_page_count = {}", (bytes / page).max(1)),
            [],
            |_| Ok(()),
        )?;
    }
    Ok((lock, connection))
}

/// Opens a read-only connection. The writer must be open, as it creates the database.
pub(super) fn reader(options: &SqliteOptions) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(database(options), flags)?;
    settle(&connection, 4 * 1024)?;
    Ok(connection)
}

/// Applies the settings of both kinds of connection: busy timeout, page cache, no memory map.
fn settle(connection: &Connection, cache_kib: u32) -> Result<(), OpenError> {
    connection.busy_timeout(Duration::from_secs(20))?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.execute_batch(&format!(
        "PRAGMA cache_size = -{cache_kib}; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;"
    ))?;
    Ok(())
}

fn database(options: &SqliteOptions) -> PathBuf {
    options.dir.join("voorveld.sqlite3")
}

fn make_private(dir: &Path) -> std::io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}
