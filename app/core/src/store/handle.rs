//! Handles to the store's thread.

use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use futures::channel::{mpsc, oneshot};
use futures::future::{self, Either, Shared};
use futures::{FutureExt, StreamExt};

use super::Store;
use crate::workspace::Listeners;
use crate::{Error, executor};

type Job = Box<dyn FnOnce(&mut Store) + Send>;
type Jobs = mpsc::UnboundedSender<Job>;

/// Channels to all open stores of this process.
struct Stores {
    open: Vec<Weak<Jobs>>,
    /// Set when the process is ending: stores opened from now on are closed at once.
    ending: bool,
}

static STORES: Mutex<Stores> = Mutex::new(Stores {
    open: Vec::new(),
    ending: false,
});

fn stores() -> MutexGuard<'static, Stores> {
    // The list has no invariant that a panic could break.
    STORES.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Stores {
    fn add(&mut self, jobs: &Arc<Jobs>) {
        self.open.retain(|open| open.strong_count() > 0);
        self.open.push(Arc::downgrade(jobs));
        if self.ending {
            jobs.close_channel();
        }
    }

    fn end(&mut self) {
        self.ending = true;
        for jobs in self.open.drain(..).filter_map(|open| open.upgrade()) {
            jobs.close_channel();
        }
    }
}

/// Closes every store of this process and waits for their threads to end. Jobs already queued are run;
/// later ones fail. Must be the last thing a program does before it exits: SQLCipher tears itself down
/// in an exit handler, and a store still working at that moment would crash the process.
pub fn close_all() {
    stores().end();
    while executor::join_one() {}
}

/// A handle to the thread that owns the store. Jobs run one at a time, in queue order.
#[derive(Clone)]
pub(crate) struct StoreHandle {
    jobs: Arc<Jobs>,
    /// Never sends: it resolves when the store is dropped and its files are released.
    closed: Shared<oneshot::Receiver<()>>,
}

impl StoreHandle {
    /// Moves the store to its own thread, which ends when the last handle is dropped. Listeners are
    /// told of a job's changes once they are committed.
    ///
    /// # Errors
    /// [`Error::Internal`] if the thread cannot be spawned.
    pub(crate) fn spawn(mut store: Store, listeners: Listeners) -> Result<Self, Error> {
        let (sender, mut jobs) = mpsc::unbounded::<Job>();
        let (closing, closed) = oneshot::channel::<()>();
        executor::spawn_joined("voorveld-store", move || async move {
            let mut next = jobs.next().await;
            while let Some(job) = next {
                job(&mut store);
                for change in store.take_changes() {
                    listeners.tell(change);
                }
                next = match jobs.try_recv() {
                    Ok(job) => Some(job),
                    Err(_) => next_or_idle(&mut jobs, &mut store, &listeners).await,
                };
            }
            drop(store);
            drop(closing);
        })?;
        let jobs = Arc::new(sender);
        stores().add(&jobs);
        Ok(Self {
            jobs,
            closed: closed.shared(),
        })
    }

    /// Closes the store regardless of other handles: queued jobs are run, later ones fail. Returns once
    /// the files are released.
    pub(crate) async fn close(&self) {
        self.jobs.close_channel();
        if self.closed.clone().await == Ok(()) {
            unreachable!("it ends by being dropped");
        }
    }

    /// Runs a job on the store's thread and awaits its result.
    ///
    /// # Errors
    /// [`Error::Internal`] if the store's thread has ended; otherwise any error of the job.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Store) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (answer, result) = oneshot::channel();
        let gone = || Error::Internal("the store's thread has ended".into());
        self.jobs
            // If the caller is gone, its result is discarded.
            .unbounded_send(Box::new(move |store| drop(answer.send(job(store)))))
            .map_err(|_| gone())?;
        result.await.map_err(|_| gone())?
    }
}

/// Idle time before the store takes on longer maintenance.
const REST: Duration = Duration::from_secs(2);

/// Pause between two batches of maintenance, during which queued jobs take precedence.
const BETWEEN: Duration = Duration::from_millis(5);

/// Waits for the next job, and runs maintenance in batches until it arrives.
async fn next_or_idle(
    jobs: &mut mpsc::UnboundedReceiver<Job>,
    store: &mut Store,
    listeners: &Listeners,
) -> Option<Job> {
    while store.when_idle() {
        if let Either::Left((job, _)) =
            future::select(jobs.next(), pin!(executor::sleep(BETWEEN))).await
        {
            return job;
        }
    }
    for change in store.take_changes() {
        listeners.tell(change);
    }
    next_or_rest(jobs, store).await
}

/// Waits for the next job; after [`REST`] without one, checkpoints the journal first.
async fn next_or_rest(jobs: &mut mpsc::UnboundedReceiver<Job>, store: &mut Store) -> Option<Job> {
    let came = match future::select(jobs.next(), pin!(executor::sleep(REST))).await {
        Either::Left((job, _)) => Some(job),
        Either::Right(_) => None,
    };
    match came {
        Some(job) => job,
        None => {
            store.when_at_rest();
            jobs.next().await
        }
    }
}
