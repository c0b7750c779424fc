//! HTTP through the browser's fetch, which handles certificates, proxies and connections; the page's
//! content security policy restricts it to the origin of the app.

use std::time::Duration;

use reqwest::{Client, RequestBuilder, Response};

use crate::{Error, SyncProblem};

/// Request timeout, set per request: the browser's client has no such setting.
const PATIENCE: Duration = Duration::from_secs(60);

/// Builds a client.
///
/// # Errors
/// [`Error::Internal`] when fetch is unavailable.
pub(super) fn client(_connect: Duration, _total: Duration) -> Result<Client, Error> {
    Client::builder()
        .build()
        .map_err(|e| Error::Internal(format!("fetch: {e}")))
}

/// Builds a request without cookies, bypassing the cache.
pub(super) fn request(client: &Client, address: String) -> RequestBuilder {
    client
        .post(address)
        .timeout(PATIENCE)
        .fetch_credentials_omit()
        .fetch_cache_no_store()
}

/// Reads a body of at most `at_most` bytes.
///
/// # Errors
/// [`SyncProblem::Nonsense`] when it is longer; otherwise the reason it did not arrive.
pub(super) async fn read(response: Response, at_most: usize) -> Result<Vec<u8>, SyncProblem> {
    let too_long = |length: u64| length > at_most as u64;
    if response.content_length().is_some_and(too_long) {
        return Err(SyncProblem::Nonsense);
    }
    let body = response.bytes().await.map_err(|e| why(&e))?;
    if too_long(body.len() as u64) {
        return Err(SyncProblem::Nonsense);
    }
    Ok(body.to_vec())
}

/// Classifies an error. A browser does not distinguish a rejected certificate from a missing
/// network.
pub(super) fn why(error: &reqwest::Error) -> SyncProblem {
    if error.is_timeout() || error.is_body() || error.is_decode() {
        SyncProblem::NoAnswer
    } else {
        SyncProblem::NoConnection
    }
}
