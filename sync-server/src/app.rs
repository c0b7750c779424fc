//! The router.

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, StatusCode, header},
    middleware,
    response::Response,
    routing::{get, post},
};
use tower_http::timeout::TimeoutLayer;
use voorveld_protocol::RefusalCode;

use crate::{AppState, Refused, access_log, handlers};

/// Builds the router: the API, and the app ([`Config::web`](crate::Config::web)) at every other path.
/// Requests must carry the peer's address as axum's `ConnectInfo`.
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
        .fallback(handlers::web_app)
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
