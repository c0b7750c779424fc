//! Opening the database: key, validation, pragmas, migrations. Never deletes anything.

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

/// Total number of operations in cached documents while the phone catches up with the log. Each takes
/// about 60 bytes: some 60 MB in all, and a quarter of that in a browser.
pub(super) const OPEN_OPERATIONS: u64 = match cfg!(target_family = "wasm") {
    true => 250_000,
    false => 1_000_000,
};

/// Opens the database at `path` with a raw key, creating it if it does not exist.
///
/// # Errors
/// [`Error::StoreDamaged`] if the file is no database or does not open with this key: it is then
/// renamed. [`Error::StoreNewer`], [`Error::DiskFull`], [`Error::Storage`].
pub(super) fn open(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
    let mut connection = unlock(path, key)?;
    let readable = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    });
    match readable {
        Ok(_) => {}
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
            drop(connection);
            return Err(set_aside(path));
        }
        Err(error) => return Err(error.into()),
    }
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
/// [`Error::FileDamaged`] if not even its first page can be read; [`Error::Storage`].
pub(super) fn open_damaged(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
    let connection = unlock(path, key)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // Otherwise SQLite opens no file that is shorter than its header says.
    connection.execute_batch("PRAGMA writable_schema = ON")?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

fn unlock(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
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
        raw_key(key).as_str()
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
fn raw_key(key: &[u8; 32]) -> Zeroizing<String> {
    let hex = |bytes: &[u8]| -> String { bytes.iter().map(|byte| format!("{byte:02x}")).collect() };
    let mut raw = Zeroizing::new(String::with_capacity(96));
    raw.push_str(&Zeroizing::new(hex(key)));
    if cfg!(target_family = "wasm") {
        raw.push_str(&hex(&salt(key)));
    }
    raw
}

/// Derives the salt of a database from its key. The salt is public; the derivation cannot be reversed.
fn salt(key: &[u8; 32]) -> [u8; 16] {
    let mut salt = [0; 16];
    blake3::Hasher::new_derive_key("voorveld 2026 database salt v1")
        .update(key)
        .finalize_xof()
        .fill(&mut salt);
    salt
}
