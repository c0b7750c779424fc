//! The thread that does what the machine decides: talks to servers, and to the store through its
//! handle. The store never waits for a server.

mod work;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use futures::channel::oneshot;
use tokio::sync::mpsc;

use super::transport::Transport;
use crate::call::{JoinTeam, Reply, StartTeam};
use crate::store::StoreHandle;
use crate::workspace::Listeners;
use crate::{Environment, Error, executor};
use work::Work;

/// Where the answer to a command goes: straight to whoever called.
pub(crate) type Waiter = oneshot::Sender<Result<Reply, Error>>;

/// What the user wants of the server.
#[derive(Debug)]
pub(crate) enum SyncCommand {
    /// Start a team. Answered once it is started and the first sync has been tried.
    StartTeam(StartTeam),
    /// Make an invitation.
    Invite,
    /// Join a team. Answered once it is joined and the first sync has been tried.
    JoinTeam(JoinTeam),
    /// Sync now.
    Sync {
        /// The user closes the day.
        close_day: bool,
    },
}

#[derive(Debug)]
enum Order {
    Command(SyncCommand, Waiter),
    Saved,
    CameToFront,
}

/// Reaches the sync thread. Cheap to clone; the thread ends when the last one is gone.
#[derive(Clone)]
pub(crate) struct SyncHandle {
    orders: mpsc::UnboundedSender<Order>,
    running: Arc<AtomicBool>,
}

impl std::fmt::Debug for SyncHandle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SyncHandle")
    }
}

impl SyncHandle {
    /// Starts the thread. It syncs at the first order; [`SyncHandle::came_to_front`] is one.
    pub(crate) fn spawn<T: Transport + Send + 'static>(
        store: StoreHandle,
        transport: T,
        listeners: Listeners,
        environment: Environment,
    ) -> Self {
        let (sender, orders) = mpsc::unbounded_channel();
        let handle = Self {
            orders: sender,
            running: Arc::default(),
        };
        let running = Arc::clone(&handle.running);
        let spawned = executor::spawn("voorveld-sync", move || {
            Work::new(store, transport, listeners, environment, running).run(orders)
        });
        if let Err(error) = spawned {
            tracing::error!("no sync: {error}");
        }
        handle
    }

    /// Does a command; its reply goes to `waiter`, whatever happens.
    pub(crate) fn command(&self, command: SyncCommand, waiter: Waiter) {
        if let Err(mpsc::error::SendError(Order::Command(_, waiter))) =
            self.orders.send(Order::Command(command, waiter))
        {
            let gone = Error::Internal("the sync's thread has ended".into());
            // Whoever asked may be gone by now; then nobody misses the answer.
            drop(waiter.send(Err(gone)));
        }
    }

    /// Something was saved: sync soon.
    pub(crate) fn saved(&self) {
        self.nudge(Order::Saved);
    }

    /// The app came to the front: sync now.
    pub(crate) fn came_to_front(&self) {
        self.nudge(Order::CameToFront);
    }

    /// A sync is under way.
    pub(crate) fn is_running(&self) -> bool {
        self.running.load(Ordering::Relaxed)
    }

    fn nudge(&self, order: Order) {
        // A thread that has ended has said so, and there is nothing to sync with any more.
        drop(self.orders.send(order));
    }
}

#[cfg(test)]
mod tests;
