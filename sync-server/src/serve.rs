//! Running the server on a listener until it is told to stop.

use std::{
    net::{SocketAddr, TcpListener},
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use axum_server::{Handle, tls_rustls::RustlsConfig};

use crate::{
    AUTHORITY_PATH, AppState, Config, OpenError, SecretFileError, SelfSigned, SqliteOptions,
    SqliteStore, Store, StoreError, Tls, app, lan::Here, registration,
};

/// Why a server did not start, or failed while running or stopping.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The authority or the registration token cannot be created or used.
    #[error(transparent)]
    Kept(#[from] SecretFileError),
    /// The certificate or its key cannot be used.
    #[error("certificate or key: {0}")]
    Tls(std::io::Error),
    /// The listener or the runtime failed.
    #[error("listener: {0}")]
    Listen(std::io::Error),
    /// The store did not close cleanly. Acknowledged writes are durable all the same.
    #[error("closing the store: {0}")]
    Close(StoreError),
}

/// A server with an open database that does not accept connections yet.
#[derive(Debug)]
pub struct Server {
    config: Config,
    store: Arc<SqliteStore>,
    self_signed: Option<SelfSigned>,
}

impl Server {
    /// Opens the database and, for [`Tls::SelfSigned`], the authority, and issues the certificate.
    ///
    /// # Errors
    /// [`ServeError::Open`], [`ServeError::Kept`].
    pub fn open(mut config: Config) -> Result<Self, ServeError> {
        // First, because it locks the folder.
        let store = Arc::new(SqliteStore::open(&SqliteOptions {
            dir: config.data.clone(),
            max_bytes: config.max_data_bytes,
            queue: config.limits.queue,
            batch: config.limits.batch,
            readers: config.limits.readers,
        })?);
        let mut self_signed = None;
        if matches!(config.tls, Some(Tls::SelfSigned)) {
            let made = SelfSigned::open(&config.data, Here::look(), SystemTime::now())?;
            config.web = config.web.with(AUTHORITY_PATH, made.authority().to_vec());
            self_signed = Some(made);
        }
        Ok(Self {
            config,
            store,
            self_signed,
        })
    }

    /// Requires a registration token from now on and returns it: the configured one, or else one that
    /// the server generates once and stores.
    ///
    /// # Errors
    /// [`SecretFileError`] if that token cannot be read or stored.
    pub fn require_token(&mut self) -> Result<&str, SecretFileError> {
        let token = match self.config.registration_token.take() {
            Some(token) => token,
            None => registration::token(&self.config.data)?,
        };
        Ok(self.config.registration_token.insert(token))
    }

    /// Returns the certificate, if it is self-signed.
    pub fn self_signed(&self) -> Option<&SelfSigned> {
        self.self_signed.as_ref()
    }

    /// Serves until `stop` completes; then accepts no new connections, lets requests in flight finish
    /// within [`crate::Limits::stop_timeout`], and closes the database.
    ///
    /// # Errors
    /// [`ServeError::Tls`], [`ServeError::Listen`], [`ServeError::Close`].
    pub async fn run(
        self,
        listener: TcpListener,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), ServeError> {
        let state = AppState::new(
            Arc::clone(&self.store) as Arc<dyn Store>,
            &self.config,
            Arc::new(seconds_since_1970),
        );
        let service = app(state).into_make_service_with_connect_info::<SocketAddr>();
        listener.set_nonblocking(true).map_err(ServeError::Listen)?;

        let handle = Handle::new();
        let stopping = handle.clone();
        let grace = self.config.limits.stop_timeout;
        let stopper = tokio::spawn(async move {
            stop.await;
            tracing::info!("stopping");
            stopping.graceful_shutdown(Some(grace));
        });
        let patience = self.config.limits.body_timeout + Duration::from_secs(5);
        let tls = match (&self.config.tls, &self.self_signed) {
            (Some(Tls::Files { certificate, key }), _) => {
                use_ring();
                let read = RustlsConfig::from_pem_file(certificate, key).await;
                Some(read.map_err(ServeError::Tls)?)
            }
            (_, Some(made)) => {
                use_ring();
                let (chain, key) = made.chain();
                let taken = RustlsConfig::from_der(chain, key).await;
                Some(taken.map_err(ServeError::Tls)?)
            }
            _ => None,
        };
        let served = match tls {
            None => {
                axum_server::from_tcp(listener)
                    .map_err(ServeError::Listen)?
                    .first_request_timeout(patience)
                    .handle(handle)
                    .serve(service)
                    .await
            }
            Some(tls) => {
                axum_server::from_tcp_rustls(listener, tls)
                    .map_err(ServeError::Listen)?
                    .first_request_timeout(patience)
                    .handle(handle)
                    .serve(service)
                    .await
            }
        };
        stopper.abort();
        self.store.close().await.map_err(ServeError::Close)?;
        served.map_err(ServeError::Listen)
    }
}

/// Opens the database and serves on a listener until `stop` completes.
///
/// # Errors
/// [`ServeError`] from [`Server::open`] or [`Server::run`].
pub async fn serve(
    config: Config,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    Server::open(config)?.run(listener, stop).await
}

fn use_ring() {
    // An error means that another provider is already installed, which serves as well.
    drop(rustls::crypto::ring::default_provider().install_default());
}

fn seconds_since_1970() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
