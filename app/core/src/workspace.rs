//! The one handle through which everything outside reaches the casework.

use std::pin::Pin;
use std::sync::{Arc, Mutex, mpsc};
use std::task::{Context, Poll};

use futures::Stream;
use futures::channel::{mpsc as async_mpsc, oneshot};

use crate::call::{Call, Change, Command, Reply};
use crate::error::Error;

type Answer = Result<Reply, Error>;

/// A command on its way to the thread that owns the data.
pub(crate) struct Errand {
    pub(crate) command: Command,
    pub(crate) answer: oneshot::Sender<Answer>,
}

/// A team's work on this phone. Cheap to clone; every clone reaches the same data.
///
/// Behind it one thread owns the store, so a call never blocks the caller's thread.
#[derive(Clone)]
pub struct Workspace {
    errands: mpsc::Sender<Errand>,
    listeners: Listeners,
}

impl std::fmt::Debug for Workspace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Workspace")
    }
}

impl PartialEq for Workspace {
    /// Two handles are equal when they reach the same data.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.listeners.0, &other.listeners.0)
    }
}

impl Workspace {
    pub(crate) fn over(errands: mpsc::Sender<Errand>, listeners: Listeners) -> Self {
        Self { errands, listeners }
    }

    /// A workspace without data behind it: `answer` answers every call. For tests of screens.
    pub fn answering(answer: impl Fn(Command) -> Answer + Send + 'static) -> Self {
        let (errands, inbox) = mpsc::channel::<Errand>();
        std::thread::spawn(move || {
            while let Ok(errand) = inbox.recv() {
                // Whoever asked may be gone by now; then nobody misses the answer.
                drop(errand.answer.send(answer(errand.command)));
            }
        });
        Self::over(errands, Listeners::default())
    }

    /// Asks or commands something.
    ///
    /// # Errors
    /// Whatever [`Error`] fits the call; data and draft then stand as before.
    pub async fn call<C: Call>(&self, call: C) -> Result<C::Reply, Error> {
        let (answer, reply) = oneshot::channel();
        let gone = || Error::Internal("the store's thread has ended".into());
        self.errands
            .send(Errand {
                command: call.into(),
                answer,
            })
            .map_err(|_| gone())?;
        let reply = reply.await.map_err(|_| gone())??;
        C::unwrap(reply).ok_or_else(|| Error::Internal("another call's reply".into()))
    }

    /// What changes from now on.
    pub fn changes(&self) -> Changes {
        self.listeners.listen()
    }
}

/// A stream of changes; ends when the workspace is closed.
#[derive(Debug)]
pub struct Changes(async_mpsc::UnboundedReceiver<Change>);

impl Stream for Changes {
    type Item = Change;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Change>> {
        Pin::new(&mut self.0).poll_next(cx)
    }
}

/// Those who want to hear of changes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Listeners(Arc<Mutex<Vec<async_mpsc::UnboundedSender<Change>>>>);

impl Listeners {
    fn listen(&self) -> Changes {
        let (sender, receiver) = async_mpsc::unbounded();
        self.lock().push(sender);
        Changes(receiver)
    }

    /// Tells everybody, and forgets those who no longer listen.
    pub(crate) fn tell(&self, change: Change) {
        self.lock()
            .retain(|listener| listener.unbounded_send(change).is_ok());
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<async_mpsc::UnboundedSender<Change>>> {
        // A listener list has no state that a panic could leave half done.
        self.0
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
