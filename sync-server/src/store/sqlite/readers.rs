//! The pool of read connections.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::Semaphore;

use crate::StoreError;

/// The pool; a query waits for a free connection.
#[derive(Debug)]
pub(super) struct Readers {
    free: Arc<Mutex<Vec<Connection>>>,
    turns: Arc<Semaphore>,
    count: u32,
}

impl Readers {
    pub(super) fn new(connections: Vec<Connection>) -> Self {
        Self {
            turns: Arc::new(Semaphore::new(connections.len())),
            count: u32::try_from(connections.len()).unwrap_or(u32::MAX),
            free: Arc::new(Mutex::new(connections)),
        }
    }

    /// Runs a query on a blocking thread. The connection returns to the pool even if the caller is
    /// cancelled meanwhile.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let turn = Arc::clone(&self.turns)
            .acquire_owned()
            .await
            .map_err(|_| closed())?;
        let free = Arc::clone(&self.free);
        tokio::task::spawn_blocking(move || {
            let connection = lock(&free).pop().ok_or_else(closed)?;
            let answer = query(&connection);
            lock(&free).push(connection);
            drop(turn);
            answer
        })
        .await
        .map_err(|e| StoreError::Storage(format!("a read failed: {e}")))?
    }

    /// Waits for running queries, then closes the connections.
    pub(super) async fn close(&self) {
        // An error means that it is already closed.
        if let Ok(all) = self.turns.acquire_many(self.count).await {
            lock(&self.free).clear();
            self.turns.close();
            drop(all);
        }
    }
}

fn lock(free: &Mutex<Vec<Connection>>) -> std::sync::MutexGuard<'_, Vec<Connection>> {
    free.lock().unwrap_or_else(PoisonError::into_inner)
}

fn closed() -> StoreError {
    StoreError::Storage("the store is closed".into())
}
