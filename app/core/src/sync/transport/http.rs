//! HTTP transport.

#[cfg(target_family = "wasm")]
mod fetch;
#[cfg(not(target_family = "wasm"))]
mod sockets;

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
#[cfg(target_family = "wasm")]
use fetch as way;
use reqwest::{Client, Response, StatusCode, header};
#[cfg(not(target_family = "wasm"))]
use sockets as way;

#[cfg(not(target_family = "wasm"))]
pub use sockets::trust_only;

use super::{Arrived, Failure, Route, Transport};
use crate::sync::Address;
use crate::{Error, SyncProblem};

/// Maximum response size: four times the largest page a server sends.
const MAX_ANSWER: usize = 16 * 1024 * 1024;
const CBOR: &str = "application/cbor";

/// The HTTP client.
pub(crate) struct HttpTransport(Client);

impl HttpTransport {
    /// Creates a client that uses the system's trusted certificates.
    ///
    /// # Errors
    /// [`Error::Internal`] when TLS cannot be set up.
    pub(crate) fn new() -> Result<Self, Error> {
        Self::with_patience(Duration::from_secs(10), Duration::from_secs(60))
    }

    fn with_patience(connect: Duration, total: Duration) -> Result<Self, Error> {
        way::client(connect, total).map(Self)
    }
}

impl Transport for HttpTransport {
    async fn post(&self, server: &Address, route: Route, body: Vec<u8>) -> Arrived {
        let request = way::request(&self.0, server.with(&route.path()))
            .header(header::CONTENT_TYPE, CBOR)
            .body(body);
        let lost = |problem| Arrived {
            outcome: Err(Failure::Lost(problem)),
            bytes: 0,
            server_time: None,
        };
        let response = match request.send().await {
            Ok(response) => response,
            Err(e) => return lost(way::why(&e)),
        };
        let server_time = date(&response);
        let began = Utc::now();
        let head = Head::of(&response);
        match way::read(response, MAX_ANSWER).await {
            Ok(body) => Arrived {
                bytes: body.len() as u64,
                outcome: judge(head, route, body),
                // The `Date` header was set before the body; add the time the body took to arrive.
                server_time: server_time
                    .map(|time| time + TimeDelta::seconds((Utc::now() - began).num_seconds())),
            },
            Err(problem) => Arrived {
                server_time,
                ..lost(problem)
            },
        }
    }
}

/// Status and content type of a response.
struct Head {
    status: StatusCode,
    is_cbor: bool,
    is_page: bool,
}

impl Head {
    fn of(response: &Response) -> Self {
        let kind = response.headers().get(header::CONTENT_TYPE);
        let is =
            |start: &str| kind.is_some_and(|kind| kind.as_bytes().starts_with(start.as_bytes()));
        Self {
            status: response.status(),
            is_cbor: kind.is_some_and(|kind| kind.as_bytes() == CBOR.as_bytes()),
            is_page: is("text/html"),
        }
    }
}

/// Classifies a response. Only a response in the protocol's own form counts as success: captive
/// portals answer any request with their login page.
fn judge(head: Head, route: Route, body: Vec<u8>) -> Result<Vec<u8>, Failure> {
    let Head {
        status,
        is_cbor,
        is_page,
    } = head;
    match status {
        StatusCode::OK if route.answers() && is_cbor => return Ok(body),
        StatusCode::CREATED if !route.answers() && body.is_empty() => return Ok(body),
        _ => {}
    }
    if is_cbor
        && !status.is_success()
        && let Ok(refusal) = voorveld_protocol::decode(&body)
    {
        return Err(Failure::Refused(refusal));
    }
    Err(Failure::Lost(match status {
        StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => SyncProblem::NoAnswer,
        StatusCode::TOO_MANY_REQUESTS
        | StatusCode::INTERNAL_SERVER_ERROR
        | StatusCode::BAD_GATEWAY
        | StatusCode::SERVICE_UNAVAILABLE => SyncProblem::ServerTrouble,
        // A proxy's error page has an error status; a login page has a success status or a redirect.
        _ if is_page && status.is_success() => SyncProblem::LoginPage,
        StatusCode::FOUND
        | StatusCode::SEE_OTHER
        | StatusCode::TEMPORARY_REDIRECT
        | StatusCode::NETWORK_AUTHENTICATION_REQUIRED => SyncProblem::LoginPage,
        _ => SyncProblem::Nonsense,
    }))
}

fn date(response: &Response) -> Option<DateTime<Utc>> {
    let text = response.headers().get(header::DATE)?.to_str().ok()?;
    let date = DateTime::parse_from_rfc2822(text).ok()?;
    Some(date.to_utc())
}

#[cfg(test)]
mod tests;
