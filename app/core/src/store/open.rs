//! Opening the store, step by step: key, shape, schema. Nothing is ever deleted here.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, OpenFlags};
use zeroize::Zeroizing;

use super::schema;
use crate::{Error, files};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            // What was to be written, rather than the file it was to be written to.
            Some(ErrorCode::ConstraintViolation | ErrorCode::TooBig | ErrorCode::TypeMismatch) => {
                Self::Internal(error.to_string())
            }
            None => Self::Internal(error.to_string()),
            _ => Self::Storage(error.to_string()),
        }
    }
}

/// One connection is all there ever is, so in a browser, whose files have no shared memory, the
/// journal is one that needs none.
#[cfg(not(target_family = "wasm"))]
const JOURNAL: &str = "PRAGMA journal_mode = WAL;";
#[cfg(target_family = "wasm")]
const JOURNAL: &str = "PRAGMA journal_mode = TRUNCATE;";

/// How many operations the documents at hand have together while the phone catches up with the log. Each
/// takes about 60 bytes: some 60 MB, and a quarter of it in a browser.
pub(super) const OPEN_OPERATIONS: u64 = match cfg!(target_family = "wasm") {
    true => 250_000,
    false => 1_000_000,
};

/// Opens or makes the database at `path` with a raw key.
///
/// # Errors
/// [`Error::StoreDamaged`] when it does not open with this key or is no database: the file is set
/// aside under another name. [`Error::StoreNewer`], [`Error::Storage`].
pub(super) fn open(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
    let mut connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // No key derivation at each open: the key is random. Wiping every page buffer costs a fifth of
    // the speed and would not hide what the screens show anyway.
    let unlock = Zeroizing::new(format!(
        "PRAGMA key = \"x'{}'\";
         PRAGMA temp_store = MEMORY;
         PRAGMA cipher_memory_security = OFF;
         PRAGMA cipher_log_level = NONE;",
        raw_key(key).as_str()
    ));
    connection.execute_batch(&unlock)?;
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
    // FULL: what was uploaded is never rolled back. The journal goes into the file when the store is
    // at rest, and only after very many pages without a rest in the middle of work.
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

/// Renames a file that does not open, with its journal, so that a new one can be made and help can
/// look at this one.
fn set_aside(path: &Path) -> Error {
    let name = |n: u32| path.with_extension(format!("damaged-{n}.db"));
    let Some(free) = (1..1000).map(name).find(|path| !files::exists(path)) else {
        return Error::Storage("too many damaged stores".into());
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

/// The key as SQLCipher takes it: hex, on the web with the salt behind it. In a browser a new file
/// begins as zeros, which SQLCipher took for its salt: all databases then had the same one.
fn raw_key(key: &[u8; 32]) -> Zeroizing<String> {
    let hex = |bytes: &[u8]| -> String { bytes.iter().map(|byte| format!("{byte:02x}")).collect() };
    let mut raw = Zeroizing::new(String::with_capacity(96));
    raw.push_str(&Zeroizing::new(hex(key)));
    if cfg!(target_family = "wasm") {
        raw.push_str(&hex(&salt(key)));
    }
    raw
}

/// The salt that a database with this key begins with. It is no secret, and from it nobody gets back
/// to the key.
fn salt(key: &[u8; 32]) -> [u8; 16] {
    let mut salt = [0; 16];
    blake3::Hasher::new_derive_key("voorveld 2026 database salt v1")
        .update(key)
        .finalize_xof()
        .fill(&mut salt);
    salt
}
