//! Tasks of a web worker. It has one thread: what runs long keeps the others waiting, but never the
//! page.

use std::time::Duration;

use crate::Error;

/// Runs the future that `make` makes beside the others.
///
/// # Errors
/// None; the signature is that of threads.
pub(crate) fn spawn<F: Future<Output = ()> + 'static>(
    _name: &str,
    make: impl FnOnce() -> F + Send + 'static,
) -> Result<(), Error> {
    wasm_bindgen_futures::spawn_local(make());
    Ok(())
}

/// As [`spawn`]: a worker that ends takes no exit handler along.
///
/// # Errors
/// None.
pub(crate) fn spawn_joined<F: Future<Output = ()> + 'static>(
    name: &str,
    make: impl FnOnce() -> F + Send + 'static,
) -> Result<(), Error> {
    spawn(name, make)
}

/// There are no threads to wait for.
pub(crate) fn join_one() -> bool {
    false
}

/// Does something long. There is no other thread to do it on.
///
/// # Errors
/// Whatever it answers.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    work()
}

/// Waits.
pub(crate) async fn sleep(time: Duration) {
    gloo_timers::future::sleep(time).await;
}
