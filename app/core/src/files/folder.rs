//! A folder of the file system.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use crate::Error;

/// Makes the phone's folder; nobody else of this machine may look into it.
///
/// # Errors
/// [`Error::DiskFull`], [`Error::Storage`].
pub(crate) fn make_folder(folder: &Path) -> Result<(), Error> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(storage)
}

/// Held while a database is open.
#[derive(Debug)]
pub(crate) struct Held;

impl Held {
    /// From now on.
    pub(crate) fn new() -> Self {
        Self
    }

    /// Waits until none is. Nothing to wait for: SQLite locks its files by itself.
    pub(crate) async fn by_nobody() {}
}

/// Whether there is such a file.
pub(crate) fn exists(path: &Path) -> bool {
    path.exists()
}

/// Reads a small file.
///
/// # Errors
/// [`Error::Storage`].
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(storage)
}

/// Replaces a small file: whatever happens meanwhile, either the old or the new one is there, whole.
///
/// # Errors
/// [`Error::DiskFull`], [`Error::Storage`].
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

/// Gives a small file another name, under which there is none yet.
///
/// # Errors
/// [`Error::Storage`].
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    fs::rename(from, to).map_err(storage)?;
    sync_folder(from.parent().unwrap_or(Path::new("."))).map_err(storage)
}

/// Gives a database that is not open another name, with its journal.
///
/// # Errors
/// [`Error::Storage`].
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

/// The rename itself must survive a power cut too.
fn sync_folder(folder: &Path) -> io::Result<()> {
    // Windows cannot open a folder as a file; NTFS journals its renames.
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
