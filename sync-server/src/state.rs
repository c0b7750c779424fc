//! The state that all handlers share.

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::{Config, Limits, Store, Tls, WebApp};

/// Bytes per permit of a memory budget.
pub(crate) const UNIT: usize = 1024;

/// Returns the time in seconds since 1970; injected so that tests control it.
pub type Clock = Arc<dyn Fn() -> u64 + Send + Sync>;

/// State shared by all handlers.
#[derive(Clone)]
pub struct AppState(pub(crate) Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) store: Arc<dyn Store>,
    /// Hash of the registration token: comparing hashes takes the same time for any input.
    pub(crate) token: Option<blake3::Hash>,
    pub(crate) limits: Limits,
    pub(crate) clock: Clock,
    pub(crate) in_flight: Arc<Semaphore>,
    /// Memory for request bodies; one permit is [`UNIT`] bytes.
    pub(crate) bodies: Arc<Semaphore>,
    /// Memory for response pages; one permit is [`UNIT`] bytes.
    pub(crate) pages: Arc<Semaphore>,
    /// Limits how many pages are read and encoded at once.
    pub(crate) reading: Semaphore,
    /// Limits how many pushes have their signatures verified at once.
    pub(crate) checking: Semaphore,
    /// The phone app.
    pub(crate) web: WebApp,
    /// Limits how many files of the app are sent at once.
    pub(crate) files: Arc<Semaphore>,
    /// Whether to send Strict-Transport-Security.
    pub(crate) strict_transport: bool,
}

impl std::fmt::Debug for AppState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppState").finish_non_exhaustive()
    }
}

impl AppState {
    /// Creates the state around a store.
    pub fn new(store: Arc<dyn Store>, config: &Config, clock: Clock) -> Self {
        let limits = config.limits.clone();
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self(Arc::new(Shared {
            store,
            token: config
                .registration_token
                .as_ref()
                .map(|token| blake3::hash(token.as_bytes())),
            clock,
            in_flight: Arc::new(Semaphore::new(limits.in_flight)),
            bodies: Arc::new(Semaphore::new(limits.body_bytes / UNIT)),
            pages: Arc::new(Semaphore::new(limits.page_bytes / UNIT)),
            reading: Semaphore::new(limits.readers.max(1)),
            checking: Semaphore::new(cores),
            web: config.web.clone(),
            files: Arc::new(Semaphore::new(limits.files)),
            // Not for a self-signed certificate: HSTS on `localhost` would apply to every other
            // server there as well.
            strict_transport: matches!(config.tls, Some(Tls::Files { .. })),
            limits,
        }))
    }
}
