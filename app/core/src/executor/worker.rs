//! Background work as tasks of a web worker. The worker has a single thread, so blocking work delays
//! other tasks, but never the page.

use std::time::Duration;

use crate::Error;

/// Runs the future returned by `make` as a task.
///
/// # Errors
/// None; the signature matches that of the native version.
pub(crate) fn spawn<F: Future<Output = ()> + 'static>(
    _name: &str,
    make: impl FnOnce() -> F + Send + 'static,
) -> Result<(), Error> {
    wasm_bindgen_futures::spawn_local(make());
    Ok(())
}

/// The same as [`spawn`]: a worker has no exit handler to wait for.
///
/// # Errors
/// None.
pub(crate) fn spawn_joined<F: Future<Output = ()> + 'static>(
    name: &str,
    make: impl FnOnce() -> F + Send + 'static,
) -> Result<(), Error> {
    spawn(name, make)
}

/// Returns `false`: there are no threads to wait for.
pub(crate) fn join_one() -> bool {
    false
}

/// Runs blocking work in place, as there is no other thread.
///
/// # Errors
/// The error of the work.
pub(crate) async fn spawn_blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    work()
}

/// Sleeps without blocking the worker.
pub(crate) async fn sleep(time: Duration) {
    gloo_timers::future::sleep(time).await;
}
