//! The writer thread. It commits queued writes together in one transaction, each under its own
//! savepoint, and answers none of them before the transaction is durable.

use std::{
    fs::File,
    sync::{Mutex, PoisonError},
    thread::{self, JoinHandle},
};

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use crate::StoreError;

/// A handle to the writer thread.
#[derive(Debug)]
pub(super) struct Writer {
    jobs: Mutex<Option<mpsc::Sender<Box<dyn Job>>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// Starts the thread, which owns the connection and the lock until it ends.
    pub(super) fn start(
        connection: Connection,
        lock: File,
        queue: usize,
        batch: usize,
    ) -> Result<Self, super::OpenError> {
        let (sender, receiver) = mpsc::channel(queue.max(1));
        let thread = thread::Builder::new()
            .name("store writer".into())
            .spawn(move || {
                serve(&connection, receiver, batch.max(1));
                drop(connection);
                drop(lock);
            })
            .map_err(|error| super::OpenError::Folder {
                path: "store writer".into(),
                error,
            })?;
        Ok(Self {
            jobs: Mutex::new(Some(sender)),
            thread: Mutex::new(Some(thread)),
        })
    }

    /// Queues a write and waits until it is durable. The write may run again after another one
    /// failed the batch, so it must have no effects outside the database.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        write: impl Fn(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Typed {
            write,
            reply,
            outcome: None,
        });
        self.sender()?.try_send(job).map_err(|e| match e {
            mpsc::error::TrySendError::Full(_) => StoreError::Busy,
            mpsc::error::TrySendError::Closed(_) => gone(),
        })?;
        answer.await.map_err(|_| gone())?
    }

    /// Checks that the thread is running.
    pub(super) fn probe(&self) -> Result<(), StoreError> {
        if self.sender()?.is_closed() {
            Err(gone())
        } else {
            Ok(())
        }
    }

    /// Lets the thread finish the queued writes, and joins it.
    pub(super) async fn close(&self) -> Result<(), StoreError> {
        let Some(thread) = self.hang_up() else {
            return Ok(());
        };
        tokio::task::spawn_blocking(move || thread.join())
            .await
            .map_err(|e| StoreError::Storage(e.to_string()))?
            .map_err(|_| StoreError::Storage("the writer failed".into()))
    }

    fn sender(&self) -> Result<mpsc::Sender<Box<dyn Job>>, StoreError> {
        let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.clone().ok_or_else(gone)
    }

    fn hang_up(&self) -> Option<JoinHandle<()>> {
        drop(take(&self.jobs));
        take(&self.thread)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if let Some(thread) = self.hang_up()
            && thread.join().is_err()
        {
            tracing::error!("the store's writer ended in a panic");
        }
    }
}

/// A queued write, with its result type erased.
trait Job: Send {
    /// Runs the write; returns whether to keep its changes.
    fn run(&mut self, connection: &Connection) -> bool;
    /// Records that the transaction failed, unless the write itself already failed.
    fn fail(&mut self, error: &StoreError);
    /// Sends the outcome to the caller.
    fn answer(self: Box<Self>);
}

struct Typed<F, T> {
    write: F,
    reply: oneshot::Sender<Result<T, StoreError>>,
    outcome: Option<Result<T, StoreError>>,
}

impl<T: Send, F> Job for Typed<F, T>
where
    F: Fn(&Connection) -> Result<T, StoreError> + Send,
{
    fn run(&mut self, connection: &Connection) -> bool {
        let outcome = (self.write)(connection);
        let keep = outcome.is_ok();
        self.outcome = Some(outcome);
        keep
    }

    fn fail(&mut self, error: &StoreError) {
        if !matches!(self.outcome, Some(Err(_))) {
            self.outcome = Some(Err(error.clone()));
        }
    }

    fn answer(self: Box<Self>) {
        let outcome = self.outcome.unwrap_or_else(|| Err(gone()));
        // The caller may have been cancelled; its write stands.
        drop(self.reply.send(outcome));
    }
}

fn serve(connection: &Connection, mut jobs: mpsc::Receiver<Box<dyn Job>>, batch: usize) {
    let mut together = Vec::with_capacity(batch);
    while jobs.blocking_recv_many(&mut together, batch) > 0 {
        if commit(connection, &mut together).is_err() {
            // One job may have failed the batch: retry each in its own transaction.
            for one in together.chunks_mut(1) {
                if let Err(error) = commit(connection, one) {
                    tracing::error!(%error, "a write failed");
                    one.iter_mut().for_each(|job| job.fail(&error));
                }
            }
        }
        together.drain(..).for_each(Job::answer);
    }
    // Every write is durable already; the checkpoint only speeds up the next start.
    if let Err(error) = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())) {
        tracing::warn!(%error, "no checkpoint at the end");
    }
}

/// Runs the jobs in one transaction. On an error none of their changes is kept.
fn commit(connection: &Connection, jobs: &mut [Box<dyn Job>]) -> Result<(), StoreError> {
    let done = try_commit(connection, jobs);
    if done.is_err() && !connection.is_autocommit() {
        connection.execute_batch("ROLLBACK")?;
    }
    done
}

fn try_commit(connection: &Connection, jobs: &mut [Box<dyn Job>]) -> Result<(), StoreError> {
    step(connection, "BEGIN IMMEDIATE")?;
    for job in jobs {
        step(connection, "SAVEPOINT job")?;
        if !job.run(connection) {
            // On a full disk SQLite may have rolled back the whole transaction by itself.
            if connection.is_autocommit() {
                return Err(StoreError::Storage("the transaction was undone".into()));
            }
            step(connection, "ROLLBACK TO job")?;
        }
        step(connection, "RELEASE job")?;
    }
    step(connection, "COMMIT")
}

fn step(connection: &Connection, sql: &str) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}

fn take<T>(slot: &Mutex<Option<T>>) -> Option<T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner).take()
}

fn gone() -> StoreError {
    StoreError::Storage("the store is closed".into())
}
