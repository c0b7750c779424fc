//! The open store of one team with its sync thread, and switching to another team.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures::channel::oneshot;
use futures::future::Shared;

use super::Syncing;
use super::keyring::Keyring;
use super::repair::check_phone;
use crate::api::{AddReceipt, Request, Response, TeamChoice};
use crate::picture::Picture;
use crate::store::{self, Store, StoreHandle};
use crate::sync::{HttpTransport, SyncCommand, SyncHandle};
use crate::workspace::Listeners;
use crate::{Error, TeamId, Workspace, executor};

/// The entry point to one team's work. Empty once the team is closed, so that its pending requests
/// never reach another team.
pub(super) struct Session {
    ring: Arc<Keyring>,
    team: TeamId,
    listeners: Listeners,
    open: Mutex<Option<Open>>,
    /// Resolves when the store is open again, while its file is being replaced.
    mended: Mutex<Option<Mended>>,
}

pub(super) type Mended = Shared<oneshot::Receiver<()>>;

#[derive(Clone)]
pub(super) struct Open {
    store: StoreHandle,
    sync: SyncHandle,
}

impl Session {
    /// Wraps a store in a handle and starts its sync thread.
    ///
    /// # Errors
    /// [`Error::Internal`] when the store's thread or TLS cannot be set up.
    pub(super) fn new(ring: Arc<Keyring>, team: TeamId, store: Store) -> Result<Arc<Self>, Error> {
        let session = Self {
            ring,
            team,
            listeners: Listeners::default(),
            open: Mutex::new(None),
            mended: Mutex::new(None),
        };
        session.sit(store)?;
        Ok(Arc::new(session))
    }

    /// Returns the public handle.
    pub(super) fn workspace(self: Arc<Self>) -> Workspace {
        let listeners = self.listeners.clone();
        let (team, session) = (self.team, Arc::clone(&self));
        Workspace::over(listeners, move |request| {
            Box::pin(answer(Arc::clone(&self), request))
        })
        .of(team, move |choice| {
            Box::pin(switch(Arc::clone(&session), choice))
        })
    }

    pub(super) fn sit(&self, store: Store) -> Result<(), Error> {
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

    pub(super) fn syncs_by_itself(&self) -> bool {
        self.ring.syncing == Syncing::ByItself
    }

    /// Returns the open store; waits while its file is being replaced.
    pub(super) async fn now(&self) -> Result<Open, Error> {
        let mended = lock(&self.mended).clone();
        if let Some(mended) = mended
            && mended.await == Ok(())
        {
            unreachable!("it ends by being dropped");
        }
        self.open().clone().ok_or_else(closed)
    }

    /// Takes the store away to close it; requests wait until `mended` resolves.
    pub(super) fn close_until(&self, mended: Mended) -> Result<Open, Error> {
        let mut open = self.open();
        let taken = open.take().ok_or_else(closed)?;
        *lock(&self.mended) = Some(mended);
        Ok(taken)
    }

    pub(super) fn ring(&self) -> &Keyring {
        &self.ring
    }

    pub(super) fn team(&self) -> TeamId {
        self.team
    }

    fn open(&self) -> MutexGuard<'_, Option<Open>> {
        lock(&self.open)
    }
}

impl Open {
    pub(super) fn into_parts(self) -> (StoreHandle, SyncHandle) {
        (self.store, self.sync)
    }
}

fn lock<T>(option: &Mutex<T>) -> MutexGuard<'_, T> {
    // Poisoning is harmless: the option is always either set or empty.
    option.lock().unwrap_or_else(PoisonError::into_inner)
}

fn closed() -> Error {
    Error::Internal("this team is closed".into())
}

