//! Files in a folder of the file system.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use crate::Error;

/// Creates the phone's folder, accessible to its owner only (mode 0700).
///
/// # Errors
/// [`Error::DiskFull`], or [`Error::Storage`] for any other I/O error.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Error> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(storage)
}

/// A lock on a phone's folder: processes that have it open share it, one that checks it wants it alone.
/// Released when dropped, and when the process ends.
#[derive(Debug)]
pub(crate) struct FolderLock {
    _file: Option<File>,
}

impl FolderLock {
    /// Takes the lock, `alone` or shared.
    ///
    /// # Errors
    /// [`Error::InUse`] if another process has it; [`Error::DiskFull`], or [`Error::Storage`] if its
    /// file cannot be made.
    pub(crate) fn take(folder: &Path, alone: bool) -> Result<Self, Error> {
        let file = open_private(&folder.join("lock")).map_err(storage)?;
        let taken = match alone {
            true => file.try_lock(),
            false => file.try_lock_shared(),
        };
        match taken {
            Ok(()) => Ok(Self { _file: Some(file) }),
            Err(TryLockError::WouldBlock) => Err(Error::InUse),
            Err(TryLockError::Error(error)) => {
                tracing::warn!(%error, "this file system has no locks");
                Ok(Self { _file: None })
            }
        }
    }
}

/// A guard held while a database is open.
#[derive(Debug)]
pub(crate) struct Held;

impl Held {
    /// Creates the guard.
    pub(crate) fn new() -> Self {
        Self
    }

    /// Waits until no guard is held. Returns at once here: SQLite locks its files itself.
    pub(crate) async fn by_nobody() {}
}

/// Returns whether the file exists.
pub(crate) fn exists(path: &Path) -> bool {
    path.exists()
}

/// Reads a small file.
///
/// # Errors
/// [`Error::Storage`] if the file is missing or unreadable.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(storage)
}

/// Replaces a small file atomically: a crash leaves the complete old or the complete new file.
///
/// # Errors
/// [`Error::DiskFull`], or [`Error::Storage`] for any other I/O error.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut new = path.as_os_str().to_owned();
    new.push(".new");
    let write = || {
        fs::create_dir_all(folder)?;
        let mut file = open_private(Path::new(&new))?;
        file.write_all(bytes)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&new, path)?;
        sync_folder(folder)
    };
    write().map_err(storage)
}

/// Renames a small file. The new name must not exist yet.
///
/// # Errors
/// [`Error::Storage`] if the file cannot be renamed.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    fs::rename(from, to).map_err(storage)?;
    sync_folder(from.parent().unwrap_or(Path::new("."))).map_err(storage)
}

/// Renames a closed database, including its journal files.
///
/// # Errors
/// [`Error::Storage`] if a file cannot be renamed.
pub(crate) fn move_database(from: &Path, to: &Path) -> Result<(), Error> {
    for suffix in SUFFIXES {
        unless_missing(fs::rename(with(from, suffix), with(to, suffix)))?;
    }
    Ok(())
}

/// Removes a closed database, including its journal files.
///
/// # Errors
/// [`Error::Storage`] if a file cannot be removed.
pub(crate) fn remove_database(path: &Path) -> Result<(), Error> {
    for suffix in SUFFIXES {
        unless_missing(fs::remove_file(with(path, suffix)))?;
    }
    Ok(())
}

/// Copies a closed database with its journal, and writes `start` over the beginning of the copy.
///
/// # Errors
/// [`Error::DiskFull`], or [`Error::Storage`] for any other I/O error.
pub(crate) fn copy_database(from: &Path, to: &Path, start: &[u8]) -> Result<(), Error> {
    for suffix in ["", "-wal"] {
        unless_missing(fs::copy(with(from, suffix), with(to, suffix)).map(drop))?;
    }
    let write = || {
        let mut file = fs::OpenOptions::new().write(true).open(to)?;
        file.write_all(start)
    };
    write().map_err(storage)
}

/// Reads the first bytes of a file. `None`: it is shorter.
///
/// # Errors
/// [`Error::Storage`] if the file is missing or unreadable.
pub(crate) fn start_of(path: &Path, size: usize) -> Result<Option<Vec<u8>>, Error> {
    let read = || {
        let mut start = Vec::with_capacity(size);
        File::open(path)?
            .take(size as u64)
            .read_to_end(&mut start)?;
        Ok(start)
    };
    let start = read().map_err(storage)?;
    Ok(Some(start).filter(|start| start.len() == size))
}

/// A database's files: its own, and those of its journal.
const SUFFIXES: [&str; 3] = ["", "-wal", "-shm"];

fn with(path: &Path, suffix: &str) -> OsString {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name
}

fn unless_missing(done: io::Result<()>) -> Result<(), Error> {
    match done {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(storage(error)),
        _ => Ok(()),
    }
}

fn open_private(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a rename durable, so that it survives a power cut.
fn sync_folder(folder: &Path) -> io::Result<()> {
    // Windows cannot open a folder as a file; NTFS journals renames.
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn storage(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::Storage(error.to_string()),
    }
}
