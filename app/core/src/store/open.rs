//! Opening the store, step by step: key, shape, schema. Nothing is ever deleted here.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, OpenFlags};
use zeroize::Zeroizing;

use super::schema;
use crate::Error;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            _ => Self::Storage(error.to_string()),
        }
    }
}

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
    let hex: Zeroizing<String> =
        Zeroizing::new(key.iter().map(|byte| format!("{byte:02x}")).collect());
    // A raw key: no key derivation at each open. Wiping every page buffer costs a fifth of the speed
    // and would not hide what the screens show anyway.
    let unlock = Zeroizing::new(format!(
        "PRAGMA key = \"x'{}'\";
         PRAGMA temp_store = MEMORY;
         PRAGMA cipher_memory_security = OFF;
         PRAGMA cipher_log_level = NONE;",
        hex.as_str()
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
    // FULL: what was uploaded is never rolled back.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA cache_size = -32768;
         PRAGMA wal_autocheckpoint = 1000;",
    )?;
    connection.set_prepared_statement_cache_capacity(128);
    schema::migrate(&mut connection)?;
    Ok(connection)
}

/// Renames a file that does not open, with its journal, so that a new one can be made and help can
/// look at this one.
fn set_aside(path: &Path) -> Error {
    let name = |n: u32| path.with_extension(format!("damaged-{n}.db"));
    let Some(free) = (1..1000).map(name).find(|path| !path.exists()) else {
        return Error::Storage("too many damaged stores".into());
    };
    for suffix in ["", "-wal", "-shm"] {
        let mut from = path.as_os_str().to_owned();
        from.push(suffix);
        let mut to = free.as_os_str().to_owned();
        to.push(suffix);
        match std::fs::rename(&from, &to) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Error::Storage(error.to_string()),
        }
    }
    Error::StoreDamaged {
        set_aside: free
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
    }
}
