//! Files in a folder of the file system.

use std::fs::{self, File};
use std::io::{self, Write as _};
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
    let with = |path: &Path, suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        name
    };
    for suffix in ["", "-wal", "-shm"] {
        match fs::rename(with(from, suffix), with(to, suffix)) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(storage(error)),
        }
    }
    Ok(())
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
