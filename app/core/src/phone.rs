//! This phone's folder: is there a store, and opening it with the code.

use std::path::PathBuf;

use crate::{Environment, Error, Workspace};

/// Digits of the code that opens the store.
pub const PIN_DIGITS: usize = 6;

/// The folder in which this phone keeps its store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    folder: PathBuf,
}

impl Phone {
    /// A phone with its data in this folder, which need not exist yet.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    /// There is a store here, waiting for its code.
    pub fn has_store(&self) -> bool {
        self.folder.join("vault.cbor").exists()
    }

    /// Makes a new, empty store that opens with this code of six digits.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Storage`].
    pub async fn create(&self, _pin: &str, _environment: Environment) -> Result<Workspace, Error> {
        Err(Error::Internal("not there yet".into()))
    }

    /// Opens the store.
    ///
    /// # Errors
    /// [`Error::WrongPin`], [`Error::StoreNewer`], [`Error::StoreDamaged`], [`Error::Storage`].
    pub async fn unlock(&self, _pin: &str, _environment: Environment) -> Result<Workspace, Error> {
        Err(Error::Internal("not there yet".into()))
    }
}
