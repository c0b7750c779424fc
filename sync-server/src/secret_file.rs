//! Secret files beside the database: written once, atomically, mode 0600.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Why a secret file could not be created or reused. An existing file is left as it is.
#[derive(Debug, thiserror::Error)]
pub enum SecretFileError {
    /// The file cannot be read or written.
    #[error("{}: {error}", .path.display())]
    File {
        /// The path of the file.
        path: PathBuf,
        /// The system's error.
        error: io::Error,
    },
    /// The file's content is not what this server wrote.
    #[error(
        "{} cannot be used: {why}. Put it back from a copy, or move it away: then a new one is made",
        .path.display()
    )]
    Broken {
        /// The path of the file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The secret could not be generated.
    #[error("{} cannot be made: {why}", .path.display())]
    Making {
        /// The path of the file.
        path: PathBuf,
        /// What went wrong.
        why: String,
    },
}

impl SecretFileError {
    pub(crate) fn broken(path: &Path, why: impl ToString) -> Self {
        Self::Broken {
            path: path.to_path_buf(),
            why: why.to_string(),
        }
    }

    pub(crate) fn making(path: &Path, why: impl ToString) -> Self {
        Self::Making {
            path: path.to_path_buf(),
            why: why.to_string(),
        }
    }
}

/// Returns the content of the file, or `None` if it does not exist.
pub(crate) fn read(path: &Path) -> Result<Option<String>, SecretFileError> {
    match fs::read(path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(text)),
            Err(_) => Err(SecretFileError::broken(path, "it is not text")),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(SecretFileError::File {
            path: path.to_path_buf(),
            error,
        }),
    }
}

/// Creates the file. After a power cut it is complete or absent; only its owner can read it.
pub(crate) fn make(path: &Path, text: &str) -> Result<(), SecretFileError> {
    write(path, text).map_err(|error| SecretFileError::File {
        path: path.to_path_buf(),
        error,
    })
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let half = path.with_extension("new");
    // Left behind by a power cut; no other server can be writing it, because the folder is locked.
    if let Err(error) = fs::remove_file(&half)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error);
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&half)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&half, path)?;
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
