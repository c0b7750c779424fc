//! Serving the files of the app.

use std::sync::Arc;

use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use tokio::sync::OwnedSemaphorePermit;

use crate::AppState;
use crate::web::{Form, INDEX};

/// Headers on every response of the app, in addition to those the router sets. The policy allows
/// scripts and connections of the same origin only, and no framing.
const HEADERS: [(HeaderName, &str); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
         style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; \
         connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
    ),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// The page at `/` when the server was built without the app.
const NO_APP: &str = include_str!("no_app.html");

/// Answers every path outside the API.
pub(crate) async fn web_app(
    State(AppState(shared)): State<AppState>,
    request: Request,
) -> Response {
    let path = request.uri().path();
    // An unknown API path gets a plain 404, without the app's headers.
    if path == "/v1" || path.starts_with("/v1/") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let name = path.strip_prefix('/').unwrap_or(path);
    let name = if name.is_empty() { INDEX } else { name };
    let reading = matches!(*request.method(), Method::GET | Method::HEAD);
    let mut response = match shared.web.file(name) {
        None if path == "/" && reading => no_app(),
        None => StatusCode::NOT_FOUND.into_response(),
        Some(_) if !reading => (
            StatusCode::METHOD_NOT_ALLOWED,
            [(header::ALLOW, "GET, HEAD")],
        )
            .into_response(),
        Some(file) => {
            let form = file.form(request.headers());
            if is_held(request.headers(), &form.etag) {
                (StatusCode::NOT_MODIFIED, file.about(form)).into_response()
            } else if request.method() == Method::HEAD {
                (file.about(form), file.size(form), Body::empty()).into_response()
            } else {
                match Arc::clone(&shared.files).try_acquire_owned() {
                    Ok(place) => {
                        (file.about(form), file.size(form), sent(form, place)).into_response()
                    }
                    Err(_) => (
                        StatusCode::SERVICE_UNAVAILABLE,
                        [(header::RETRY_AFTER, "1")],
                    )
                        .into_response(),
                }
            }
        }
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if shared.strict_transport {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    response
}

/// Returns whether the caller already has this form (If-None-Match, weak comparison).
fn is_held(headers: &HeaderMap, etag: &str) -> bool {
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|held| held == "*" || held.strip_prefix("W/").unwrap_or(held) == etag)
}

/// A file being sent, holding its permit.
struct Sending {
    bytes: Bytes,
    _place: OwnedSemaphorePermit,
}

impl AsRef<[u8]> for Sending {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

/// Returns a body that releases the permit once it is sent or the connection is closed.
fn sent(form: &Form, place: OwnedSemaphorePermit) -> Bytes {
    Bytes::from_owner(Sending {
        bytes: form.bytes.clone(),
        _place: place,
    })
}

fn no_app() -> Response {
    (
        StatusCode::NOT_FOUND,
        [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CACHE_CONTROL, "no-store"),
        ],
        NO_APP,
    )
        .into_response()
}
