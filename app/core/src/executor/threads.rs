//! Threads.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use futures::channel::oneshot;

use crate::Error;

/// The threads that hold a store or open one. SQLCipher's exit handler frees what they work with, so the
/// process must not end before they did.
static TO_JOIN: Mutex<Vec<JoinHandle<()>>> = Mutex::new(Vec::new());

fn to_join() -> MutexGuard<'static, Vec<JoinHandle<()>>> {
    // A list of handles has no state that a panic could leave half done.
    TO_JOIN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn note(thread: JoinHandle<()>) {
    let mut all = to_join();
    all.retain(|thread| !thread.is_finished());
    all.push(thread);
}

/// Waits for one of the threads that hold a store, or are opening one, to end. Answers whether there was
/// one.
pub(crate) fn join_one() -> bool {
    let Some(thread) = to_join().pop() else {
        return false;
    };
    if thread.join().is_err() {
        tracing::error!("a thread with a store ended in a panic");
    }
    true
}

/// As [`spawn`], for what holds a store: [`join_one`] waits for it.
///
/// # Errors
/// [`Error::Internal`] when the system gives no thread.
pub(crate) fn spawn_joined<F: Future<Output = ()>>(
    name: &str,
    make: impl FnOnce() -> F + Send + 'static,
) -> Result<(), Error> {
    thread(name, make).map(note)
}

/// Runs the future that `make` makes on a thread of its own, which ends with it.
///
/// # Errors
/// [`Error::Internal`] when the system gives no thread.
pub(crate) fn spawn<F: Future<Output = ()>>(
    name: &str,
    make: impl FnOnce() -> F + Send + 'static,
) -> Result<(), Error> {
    thread(name, make).map(drop)
}

fn thread<F: Future<Output = ()>>(
    name: &str,
    make: impl FnOnce() -> F + Send + 'static,
) -> Result<JoinHandle<()>, Error> {
    let body = move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        match runtime {
            Ok(runtime) => runtime.block_on(make()),
            Err(error) => tracing::error!("no runtime for a thread: {error}"),
        }
    };
    std::thread::Builder::new()
        .name(name.into())
        .spawn(body)
        .map_err(|e| Error::Internal(format!("no thread for {name}: {e}")))
}

/// Does something long without keeping the caller's thread.
///
/// # Errors
/// [`Error::Internal`] when it was broken off, and whatever it answers.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let (answer, done) = oneshot::channel();
    // Whoever asked may be gone by the time it is done.
    note(std::thread::spawn(move || drop(answer.send(work()))));
    done.await
        .map_err(|_| Error::Internal("the work was broken off".into()))?
}

/// Waits.
pub(crate) async fn sleep(time: Duration) {
    tokio::time::sleep(time).await;
}
