//! This phone's folder: is there a store, and opening it with the code.

mod answer;

use std::path::{Path, PathBuf};

use crate::crypto::{PinCost, Vault, random};
use crate::store::{Store, StoreHandle};
use crate::sync::{HttpTransport, SyncHandle};
use crate::workspace::Listeners;
use crate::{Environment, Error, Workspace, executor, files};
use answer::answer;

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

    /// Opens the store.
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
        vault(&folder, &pin)
            .and_then(|vault| open_store(&folder, vault, environment))
            .and_then(|store| Workspace::start(store, syncing))
    })
    .await
}

pub(crate) fn open_store(
    folder: &Path,
    mut vault: Vault,
    environment: Environment,
) -> Result<Store, Error> {
    let known = vault.databases().next();
    let id = known.unwrap_or_else(|| uuid::Uuid::from_bytes(random()));
    let key = match vault.database_key(id) {
        Some(key) => key,
        None => vault.add_database(id)?,
    };
    let path = folder.join(format!("team-{}.db", id.simple()));
    Store::open(&path, &key.0, environment)
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

impl Workspace {
    /// Puts a store behind a handle, with a thread that talks to the team's server.
    pub(crate) fn start(store: Store, syncing: Syncing) -> Result<Self, Error> {
        let listeners = Listeners::default();
        let environment = store.environment.clone();
        let store = StoreHandle::spawn(store, listeners.clone())?;
        let transport = HttpTransport::new()?;
        let sync = SyncHandle::spawn(store.clone(), transport, listeners.clone(), environment);
        let by_itself = syncing == Syncing::ByItself;
        if by_itself {
            sync.came_to_front();
        }
        Ok(Self::over(listeners, move |command| {
            let syncs = by_itself && command.is_shared_work();
            Box::pin(answer(store.clone(), sync.clone(), command, syncs))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::{CreateCase, ReadCases, Reply};
    use crate::view::CaseFilter;

    /// A store without its thread.
    fn opened(vault: Result<Vault, Error>, folder: &Path) -> Store {
        open_store(folder, vault.expect("a vault"), Environment::default()).expect("a store")
    }

    fn create(folder: &Path, pin: &str) -> Store {
        opened(Vault::create(folder, pin, PinCost::TEST), folder)
    }

    fn cases(store: &mut Store) -> u32 {
        let all = ReadCases {
            filter: CaseFilter::default(),
            skip: 0,
            limit: 9,
        };
        match store.answer(all.into()).expect("cases") {
            Reply::ReadCases(list) => list.total,
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn a_forgotten_code_costs_nothing_that_a_found_one_does_not_bring_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let phone = Phone::at(folder.path());
        phone.set_aside().await.expect("nothing to do yet");
        let mut first = create(folder.path(), "111111");
        let case = CreateCase { name: "G.".into() };
        first.answer(case.into()).expect("kept");
        drop(first);

        phone.set_aside().await.expect("set aside");
        assert!(!phone.has_store());
        assert_eq!(cases(&mut create(folder.path(), "222222")), 0);
        phone.set_aside().await.expect("set aside too");

        let at = |name: &str| folder.path().join(name);
        assert!(at("vault.aside-2.cbor").exists(), "neither over the other");
        std::fs::rename(at("vault.aside-1.cbor"), at("vault.cbor")).expect("put back");
        let mut found = opened(Vault::unlock(folder.path(), "111111"), folder.path());
        assert_eq!(cases(&mut found), 1);
    }
}
