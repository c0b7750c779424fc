//! The phone's data folder: detecting a store and unlocking it with the PIN.

mod keyring;
mod repair;
mod session;

use std::path::{Path, PathBuf};

use crate::crypto::{PinCost, Vault};
#[cfg(any(test, feature = "sample"))]
use crate::store::Store;
use crate::{Environment, Error, Workspace, executor, files};
use keyring::Keyring;
use session::Session;

/// Number of digits in the PIN that opens the store.
pub const PIN_DIGITS: usize = 6;

/// The folder that holds this phone's data.
///
/// It holds the vault, which the PIN opens, and one encrypted database per team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(DataLocation);

#[derive(Debug, Clone, PartialEq, Eq)]
enum DataLocation {
    /// Data in a local folder.
    Folder(PathBuf),
    /// Data held by the page's web worker.
    #[cfg(target_family = "wasm")]
    Worker(crate::web::Worker),
}

impl Phone {
    /// Returns a phone with its data in this folder, which need not exist yet.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self(DataLocation::Folder(folder.into()))
    }

    /// Returns a phone whose data is held by a web worker.
    #[cfg(target_family = "wasm")]
    pub(crate) fn with(worker: crate::web::Worker) -> Self {
        Self(DataLocation::Worker(worker))
    }

    #[cfg(feature = "sample")]
    pub(crate) fn folder(&self) -> &Path {
        match &self.0 {
            DataLocation::Folder(folder) => folder,
            #[cfg(target_family = "wasm")]
            DataLocation::Worker(_) => Path::new(""),
        }
    }

    /// Returns whether a store exists here.
    pub fn has_store(&self) -> bool {
        match &self.0 {
            DataLocation::Folder(folder) => Vault::exists(folder),
            #[cfg(target_family = "wasm")]
            DataLocation::Worker(worker) => worker.has_store(),
        }
    }

    /// Creates a new, empty store that opens with this six-digit PIN.
    ///
    /// # Errors
    /// [`Error::WrongPin`] when `pin` is not [`PIN_DIGITS`] ASCII digits; [`Error::DiskFull`],
    /// [`Error::Storage`].
    pub async fn create(&self, pin: &str, environment: Environment) -> Result<Workspace, Error> {
        if pin.len() != PIN_DIGITS || !pin.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(Error::WrongPin);
        }
        match &self.0 {
            DataLocation::Folder(folder) => {
                let create = |folder: &Path, pin: &str| {
                    files::make_folder(folder)?;
                    Vault::create(folder, pin, PinCost::PHONE)
                };
                open(folder, pin, environment, Syncing::ByItself, create).await
            }
            #[cfg(target_family = "wasm")]
            DataLocation::Worker(worker) => worker.create(pin).await,
        }
    }

    /// Opens the store of the team that was open last; [`Workspace::switch`] opens another. When its
    /// file is damaged, another team's store is opened and [`ReadTeams`](crate::api::ReadTeams)
    /// reports the damage.
    ///
    /// # Errors
    /// [`Error::WrongPin`], [`Error::StoreNewer`], [`Error::StoreDamaged`], [`Error::Storage`].
    pub async fn unlock(&self, pin: &str, environment: Environment) -> Result<Workspace, Error> {
        match &self.0 {
            DataLocation::Folder(folder) => {
                open(folder, pin, environment, Syncing::ByItself, Vault::unlock).await
            }
            #[cfg(target_family = "wasm")]
            DataLocation::Worker(worker) => worker.unlock(pin).await,
        }
    }

    /// Opens the store as [`Phone::unlock`] does, without automatic syncing, and keeps every other process
    /// from opening it.
    ///
    /// # Errors
    /// [`Error::InUse`] if another process has it open; as [`Phone::unlock`].
    #[cfg(not(target_family = "wasm"))]
    pub async fn unlock_alone(
        &self,
        pin: &str,
        environment: Environment,
    ) -> Result<Workspace, Error> {
        let DataLocation::Folder(folder) = &self.0;
        open(folder, pin, environment, Syncing::Alone, Vault::unlock).await
    }

    /// Checks that no other process has the store open.
    ///
    /// # Errors
    /// [`Error::InUse`]; [`Error::Storage`].
    #[cfg(not(target_family = "wasm"))]
    pub fn check_unused(&self) -> Result<(), Error> {
        let DataLocation::Folder(folder) = &self.0;
        files::FolderLock::take(folder, true).map(drop)
    }

    /// Moves the store aside when its PIN was forgotten, so that a new one can be created. Nothing
    /// is deleted: the old store can be put back when the PIN is found. Does nothing when there is
    /// no store.
    ///
    /// # Errors
    /// [`Error::Storage`], in which case the store has not moved.
    pub async fn set_aside(&self) -> Result<(), Error> {
        if !self.has_store() {
            return Ok(());
        }
        match &self.0 {
            DataLocation::Folder(folder) => {
                let folder = folder.clone();
                // A single rename, hence atomic.
                executor::spawn_blocking(move || Vault::set_aside(&folder)).await
            }
            #[cfg(target_family = "wasm")]
            DataLocation::Worker(worker) => worker.set_aside().await,
        }
    }

    /// Opens the store without automatic syncing, so that network traffic can be measured.
    ///
    /// # Errors
    /// As [`Phone::unlock`].
    #[cfg(feature = "sample")]
    pub async fn unlock_by_hand(
        &self,
        pin: &str,
        environment: Environment,
    ) -> Result<Workspace, Error> {
        open(
            self.folder(),
            pin,
            environment,
            Syncing::ByHand,
            Vault::unlock,
        )
        .await
    }
}

/// Unlocks the vault and opens a store off the caller's thread: key derivation deliberately takes
/// about half a second.
async fn open(
    folder: &Path,
    pin: &str,
    environment: Environment,
    syncing: Syncing,
    vault: impl FnOnce(&Path, &str) -> Result<Vault, Error> + Send + 'static,
) -> Result<Workspace, Error> {
    let (folder, pin) = (folder.to_owned(), zeroize::Zeroizing::new(pin.to_owned()));
    files::Held::by_nobody().await;
    executor::spawn_blocking(move || {
        let ring = Keyring::new(&folder, vault(&folder, &pin)?, environment, syncing)?;
        let (team, store) = ring.open_last()?;
        Session::new(ring, team, store).map(Session::workspace)
    })
    .await
}

/// Opens the store that was open last, without its thread.
#[cfg(any(test, feature = "sample"))]
pub(crate) fn open_store(
    folder: &Path,
    vault: Vault,
    environment: Environment,
) -> Result<Store, Error> {
    let ring = Keyring::new(folder, vault, environment, Syncing::ByItself)?;
    ring.open_last().map(|(_, store)| store)
}

/// What triggers a sync.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Syncing {
    /// At startup, after saves, periodically, and on request.
    ByItself,
    /// Only on request, while no other process may have the store open.
    Alone,
    /// Only on request.
    #[cfg(feature = "sample")]
    ByHand,
}

#[cfg(test)]
mod tests;
