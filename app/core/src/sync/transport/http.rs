//! Over HTTP, with TLS.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::{Client, Response, StatusCode, header, redirect};

use super::{Arrived, Failure, Route, Transport};
use crate::sync::Address;
use crate::{Error, SyncProblem};

/// Largest answer that is read: four times the largest page a server gives.
const MAX_ANSWER: usize = 16 * 1024 * 1024;
const CBOR: &str = "application/cbor";

/// The real way to a server.
pub(crate) struct HttpTransport(Client);

impl HttpTransport {
    /// With the phone's own list of trusted certificates.
    ///
    /// # Errors
    /// [`Error::Internal`] when TLS cannot be set up.
    pub(crate) fn new() -> Result<Self, Error> {
        Self::with_patience(Duration::from_secs(10), Duration::from_secs(60))
    }

    fn with_patience(connect: Duration, total: Duration) -> Result<Self, Error> {
        // Fails when somebody installed one before, and then there is one.
        let _one_is_installed = rustls::crypto::ring::default_provider().install_default();
        Client::builder()
            .connect_timeout(connect)
            .timeout(total)
            // A hotel's login page must not get to see what was meant for the server.
            .redirect(redirect::Policy::none())
            .referer(false)
            .build()
            .map(Self)
            .map_err(|e| Error::Internal(format!("TLS: {e}")))
    }
}

impl Transport for HttpTransport {
    async fn post(&self, server: &Address, route: Route, body: Vec<u8>) -> Arrived {
        let request = self
            .0
            .post(server.with(&route.path()))
            .header(header::CONTENT_TYPE, CBOR)
            .body(body);
        let lost = |problem| Arrived {
            outcome: Err(Failure::Lost(problem)),
            bytes: 0,
            server_time: None,
        };
        let mut response = match request.send().await {
            Ok(response) => response,
            Err(e) => return lost(why(&e)),
        };
        let server_time = date(&response);
        match read(&mut response).await {
            Ok(body) => Arrived {
                bytes: body.len() as u64,
                outcome: judge(&response, route, body),
                server_time,
            },
            Err(problem) => Arrived {
                server_time,
                ..lost(problem)
            },
        }
    }
}

/// Success is only what the server itself says is success: networks that want a login first answer
/// anything with a page of their own.
fn judge(response: &Response, route: Route, body: Vec<u8>) -> Result<Vec<u8>, Failure> {
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE);
    let is_cbor = kind.is_some_and(|kind| kind.as_bytes() == CBOR.as_bytes());
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
        _ => SyncProblem::Nonsense,
    }))
}

async fn read(response: &mut Response) -> Result<Vec<u8>, SyncProblem> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|e| why(&e))? {
        if body.len() + chunk.len() > MAX_ANSWER {
            return Err(SyncProblem::Nonsense);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn date(response: &Response) -> Option<DateTime<Utc>> {
    let text = response.headers().get(header::DATE)?.to_str().ok()?;
    let date = DateTime::parse_from_rfc2822(text).ok()?;
    Some(date.to_utc())
}

fn why(error: &reqwest::Error) -> SyncProblem {
    if is_tls(error) {
        SyncProblem::Certificate
    } else if error.is_connect() {
        SyncProblem::NoConnection
    } else if is_garbage(error) {
        SyncProblem::Nonsense
    } else {
        SyncProblem::NoAnswer
    }
}

/// Somewhere down in the causes: TLS's errors come wrapped in `io::Error`s, which hide their inside
/// from `source()`.
fn is_tls(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| {
        let mut io = cause.downcast_ref::<io::Error>();
        while let Some(inside) = io.and_then(io::Error::get_ref) {
            if inside.is::<rustls::Error>() {
                return true;
            }
            io = inside.downcast_ref();
        }
        cause.is::<rustls::Error>()
    })
}

/// What answered does not speak HTTP. reqwest keeps hyper's error to itself, so this goes by its text.
fn is_garbage(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| cause.to_string().starts_with("invalid HTTP"))
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn std::error::Error + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source())
}

#[cfg(test)]
mod tests;
