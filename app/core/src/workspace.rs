//! The handle through which everything outside this crate uses it.

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use futures::Stream;
use futures::channel::mpsc;
#[cfg(feature = "test-support")]
use futures::channel::oneshot;
use futures::future::BoxFuture;

use uuid::Uuid;

use crate::TeamId;
use crate::api::{Change, Request, RequestType, Response, TeamChoice};
use crate::error::Error;

pub(crate) type Answer = Result<Response, Error>;
type Answering = dyn Fn(Request) -> BoxFuture<'static, Answer> + Send + Sync;
type Switching = dyn Fn(TeamChoice) -> BoxFuture<'static, Result<Workspace, Error>> + Send + Sync;

/// A team's data on this phone. Cheap to clone; all clones share the same data.
///
/// Natively, one thread owns the store and another talks to the server, so that a request never blocks the
/// caller's thread.
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
    /// Two handles are equal if they share the same data.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.listeners.0, &other.listeners.0)
    }
}

impl Workspace {
    pub(crate) fn over(
        listeners: Listeners,
        answering: impl Fn(Request) -> BoxFuture<'static, Answer> + Send + Sync + 'static,
    ) -> Self {
        let alone = |_| -> BoxFuture<'static, _> { Box::pin(async { Err(Error::NotFound) }) };
        Self {
            answering: Arc::new(answering),
            listeners,
            team: TeamId(Uuid::nil()),
            switching: Arc::new(alone),
        }
    }

    /// Sets the team and the function that switches to another team on this phone.
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

    /// Creates a workspace without data, in which `answer` handles every request. For tests of screens.
    #[cfg(feature = "test-support")]
    pub fn answering(answer: impl Fn(Request) -> Answer + Send + 'static) -> Self {
        type Job = (Request, oneshot::Sender<Answer>);
        let (jobs, inbox) = std::sync::mpsc::channel::<Job>();
        std::thread::spawn(move || {
            while let Ok((request, reply)) = inbox.recv() {
                // The receiver is gone if the caller stopped waiting.
                drop(reply.send(answer(request)));
            }
        });
        Self::over(Listeners::default(), move |request| {
            let (reply, answer) = oneshot::channel();
            let sent = jobs.send((request, reply));
            Box::pin(async move {
                let gone = || Error::Internal("the answering thread has ended".into());
                sent.map_err(|_| gone())?;
                answer.await.map_err(|_| gone())?
            })
        })
    }

    /// Sets the team and a function that switches to another one. For tests of screens.
    #[cfg(feature = "test-support")]
    pub fn among(
        self,
        team: TeamId,
        switch: impl Fn(TeamChoice) -> Result<Self, Error> + Send + Sync + 'static,
    ) -> Self {
        self.of(team, move |choice| {
            Box::pin(std::future::ready(switch(choice)))
        })
    }

    /// Returns the team whose data this is.
    pub fn team(&self) -> TeamId {
        self.team
    }

    /// Switches to another team on this phone without asking for the PIN again. This team's store is
    /// closed before the other one is opened. After a switch, every request to this handle fails.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::StoreDamaged`], [`Error::StoreNewer`], [`Error::DiskFull`] or
    /// [`Error::Storage`]: this team is then opened again and the handle stays usable.
    /// [`Error::Internal`] if this team was closed already.
    pub async fn switch(&self, choice: TeamChoice) -> Result<Self, Error> {
        (self.switching)(choice).await
    }

    /// Sends a request and waits for its response.
    ///
    /// # Errors
    /// The [`Error`] of the request; stored data and drafts are then unchanged.
    pub async fn call<C: RequestType>(&self, request: C) -> Result<C::Response, Error> {
        let response = self.ask(request.into()).await?;
        C::unwrap(response).ok_or_else(|| Error::Internal("another request's response".into()))
    }

    /// Sends any request as a [`Request`].
    pub(crate) fn ask(&self, request: Request) -> BoxFuture<'static, Answer> {
        (self.answering)(request)
    }

    /// Returns a stream of the changes from now on.
    pub fn changes(&self) -> Changes {
        self.listeners.listen()
    }
}

/// A stream of changes; ends when the workspace is closed.
#[derive(Debug)]
pub struct Changes(mpsc::UnboundedReceiver<Change>);

impl Stream for Changes {
    type Item = Change;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Change>> {
        Pin::new(&mut self.0).poll_next(cx)
    }
}

/// The subscribers to changes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Listeners(Arc<Mutex<Vec<mpsc::UnboundedSender<Change>>>>);

impl Listeners {
    fn listen(&self) -> Changes {
        let (sender, receiver) = mpsc::unbounded();
        self.lock().push(sender);
        Changes(receiver)
    }

    /// Sends a change to all subscribers, dropping those that no longer listen.
    pub(crate) fn tell(&self, change: Change) {
        self.lock()
            .retain(|listener| listener.unbounded_send(change).is_ok());
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<mpsc::UnboundedSender<Change>>> {
        // A panic cannot leave the list half updated.
        self.0
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
