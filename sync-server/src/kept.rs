//! Secrets in small files beside the database: made once, whole or not at all, for nobody else.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Why something beside the database could not be made, or not be used again. What was there was
/// left as it is.
#[derive(Debug, thiserror::Error)]
pub enum KeptError {
    /// The file cannot be read or written.
    #[error("{}: {error}", .path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file is not what this server once wrote.
    #[error(
        "{} cannot be used: {why}. Put it back from a copy, or move it away: then a new one is made",
        .path.display()
    )]
    Broken {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A new one could not be made.
    #[error("{} cannot be made: {why}", .path.display())]
    Making {
        /// Which file.
        path: PathBuf,
        /// What went wrong.
        why: String,
    },
}

impl KeptError {
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

/// What is in the file; nothing when there is none yet.
pub(crate) fn read(path: &Path) -> Result<Option<String>, KeptError> {
    match fs::read(path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(text)),
            Err(_) => Err(KeptError::broken(path, "it is not text")),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(KeptError::File {
            path: path.to_path_buf(),
            error,
        }),
    }
}

/// Makes the file. A power cut leaves it whole or not there, and never readable by others.
pub(crate) fn make(path: &Path, text: &str) -> Result<(), KeptError> {
    write(path, text).map_err(|error| KeptError::File {
        path: path.to_path_buf(),
        error,
    })
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let half = path.with_extension("new");
    // One that a power cut left behind; another server cannot be at it, the folder is locked.
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
