//! The sync thread: performs the machine's effects, talking to servers, and to the store through its
//! handle. The store never waits for a server.

mod event_loop;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use futures::channel::oneshot;
use tokio::sync::mpsc;

use super::transport::Transport;
use crate::api::{JoinTeam, Response, StartTeam};
use crate::store::StoreHandle;
use crate::workspace::Listeners;
use crate::{Environment, Error, executor};
use event_loop::EventLoop;

/// Receives the reply to a command.
pub(crate) type Waiter = oneshot::Sender<Result<Response, Error>>;

/// A command that needs the server.
#[derive(Debug)]
pub(crate) enum SyncCommand {
    /// Starts a team. Answered once it is started and the first sync has been attempted.
    StartTeam(StartTeam),
    /// Creates an invitation.
    Invite,
    /// Joins a team. Answered once it is joined and the first sync has been attempted.
    JoinTeam(JoinTeam),
    /// Syncs now.
    Sync {
        /// Whether the user closes the day.
        close_day: bool,
    },
}

#[derive(Debug)]
enum Order {
    Request(SyncCommand, Waiter),
    Saved,
    AppResumed,
}

/// Handle to the sync thread. Cheap to clone; the thread ends when the last clone is dropped.
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
    /// Spawns the thread. It stays idle until the first order, such as
    /// [`SyncHandle::came_to_front`].
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
            EventLoop::new(store, transport, listeners, environment, running).run(orders)
        });
        if let Err(error) = spawned {
            tracing::error!("no sync: {error}");
        }
        handle
    }

    /// Executes a command; the reply or an error always goes to `waiter`.
    pub(crate) fn command(&self, command: SyncCommand, waiter: Waiter) {
        if let Err(mpsc::error::SendError(Order::Request(_, waiter))) =
            self.orders.send(Order::Request(command, waiter))
        {
            let gone = Error::Internal("the sync's thread has ended".into());
            // The caller may have gone; its receiver is then closed.
            drop(waiter.send(Err(gone)));
        }
    }

    /// Schedules a sync soon after a save.
    pub(crate) fn saved(&self) {
        self.nudge(Order::Saved);
    }

    /// Syncs now because the app came to the foreground.
    pub(crate) fn came_to_front(&self) {
        self.nudge(Order::AppResumed);
    }

    /// Returns whether a sync is running.
    pub(crate) fn is_running(&self) -> bool {
        self.running.load(Ordering::Relaxed)
    }

    fn nudge(&self, order: Order) {
        // A failed send means that the thread has ended; there is nothing left to sync.
        drop(self.orders.send(order));
    }
}

#[cfg(test)]
mod tests;
