//! The router and the state its handlers share.

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, StatusCode, header},
    middleware,
    response::Response,
    routing::{get, post},
};
use tokio::sync::Semaphore;
use tower_http::timeout::TimeoutLayer;
use voorveld_protocol::RefusalCode;

use crate::{Config, Limits, Refused, Store, Tls, WebApp, access_log, handlers, web};

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
    /// Memory for request bodies; one permit is [`crate::extract::UNIT`] bytes.
    pub(crate) bodies: Arc<Semaphore>,
    /// Memory for response pages; one permit is [`crate::extract::UNIT`] bytes.
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
            bodies: Arc::new(Semaphore::new(limits.body_bytes / crate::extract::UNIT)),
            pages: Arc::new(Semaphore::new(limits.page_bytes / crate::extract::UNIT)),
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

/// Builds the router: the API, and the app ([`Config::web`]) at every other path. Requests must carry
/// the peer's address as axum's `ConnectInfo`.
pub fn app(state: AppState) -> Router {
    let timeout = state.0.limits.request_timeout + state.0.limits.body_timeout;
    let crowd = Arc::clone(&state.0.in_flight);
    let v1 = Router::new()
        .route("/v1/teams", post(handlers::create_team))
        .route("/v1/teams/{team}/sync", post(handlers::sync))
        .route("/v1/teams/{team}/mailboxes", post(handlers::put_mailbox))
        .route("/v1/mailboxes/open", post(handlers::open_mailbox))
        .route_layer(middleware::from_fn(
            move |request, next: middleware::Next| {
                let crowd = Arc::clone(&crowd);
                async move {
                    match crowd.try_acquire_owned() {
                        Ok(_place) => Ok(next.run(request).await),
                        Err(_) => Err(Refused::new(RefusalCode::Busy, "too many requests at once")),
                    }
                }
            },
        ));
    Router::new()
        .route("/health", get(handlers::health))
        .merge(v1)
        // Outside the in-flight limit: loading the app must not take capacity from sync.
        .fallback(web::answer)
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            timeout,
        ))
        // The intake has its own limit, which answers in CBOR.
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::map_response(nosniff))
        .layer(middleware::from_fn(access_log::line))
        .with_state(state)
}

/// Stops browsers from guessing a content type other than the declared one.
async fn nosniff(mut response: Response) -> Response {
    let nosniff = HeaderValue::from_static("nosniff");
    response
        .headers_mut()
        .insert(header::X_CONTENT_TYPE_OPTIONS, nosniff);
    response
}
