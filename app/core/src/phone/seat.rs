//! The open store of one team with its sync thread, and switching to another team.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures::channel::oneshot;

use super::Syncing;
use super::keyring::Keyring;
use crate::call::{AddReceipt, Command, Reply, TeamChoice};
use crate::picture::Picture;
use crate::store::{Store, StoreHandle};
use crate::sync::{HttpTransport, SyncCommand, SyncHandle};
use crate::workspace::Listeners;
use crate::{Error, TeamId, Workspace, executor};

/// The entry point to one team's work. Empty once the team is closed, so that its pending calls
/// never reach another team.
pub(super) struct Seat {
    ring: Arc<Keyring>,
    team: TeamId,
    listeners: Listeners,
    open: Mutex<Option<Open>>,
}

#[derive(Clone)]
struct Open {
    store: StoreHandle,
    sync: SyncHandle,
}

impl Seat {
    /// Wraps a store in a handle and starts its sync thread.
    ///
    /// # Errors
    /// [`Error::Internal`] when the store's thread or TLS cannot be set up.
    pub(super) fn new(ring: Arc<Keyring>, team: TeamId, store: Store) -> Result<Arc<Self>, Error> {
        let seat = Self {
            ring,
            team,
            listeners: Listeners::default(),
            open: Mutex::new(None),
        };
        seat.sit(store)?;
        Ok(Arc::new(seat))
    }

    /// Returns the public handle.
    pub(super) fn workspace(self: Arc<Self>) -> Workspace {
        let listeners = self.listeners.clone();
        let (team, seat) = (self.team, Arc::clone(&self));
        Workspace::over(listeners, move |command| {
            Box::pin(answer(Arc::clone(&self), command))
        })
        .of(team, move |choice| {
            Box::pin(switch(Arc::clone(&seat), choice))
        })
    }

    fn sit(&self, store: Store) -> Result<(), Error> {
        let environment = store.environment.clone();
        let store = StoreHandle::spawn(store, self.listeners.clone())?;
        let transport = HttpTransport::new()?;
        let listeners = self.listeners.clone();
        let sync = SyncHandle::spawn(store.clone(), transport, listeners, environment);
        if self.syncs_by_itself() {
            sync.came_to_front();
        }
        *self.open() = Some(Open { store, sync });
        Ok(())
    }

    fn syncs_by_itself(&self) -> bool {
        self.ring.syncing == Syncing::ByItself
    }

    fn now(&self) -> Result<Open, Error> {
        let closed = || Error::Internal("this team is closed".into());
        self.open().clone().ok_or_else(closed)
    }

    fn open(&self) -> MutexGuard<'_, Option<Open>> {
        // Poisoning is harmless: the option is always either set or empty.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Switches to another team. This team's store and sync are closed before the other store is opened;
/// when that fails, this one is reopened.
async fn switch(seat: Arc<Seat>, choice: TeamChoice) -> Result<Workspace, Error> {
    let left = seat.now()?.store.run(|store| store.left()).await?;
    let team = {
        let (seat, left) = (Arc::clone(&seat), left.clone());
        executor::aside(move || seat.ring.choose(choice, seat.team, &left)).await?
    };
    if team == seat.team {
        return Ok(seat.workspace());
    }
    let leaving = seat.open().take();
    let Some(Open { store, sync }) = leaving else {
        return Err(Error::Internal("this team is being left already".into()));
    };
    drop(sync);
    store.close().await;
    executor::aside(move || {
        let ring = Arc::clone(&seat.ring);
        let opened = ring.open(team.0).and_then(|mut store| {
            if !store.left()?.touched {
                store.begin_with(left.settings)?;
            }
            Seat::new(Arc::clone(&ring), team, store)
        });
        match opened {
            Ok(next) => {
                ring.moved(seat.team, left, team);
                Ok(next.workspace())
            }
            Err(error) => {
                let again = ring.open(seat.team.0);
                if let Err(worse) = again.and_then(|store| seat.sit(store)) {
                    tracing::error!(%worse, "the team that was left does not open any more");
                }
                Err(error)
            }
        }
    })
    .await
}

/// Dispatches a command to the sync thread or the store.
async fn answer(seat: Arc<Seat>, command: Command) -> Result<Reply, Error> {
    let Open { store, sync } = seat.now()?;
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
        Command::AddReceipt(call) => {
            let syncs = seat.syncs_by_itself();
            return add_receipt(&store, &sync, call, syncs).await;
        }
        Command::ReadTeams(_) => {
            let now = store.run(|store| store.left()).await?;
            return Ok(Reply::ReadTeams(seat.ring.teams(seat.team, now)));
        }
        command => {
            let syncs = seat.syncs_by_itself() && command.is_shared_work();
            return from_store(&store, &sync, command, syncs).await;
        }
    };
    let (waiter, reply) = oneshot::channel();
    sync.command(order, waiter);
    // A pending server request must not keep the store open: the app may be locked meanwhile.
    drop((store, sync, seat));
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

/// Scales the photo down off the store's thread, which keeps serving other calls.
async fn add_receipt(
    store: &StoreHandle,
    sync: &SyncHandle,
    call: AddReceipt,
    syncs: bool,
) -> Result<Reply, Error> {
    let photo = executor::aside(move || Picture::prepare(&call.picture)).await?;
    let (case, expense) = (call.case, call.expense);
    let reply = store.run(move |store| store.answer_receipt(case, expense, &photo));
    let reply = reply.await?;
    if syncs {
        sync.saved();
    }
    Ok(reply)
}
