//! This phone's folder: is there a store, and opening it with the code.

use std::path::{Path, PathBuf};

use futures::channel::oneshot;

use crate::crypto::{PinCost, Vault, random};
use crate::store::{Store, StoreHandle};
use crate::workspace::Listeners;
use crate::{Environment, Error, Workspace};

/// Digits of the code that opens the store.
pub const PIN_DIGITS: usize = 6;

/// The folder in which this phone keeps its store.
///
/// In it: the vault, which the code opens, and one encrypted database a team.
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
        Vault::exists(&self.folder)
    }

    /// Makes a new, empty store that opens with this code of six digits.
    ///
    /// # Errors
    /// [`Error::WrongPin`] when it is no such code; [`Error::DiskFull`], [`Error::Storage`].
    pub async fn create(&self, pin: &str, environment: Environment) -> Result<Workspace, Error> {
        if pin.len() != PIN_DIGITS || !pin.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(Error::WrongPin);
        }
        self.open(pin, environment, |folder, pin| {
            std::fs::create_dir_all(folder).map_err(|e| Error::Storage(e.to_string()))?;
            Vault::create(folder, pin, PinCost::PHONE)
        })
        .await
    }

    /// Opens the store.
    ///
    /// # Errors
    /// [`Error::WrongPin`], [`Error::StoreNewer`], [`Error::StoreDamaged`], [`Error::Storage`].
    pub async fn unlock(&self, pin: &str, environment: Environment) -> Result<Workspace, Error> {
        self.open(pin, environment, Vault::unlock).await
    }

    /// Opening takes about half a second, on purpose: it is done on a thread of its own.
    async fn open(
        &self,
        pin: &str,
        environment: Environment,
        vault: impl FnOnce(&Path, &str) -> Result<Vault, Error> + Send + 'static,
    ) -> Result<Workspace, Error> {
        let (folder, pin) = (self.folder.clone(), zeroize::Zeroizing::new(pin.to_owned()));
        let (answer, opened) = oneshot::channel();
        std::thread::spawn(move || {
            let opened = vault(&folder, &pin)
                .and_then(|vault| open_store(&folder, vault, environment))
                .and_then(Workspace::start);
            // The screen that asked may be gone.
            drop(answer.send(opened));
        });
        opened
            .await
            .map_err(|_| Error::Internal("opening was broken off".into()))?
    }
}

fn open_store(folder: &Path, mut vault: Vault, environment: Environment) -> Result<Store, Error> {
    let known = vault.databases().next();
    let id = known.unwrap_or_else(|| uuid::Uuid::from_bytes(random()));
    let key = match vault.database_key(id) {
        Some(key) => key,
        None => vault.add_database(id)?,
    };
    let path = folder.join(format!("team-{}.db", id.simple()));
    Store::open(&path, &key.0, environment)
}

impl Workspace {
    /// Puts a store behind a handle.
    pub(crate) fn start(store: Store) -> Result<Self, Error> {
        let listeners = Listeners::default();
        let handle = StoreHandle::spawn(store, listeners.clone())?;
        Ok(Self::over(listeners, move |command| {
            let handle = handle.clone();
            Box::pin(async move { handle.run(move |store| store.answer(command)).await })
        }))
    }
}
