//! This phone's folder: is there a store, and opening it with the code.

use std::path::{Path, PathBuf};

use futures::channel::oneshot;

use crate::call::{Command, Reply};
use crate::crypto::{PinCost, Vault, random};
use crate::store::{Store, StoreHandle};
use crate::sync::{HttpTransport, SyncCommand, SyncHandle};
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

    #[cfg(feature = "sample")]
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
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
        self.open(pin, environment, Syncing::ByItself, |folder, pin| {
            make_folder(folder)?;
            Vault::create(folder, pin, PinCost::PHONE)
        })
        .await
    }

    /// Opens the store.
    ///
    /// # Errors
    /// [`Error::WrongPin`], [`Error::StoreNewer`], [`Error::StoreDamaged`], [`Error::Storage`].
    pub async fn unlock(&self, pin: &str, environment: Environment) -> Result<Workspace, Error> {
        self.open(pin, environment, Syncing::ByItself, Vault::unlock)
            .await
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
        self.open(pin, environment, Syncing::ByHand, Vault::unlock)
            .await
    }

    /// Opening takes about half a second, on purpose: it is done on a thread of its own.
    async fn open(
        &self,
        pin: &str,
        environment: Environment,
        syncing: Syncing,
        vault: impl FnOnce(&Path, &str) -> Result<Vault, Error> + Send + 'static,
    ) -> Result<Workspace, Error> {
        let (folder, pin) = (self.folder.clone(), zeroize::Zeroizing::new(pin.to_owned()));
        let (answer, opened) = oneshot::channel();
        std::thread::spawn(move || {
            let opened = vault(&folder, &pin)
                .and_then(|vault| open_store(&folder, vault, environment))
                .and_then(|store| Workspace::start(store, syncing));
            // The screen that asked may be gone.
            drop(answer.send(opened));
        });
        opened
            .await
            .map_err(|_| Error::Internal("opening was broken off".into()))?
    }
}

/// Makes the phone's folder; nobody else of this machine may look into it.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Error> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|e| Error::Storage(e.to_string()))
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

/// Sends a call to whoever answers it.
async fn answer(
    store: StoreHandle,
    sync: SyncHandle,
    command: Command,
    syncs: bool,
) -> Result<Reply, Error> {
    let order = match command {
        Command::StartTeam(call) => SyncCommand::StartTeam(call),
        Command::Invite(_) => SyncCommand::Invite,
        Command::JoinTeam(call) => SyncCommand::JoinTeam(call),
        Command::Sync(call) => SyncCommand::Sync {
            close_day: call.close_day,
        },
        Command::CameToFront(_) => {
            sync.came_to_front();
            return Ok(Reply::CameToFront(()));
        }
        command => return from_store(&store, &sync, command, syncs).await,
    };
    let (waiter, reply) = oneshot::channel();
    sync.command(order, waiter);
    reply
        .await
        .map_err(|_| Error::Internal("the sync's thread has ended".into()))?
}

async fn from_store(
    store: &StoreHandle,
    sync: &SyncHandle,
    command: Command,
    syncs: bool,
) -> Result<Reply, Error> {
    let mut reply = store.run(move |store| store.answer(command)).await?;
    match &mut reply {
        Reply::ReadToday(today) => today.sync.running = sync.is_running(),
        Reply::ReadTeam(team) => team.sync.running = sync.is_running(),
        _ if syncs => sync.saved(),
        _ => {}
    }
    Ok(reply)
}
