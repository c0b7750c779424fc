//! The one handle through which everything outside reaches the casework.

use std::pin::Pin;
use std::sync::{Arc, Mutex, mpsc};
use std::task::{Context, Poll};

use futures::Stream;
use futures::channel::{mpsc as async_mpsc, oneshot};
use futures::future::BoxFuture;

use uuid::Uuid;

use crate::TeamId;
use crate::call::{Call, Change, Command, Reply, TeamChoice};
use crate::error::Error;

pub(crate) type Answer = Result<Reply, Error>;
type Answering = dyn Fn(Command) -> BoxFuture<'static, Answer> + Send + Sync;
type Switching = dyn Fn(TeamChoice) -> BoxFuture<'static, Result<Workspace, Error>> + Send + Sync;

/// A team's work on this phone. Cheap to clone; every clone reaches the same data.
///
/// Behind it one thread owns the store and another one talks to the server, so a call never blocks
/// the caller's thread.
#[derive(Clone)]
pub struct Workspace {
    answering: Arc<Answering>,
    listeners: Listeners,
    team: TeamId,
    switching: Arc<Switching>,
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
    pub(crate) fn over(
        listeners: Listeners,
        answering: impl Fn(Command) -> BoxFuture<'static, Answer> + Send + Sync + 'static,
    ) -> Self {
        let alone = |_| -> BoxFuture<'static, _> { Box::pin(async { Err(Error::NotFound) }) };
        Self {
            answering: Arc::new(answering),
            listeners,
            team: TeamId(Uuid::nil()),
            switching: Arc::new(alone),
        }
    }

    /// The same for this team, with a way to the others of this phone.
    pub(crate) fn of(
        self,
        team: TeamId,
        switching: impl Fn(TeamChoice) -> BoxFuture<'static, Result<Self, Error>>
        + Send
        + Sync
        + 'static,
    ) -> Self {
        Self {
            team,
            switching: Arc::new(switching),
            ..self
        }
    }

    /// A workspace without data behind it: `answer` answers every call. For tests of screens.
    pub fn answering(answer: impl Fn(Command) -> Answer + Send + 'static) -> Self {
        let (errands, inbox) = mpsc::channel::<(Command, oneshot::Sender<Answer>)>();
        std::thread::spawn(move || {
            while let Ok((command, reply)) = inbox.recv() {
                // Whoever asked may be gone by now; then nobody misses the answer.
                drop(reply.send(answer(command)));
            }
        });
        Self::over(Listeners::default(), move |command| {
            let (reply, answer) = oneshot::channel();
            let sent = errands.send((command, reply));
            Box::pin(async move {
                let gone = || Error::Internal("the answering thread has ended".into());
                sent.map_err(|_| gone())?;
                answer.await.map_err(|_| gone())?
            })
        })
    }

    /// The same for this team, with others beside it. For tests of screens.
    pub fn among(
        self,
        team: TeamId,
        switch: impl Fn(TeamChoice) -> Result<Self, Error> + Send + Sync + 'static,
    ) -> Self {
        self.of(team, move |choice| {
            Box::pin(std::future::ready(switch(choice)))
        })
    }

    /// Whose work this is.
    pub fn team(&self) -> TeamId {
        self.team
    }

    /// Goes to another team of this phone, without asking the code again. This team's store is closed
    /// before the other one is opened: from then on every call to this handle fails.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::StoreDamaged`], [`Error::StoreNewer`], [`Error::DiskFull`],
    /// [`Error::Storage`]: this team is open still.
    pub async fn switch(&self, choice: TeamChoice) -> Result<Self, Error> {
        (self.switching)(choice).await
    }

    /// Asks or commands something.
    ///
    /// # Errors
    /// Whatever [`Error`] fits the call; data and draft then stand as before.
    pub async fn call<C: Call>(&self, call: C) -> Result<C::Reply, Error> {
        let reply = self.ask(call.into()).await?;
        C::unwrap(reply).ok_or_else(|| Error::Internal("another call's reply".into()))
    }

    /// Any call, in its envelope.
    pub(crate) fn ask(&self, command: Command) -> BoxFuture<'static, Answer> {
        (self.answering)(command)
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
