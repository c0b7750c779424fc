//! The way to the store from other threads.

use std::sync::mpsc;

use futures::channel::oneshot;

use super::Store;
use crate::Error;

type Errand = Box<dyn FnOnce(&mut Store) + Send>;

/// Reaches the thread that owns the store. Errands are run one by one, in the order they come.
#[derive(Clone)]
pub(crate) struct StoreHandle(mpsc::Sender<Errand>);

impl StoreHandle {
    /// Gives the store a thread of its own, which ends when the last handle is gone.
    pub(crate) fn spawn(mut store: Store) -> Self {
        let (sender, errands) = mpsc::channel::<Errand>();
        std::thread::Builder::new()
            .name("voorveld-store".into())
            .spawn(move || {
                while let Ok(errand) = errands.recv() {
                    errand(&mut store);
                }
            })
            .map(drop)
            .unwrap_or_else(|e| tracing::error!("no thread for the store: {e}"));
        Self(sender)
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
        self.0
            // Whoever asked may be gone by now; then nobody misses the answer.
            .send(Box::new(move |store| drop(answer.send(errand(store)))))
            .map_err(|_| gone())?;
        result.await.map_err(|_| gone())?
    }
}