/// Switches to another team. This team's store and sync are closed before the other store is opened;
/// when that fails, this one is reopened.
async fn switch(session: Arc<Session>, choice: TeamChoice) -> Result<Workspace, Error> {
    let left = session
        .now()
        .await?
        .store
        .run(|store| store.team_summary())
        .await?;
    let team = {
        let (session, left) = (Arc::clone(&session), left.clone());
        executor::spawn_blocking(move || session.ring.choose(choice, session.team, &left)).await?
    };
    if team == session.team {
        return Ok(session.workspace());
    }
    let leaving = session.open().take();
    let Some(Open { store, sync }) = leaving else {
        return Err(Error::Internal("this team is being left already".into()));
    };
    drop(sync);
    store.close().await;
    executor::spawn_blocking(move || {
        let ring = Arc::clone(&session.ring);
        let opened = ring.open(team.0).and_then(|mut store| {
            if !store.team_summary()?.touched {
                store.begin_with(left.settings)?;
            }
            Session::new(Arc::clone(&ring), team, store)
        });
        match opened {
            Ok(next) => {
                ring.moved(session.team, left, team);
                Ok(next.workspace())
            }
            Err(error) => {
                let again = ring.open(session.team.0);
                if let Err(worse) = again.and_then(|store| session.sit(store)) {
                    tracing::error!(%worse, "the team that was left does not open any more");
                }
                Err(error)
            }
        }
    })
    .await
}

/// Dispatches a request to the sync thread or the store.
async fn answer(session: Arc<Session>, request: Request) -> Result<Response, Error> {
    let Open { store, sync } = session.now().await?;
    let order = match request {
        Request::StartTeam(request) => SyncCommand::StartTeam(request),
        Request::Invite(_) => SyncCommand::Invite,
        Request::JoinTeam(request) => SyncCommand::JoinTeam(request),
        Request::Sync(request) => SyncCommand::Sync {
            close_day: request.close_day,
        },
        Request::AppResumed(_) => {
            sync.came_to_front();
            return Ok(Response::AppResumed(()));
        }
        Request::AddReceipt(request) => {
            let syncs = session.syncs_by_itself();
            return add_receipt(&store, &sync, request, syncs).await;
        }
        Request::CheckPhone(_) => {
            drop((store, sync));
            return check_phone(session).await.map(Response::CheckPhone);
        }
        Request::ReadTeams(_) => {
            let now = store.run(|store| store.team_summary()).await?;
            return Ok(Response::ReadTeams(session.ring.teams(session.team, now)));
        }
        request => {
            let syncs = session.syncs_by_itself() && request.is_shared_work();
            return from_store(&store, &sync, request, syncs).await;
        }
    };
    let (waiter, reply) = oneshot::channel();
    sync.command(order, waiter);
    // A pending server request must not keep the store open: the app may be locked meanwhile.
    drop((store, sync, session));
    reply
        .await
        .map_err(|_| Error::Internal("the sync's thread has ended".into()))?
}

async fn from_store(
    store: &StoreHandle,
    sync: &SyncHandle,
    request: Request,
    syncs: bool,
) -> Result<Response, Error> {
    let mut reply = store.run(move |store| store.dispatch(request)).await?;
    match &mut reply {
        Response::ReadToday(today) => today.sync.running = sync.is_running(),
        Response::ReadTeam(team) => team.sync.running = sync.is_running(),
        _ if syncs => sync.saved(),
        _ => {}
    }
    Ok(reply)
}

/// Scales the photo down off the store's thread, which keeps serving other requests.
async fn add_receipt(
    store: &StoreHandle,
    sync: &SyncHandle,
    request: AddReceipt,
    syncs: bool,
) -> Result<Response, Error> {
    let photo = executor::spawn_blocking(move || Picture::prepare(&request.picture)).await?;
    let (case, expense) = (request.case, request.expense);
    let receipt = store
        .run(move |store| {
            store.atomically(|store| store::add_receipt(store, case, expense, &photo))
        })
        .await?;
    if syncs {
        sync.saved();
    }
    Ok(Response::AddReceipt(receipt))
}
