//! Threads.

use std::time::Duration;

use futures::channel::oneshot;

use crate::Error;

/// Runs the future that `make` makes on a thread of its own, which ends with it.
///
/// # Errors
/// [`Error::Internal`] when the system gives no thread.
pub(crate) fn spawn<F: Future<Output = ()>>(
    name: &str,
    make: impl FnOnce() -> F + Send + 'static,
) -> Result<(), Error> {
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
        .map(drop)
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
    std::thread::spawn(move || drop(answer.send(work())));
    done.await
        .map_err(|_| Error::Internal("the work was broken off".into()))?
}

/// Waits.
pub(crate) async fn sleep(time: Duration) {
    tokio::time::sleep(time).await;
}
