//! A server on its own thread, for tests that need real sockets.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    thread::{self, JoinHandle},
};

use tokio::sync::oneshot;

use crate::{Config, ServeError, Server};

/// A server that runs until stopped or dropped.
#[derive(Debug)]
pub struct RunningServer {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<Result<(), ServeError>>>,
}

impl RunningServer {
    /// Starts a server on a free port of the loopback address. It accepts connections on return.
    ///
    /// # Errors
    /// [`ServeError`] if the address cannot be bound or [`Server::open`] fails.
    pub fn start(config: Config) -> Result<Self, ServeError> {
        Self::start_on(config, SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))
    }

    /// Starts a server on this address, so that a test can restart one where it was.
    ///
    /// # Errors
    /// [`ServeError`] if the address cannot be bound or [`Server::open`] fails.
    pub fn start_on(config: Config, address: SocketAddr) -> Result<Self, ServeError> {
        let listener = TcpListener::bind(address).map_err(ServeError::Listen)?;
        let address = listener.local_addr().map_err(ServeError::Listen)?;
        let server = Server::open(config)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(ServeError::Listen)?;
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            runtime.block_on(server.run(listener, async {
                // Dropping the sender stops the server as well.
                drop(stopped.await);
            }))
        });
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Returns the address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns `http://ADDRESS`, without a trailing slash.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops the server and waits until its database is closed.
    ///
    /// # Errors
    /// The error [`Server::run`] returned.
    pub fn stop(mut self) -> Result<(), ServeError> {
        self.end()
    }

    fn end(&mut self) -> Result<(), ServeError> {
        drop(self.stop.take());
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(ended)) => ended,
            Some(Err(panic)) => std::panic::resume_unwind(panic),
            None => Ok(()),
        }
    }
}

impl Drop for RunningServer {
    fn drop(&mut self) {
        if thread::panicking() {
            // A second panic would hide the first.
            drop(self.stop.take());
        } else if let Err(error) = self.end() {
            tracing::error!(%error, "the server did not stop well");
        }
    }
}
