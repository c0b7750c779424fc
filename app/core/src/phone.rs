//! This phone's folder: is there a store, and opening it with the code.

mod keyring;
mod seat;

use std::path::{Path, PathBuf};

use crate::crypto::{PinCost, Vault};
#[cfg(any(test, feature = "sample"))]
use crate::store::Store;
use crate::{Environment, Error, Workspace, executor, files};
use keyring::Keyring;
use seat::Seat;

/// Digits of the code that opens the store.
pub const PIN_DIGITS: usize = 6;

/// The folder in which this phone keeps its store.
///
/// In it: the vault, which the code opens, and one encrypted database a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(Place);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// Here.
    Folder(PathBuf),
    /// With the worker of this page.
    #[cfg(target_family = "wasm")]
    Worker(crate::web::Worker),
}

impl Phone {
    /// A phone with its data in this folder, which need not exist yet.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self(Place::Folder(folder.into()))
    }

    /// A phone whose data are with a worker.
    #[cfg(target_family = "wasm")]
    pub(crate) fn with(worker: crate::web::Worker) -> Self {
        Self(Place::Worker(worker))
    }

    #[cfg(feature = "sample")]
    pub(crate) fn folder(&self) -> &Path {
        match &self.0 {
            Place::Folder(folder) => folder,
            #[cfg(target_family = "wasm")]
            Place::Worker(_) => Path::new(""),
        }
    }

    /// There is a store here, waiting for its code.
    pub fn has_store(&self) -> bool {
        match &self.0 {
            Place::Folder(folder) => Vault::exists(folder),
            #[cfg(target_family = "wasm")]
            Place::Worker(worker) => worker.has_store(),
        }
    }

    /// Makes a new, empty store that opens with this code of six digits.
    ///
    /// # Errors
    /// [`Error::WrongPin`] when it is no such code; [`Error::DiskFull`], [`Error::Storage`].
    pub async fn create(&self, pin: &str, environment: Environment) -> Result<Workspace, Error> {
        if pin.len() != PIN_DIGITS || !pin.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(Error::WrongPin);
        }
        match &self.0 {
            Place::Folder(folder) => {
                let create = |folder: &Path, pin: &str| {
                    files::make_folder(folder)?;
                    Vault::create(folder, pin, PinCost::PHONE)
                };
                open(folder, pin, environment, Syncing::ByItself, create).await
            }
            #[cfg(target_family = "wasm")]
            Place::Worker(worker) => worker.create(pin).await,
        }
    }

    /// Opens the store of the team that was open last; [`Workspace::switch`] goes to another one. When
    /// its file proves damaged, one of the others is opened, and [`ReadTeams`](crate::call::ReadTeams)
    /// says so.
    ///
    /// # Errors
    /// [`Error::WrongPin`], [`Error::StoreNewer`], [`Error::StoreDamaged`], [`Error::Storage`].
    pub async fn unlock(&self, pin: &str, environment: Environment) -> Result<Workspace, Error> {
        match &self.0 {
            Place::Folder(folder) => {
                open(folder, pin, environment, Syncing::ByItself, Vault::unlock).await
            }
            #[cfg(target_family = "wasm")]
            Place::Worker(worker) => worker.unlock(pin).await,
        }
    }

    /// Sets the store aside for who forgot its code, so that a new one can be made. Nothing is deleted:
    /// whoever finds the code again can have it put back. Does nothing where there is no store.
    ///
    /// # Errors
    /// [`Error::Storage`]: the store is then where it was.
    pub async fn set_aside(&self) -> Result<(), Error> {
        if !self.has_store() {
            return Ok(());
        }
        match &self.0 {
            Place::Folder(folder) => {
                let folder = folder.clone();
                // One rename: it has happened or it has not.
                executor::aside(move || Vault::set_aside(&folder)).await
            }
            #[cfg(target_family = "wasm")]
            Place::Worker(worker) => worker.set_aside().await,
        }
    }

    /// Opens the store of a phone that syncs only when it is asked to, so that what goes over the
    /// line can be measured.
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

/// Opening takes about half a second, on purpose: it is done aside.
async fn open(
    folder: &Path,
    pin: &str,
    environment: Environment,
    syncing: Syncing,
    vault: impl FnOnce(&Path, &str) -> Result<Vault, Error> + Send + 'static,
) -> Result<Workspace, Error> {
    let (folder, pin) = (folder.to_owned(), zeroize::Zeroizing::new(pin.to_owned()));
    files::Held::by_nobody().await;
    executor::aside(move || {
        let ring = Keyring::new(&folder, vault(&folder, &pin)?, environment, syncing);
        let (team, store) = ring.open_last()?;
        Seat::new(ring, team, store).map(Seat::workspace)
    })
    .await
}

/// The store that was open last, without its thread.
#[cfg(any(test, feature = "sample"))]
pub(crate) fn open_store(
    folder: &Path,
    vault: Vault,
    environment: Environment,
) -> Result<Store, Error> {
    let ring = Keyring::new(folder, vault, environment, Syncing::ByItself);
    ring.open_last().map(|(_, store)| store)
}

/// When a phone syncs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Syncing {
    /// At the start, after saving, now and then, and when asked.
    ByItself,
    /// Only when asked.
    #[cfg(feature = "sample")]
    ByHand,
}

#[cfg(test)]
mod tests;
