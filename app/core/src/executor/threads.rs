//! Background work on threads.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use futures::channel::oneshot;

use crate::Error;

/// The threads that hold or open a store. SQLCipher's exit handler frees memory they use, so the process
/// must not exit before they have ended.
static TO_JOIN: Mutex<Vec<JoinHandle<()>>> = Mutex::new(Vec::new());

fn to_join() -> MutexGuard<'static, Vec<JoinHandle<()>>> {
    // A panic cannot leave the list half updated.
    TO_JOIN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn note(thread: JoinHandle<()>) {
    let mut all = to_join();
    all.retain(|thread| !thread.is_finished());
    all.push(thread);
}

/// Waits for one of the threads that hold or open a store. Returns whether there was one.
pub(crate) fn join_one() -> bool {
    let Some(thread) = to_join().pop() else {
        return false;
    };
    if thread.join().is_err() {
        tracing::error!("a thread with a store ended in a panic");
    }
    true
}

/// The same as [`spawn`], for work that holds a store: [`join_one`] waits for it.
///
/// # Errors
/// [`Error::Internal`] if the thread cannot be spawned.
pub(crate) fn spawn_joined<F: Future<Output = ()>>(
    name: &str,
    make: impl FnOnce() -> F + Send + 'static,
) -> Result<(), Error> {
    thread(name, make).map(note)
}

/// Runs the future returned by `make` on a new thread, which ends with it.
///
/// # Errors
/// [`Error::Internal`] if the thread cannot be spawned.
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

/// Runs blocking work on a new thread, for which [`join_one`] waits.
///
/// # Errors
/// [`Error::Internal`] if the work panics; otherwise the error of the work.
pub(crate) async fn spawn_blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let (answer, done) = oneshot::channel();
    // The receiver is gone if the caller stopped waiting.
    note(std::thread::spawn(move || drop(answer.send(work()))));
    done.await
        .map_err(|_| Error::Internal("the work was broken off".into()))?
}

/// Sleeps without blocking the thread.
pub(crate) async fn sleep(time: Duration) {
    tokio::time::sleep(time).await;
}
