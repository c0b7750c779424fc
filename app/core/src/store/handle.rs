//! The way to the store from other threads.

use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use futures::channel::{mpsc, oneshot};
use futures::future::{self, Either, Shared};
use futures::{FutureExt, StreamExt};

use super::Store;
use crate::workspace::Listeners;
use crate::{Error, executor};

type Errand = Box<dyn FnOnce(&mut Store) + Send>;
type Errands = mpsc::UnboundedSender<Errand>;

/// The ways to all stores of this process.
struct Stores {
    open: Vec<Weak<Errands>>,
    /// The process ends: what is opened now is closed at once.
    ending: bool,
}

static STORES: Mutex<Stores> = Mutex::new(Stores {
    open: Vec::new(),
    ending: false,
});

fn stores() -> MutexGuard<'static, Stores> {
    // A list of ways has no state that a panic could leave half done.
    STORES.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Stores {
    fn add(&mut self, errands: &Arc<Errands>) {
        self.open.retain(|open| open.strong_count() > 0);
        self.open.push(Arc::downgrade(errands));
        if self.ending {
            errands.close_channel();
        }
    }

    fn end(&mut self) {
        self.ending = true;
        for errands in self.open.drain(..).filter_map(|open| open.upgrade()) {
            errands.close_channel();
        }
    }
}

/// Closes every store of this process and waits until their threads have ended. What was sent to them is
/// done before, what is sent later hears that they are closed. The last thing a program does before it
/// ends: SQLCipher takes itself apart in an exit handler, and a store that works meanwhile would take the
/// process down with it.
pub fn close_all() {
    stores().end();
    while executor::join_one() {}
}

/// Reaches the thread that owns the store. Errands are run one by one, in the order they come.
#[derive(Clone)]
pub(crate) struct StoreHandle {
    errands: Arc<Errands>,
    /// Never sends: it is done when the store is closed and its files are free.
    closed: Shared<oneshot::Receiver<()>>,
}

impl StoreHandle {
    /// Gives the store a thread of its own, which ends when the last handle is gone. What an errand
    /// changed is told to the listeners once it is durable.
    ///
    /// # Errors
    /// [`Error::Internal`] when the system gives no thread.
    pub(crate) fn spawn(mut store: Store, listeners: Listeners) -> Result<Self, Error> {
        let (sender, mut errands) = mpsc::unbounded::<Errand>();
        let (closing, closed) = oneshot::channel::<()>();
        executor::spawn_joined("voorveld-store", move || async move {
            let mut next = errands.next().await;
            while let Some(errand) = next {
                errand(&mut store);
                for change in store.take_changes() {
                    listeners.tell(change);
                }
                next = match errands.try_recv() {
                    Ok(errand) => Some(errand),
                    Err(_) => next_or_idle(&mut errands, &mut store, &listeners).await,
                };
            }
            drop(store);
            drop(closing);
        })?;
        let errands = Arc::new(sender);
        stores().add(&errands);
        Ok(Self {
            errands,
            closed: closed.shared(),
        })
    }

    /// Closes the store, whoever still has a handle: errands that were sent are run, later ones hear
    /// that it has ended. Returns when its files are free.
    pub(crate) async fn close(&self) {
        self.errands.close_channel();
        if self.closed.clone().await == Ok(()) {
            unreachable!("it ends by being dropped");
        }
    }

    /// Runs something on the store's thread and waits for what comes of it.
    ///
    /// # Errors
    /// [`Error::Internal`] when that thread is gone, and whatever the errand answers.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        errand: impl FnOnce(&mut Store) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (answer, result) = oneshot::channel();
        let gone = || Error::Internal("the store's thread has ended".into());
        self.errands
            // Whoever asked may be gone by now; then nobody misses the answer.
            .unbounded_send(Box::new(move |store| drop(answer.send(errand(store)))))
            .map_err(|_| gone())?;
        result.await.map_err(|_| gone())?
    }
}

/// After so long without an errand the store has time for what takes some.
const REST: Duration = Duration::from_secs(2);

/// Between two pieces of work that can wait, whoever comes is served first.
const BETWEEN: Duration = Duration::from_millis(5);

/// The next errand. Until it comes, the store does what can wait, in pieces.
async fn next_or_idle(
    errands: &mut mpsc::UnboundedReceiver<Errand>,
    store: &mut Store,
    listeners: &Listeners,
) -> Option<Errand> {
    while store.when_idle() {
        if let Either::Left((errand, _)) =
            future::select(errands.next(), pin!(executor::sleep(BETWEEN))).await
        {
            return errand;
        }
    }
    for change in store.take_changes() {
        listeners.tell(change);
    }
    next_or_rest(errands, store).await
}

/// The next errand. When none comes for a while, the store does what would hold one up.
async fn next_or_rest(
    errands: &mut mpsc::UnboundedReceiver<Errand>,
    store: &mut Store,
) -> Option<Errand> {
    let came = match future::select(errands.next(), pin!(executor::sleep(REST))).await {
        Either::Left((errand, _)) => Some(errand),
        Either::Right(_) => None,
    };
    match came {
        Some(errand) => errand,
        None => {
            store.when_at_rest();
            errands.next().await
        }
    }
}
