//! Opening the database: key, validation, pragmas, migrations. Never deletes anything.

use std::ops::Range;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use zeroize::Zeroizing;

use super::schema;
use crate::{Error, files};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::FileDamaged,
            // The data was rejected, not the file it was written to.
            Some(ErrorCode::ConstraintViolation | ErrorCode::TooBig | ErrorCode::TypeMismatch) => {
                Self::Internal(error.to_string())
            }
            None => Self::Internal(error.to_string()),
            _ => Self::Storage(error.to_string()),
        }
    }
}

/// The journal mode. There is only ever one connection, and browser files have no shared memory, so the
/// web build uses a journal that needs none.
#[cfg(not(target_family = "wasm"))]
const JOURNAL: &str = "PRAGMA journal_mode = WAL;";
#[cfg(target_family = "wasm")]
const JOURNAL: &str = "PRAGMA journal_mode = TRUNCATE;";

/// The size of a page, SQLCipher's default, and of the salt that a file begins with.
pub(super) const PAGE: usize = 4096;
const SALT: usize = 16;

/// Total number of operations in cached documents while the phone catches up with the log. Each takes
/// about 60 bytes: some 60 MB in all, and a quarter of that in a browser.
pub(super) const OPEN_OPERATIONS: u64 = match cfg!(target_family = "wasm") {
    true => 250_000,
    false => 1_000_000,
};

/// Opens the database at `path` with a raw key, creating it if it does not exist.
///
/// # Errors
/// [`Error::FileDamaged`] if a page cannot be read, or the file does not open with this key.
/// [`Error::StoreNewer`], [`Error::DiskFull`], [`Error::Storage`].
pub(super) fn open(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
    let mut connection = unlock(path, key, None)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    // FULL: a commit whose changes were uploaded must survive a power cut. The store checkpoints when it
    // is idle; the high autocheckpoint limit only applies to long work without a pause.
    connection.execute_batch(JOURNAL)?;
    connection.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA cache_size = -32768;
         PRAGMA wal_autocheckpoint = 4000;",
    )?;
    connection.set_prepared_statement_cache_capacity(128);
    schema::migrate(&mut connection)?;
    Ok(connection)
}

/// Opens a damaged database as it is: nothing is migrated, and closing it writes nothing to its file.
///
/// # Errors
/// [`Error::FileDamaged`] if its schema cannot be read: SQLCipher then reads nothing else either.
/// [`Error::Storage`].
pub(super) fn open_damaged(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
    let connection = unlock_damaged(path, key)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

fn unlock_damaged(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
    let connection = unlock(path, key, None)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // Otherwise SQLite opens no file that is shorter than its header says.
    connection.execute_batch("PRAGMA writable_schema = ON")?;
    Ok(connection)
}

/// Copies a database, with a first page that is readable, knows no tables, and leaves the number of pages
/// to the size of the file. Returns the copy's path.
///
/// # Errors
/// [`Error::DiskFull`], [`Error::Storage`].
pub(super) fn with_another_first_page(path: &Path, key: &[u8; 32]) -> Result<PathBuf, Error> {
    /// The number of pages, and the list of those that are not in use.
    const PAGES: Range<usize> = 28..32;
    const UNUSED: Range<usize> = 32..40;
    let read = |connection: &Connection| {
        let page = "SELECT data FROM sqlite_dbpage WHERE pgno = 1";
        connection.query_row(page, [], |row| row.get::<_, Vec<u8>>(0))
    };
    // If the first page itself is unreadable, the copy starts without a list of unused pages.
    let damaged = read(&unlock_damaged(path, key)?).ok();
    let (first, copy) = (free_name(path, "first")?, free_name(path, "copied")?);
    {
        let connection = unlock(&first, key, files::start_of(path, SALT)?.as_deref())?;
        connection.execute_batch(JOURNAL)?;
        connection.execute_batch("CREATE TABLE none (none)")?;
        let mut page = read(&connection)?;
        page[PAGES].fill(0);
        if let Some(unused) = damaged.as_ref().and_then(|page| page.get(UNUSED)) {
            page[UNUSED].copy_from_slice(unused);
        }
        connection.execute("UPDATE sqlite_dbpage SET data = ?1 WHERE pgno = 1", [page])?;
    }
    let page = files::start_of(&first, PAGE)?.ok_or(Error::FileDamaged);
    files::remove_database(&first)?;
    files::copy_database(path, &copy, &page?)?;
    Ok(copy)
}

/// Removes the temporary files of an interrupted rescue.
///
/// # Errors
/// [`Error::Storage`] if a file cannot be removed.
pub(crate) fn remove_leftovers(path: &Path) -> Result<(), Error> {
    for what in ["rescuing", "first", "copied"] {
        let name = |n: u32| path.with_extension(format!("{what}-{n}.db"));
        for left in (1..1000).map(name).take_while(|left| files::exists(left)) {
            files::remove_database(&left)?;
        }
    }
    Ok(())
}

/// Opens a file with its key; a new one gets this salt.
fn unlock(path: &Path, key: &[u8; 32], salt: Option<&[u8]>) -> Result<Connection, Error> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // The key is random, so it needs no derivation. Wiping page buffers would cost a fifth of the speed
    // without hiding what the screens show anyway.
    let unlock = Zeroizing::new(format!(
        "PRAGMA key = \"x'{}'\";
         PRAGMA temp_store = MEMORY;
         PRAGMA cipher_memory_security = OFF;
         PRAGMA cipher_log_level = NONE;",
        raw_key(key, salt).as_str()
    ));
    connection.execute_batch(&unlock)?;
    Ok(connection)
}

/// Returns the first name beside a database under which there is no file yet.
pub(crate) fn free_name(path: &Path, what: &str) -> Result<PathBuf, Error> {
    let name = |n: u32| path.with_extension(format!("{what}-{n}.db"));
    (1..1000)
        .map(name)
        .find(|path| !files::exists(path))
        .ok_or_else(|| Error::Storage("too many damaged stores".into()))
}

/// Renames a database that does not open, with its journal, so that a new one can be created and the
/// old one examined.
pub(crate) fn set_aside(path: &Path) -> Error {
    let free = match free_name(path, "damaged") {
        Ok(free) => free,
        Err(error) => return error,
    };
    match files::move_database(path, &free) {
        Ok(()) => Error::StoreDamaged {
            set_aside: free
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
        },
        Err(error) => error,
    }
}

/// Formats the key for SQLCipher: hex, on the web followed by the salt. A new browser file begins as
/// zeros, which SQLCipher would take as its salt, giving every database the same one.
fn raw_key(key: &[u8; 32], salt: Option<&[u8]>) -> Zeroizing<String> {
    let hex = |bytes: &[u8]| -> String { bytes.iter().map(|byte| format!("{byte:02x}")).collect() };
    let mut raw = Zeroizing::new(String::with_capacity(96));
    raw.push_str(&Zeroizing::new(hex(key)));
    if cfg!(target_family = "wasm") {
        raw.push_str(&hex(&derived_salt(key)));
    } else if let Some(salt) = salt {
        raw.push_str(&hex(salt));
    }
    raw
}

/// Derives the salt of a database from its key. The salt is public; the derivation cannot be reversed.
fn derived_salt(key: &[u8; 32]) -> [u8; 16] {
    let mut salt = [0; 16];
    blake3::Hasher::new_derive_key("voorveld 2026 database salt v1")
        .update(key)
        .finalize_xof()
        .fill(&mut salt);
    salt
}
