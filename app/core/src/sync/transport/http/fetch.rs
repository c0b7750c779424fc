//! Through the browser's fetch. Certificates, proxies and connecting are the browser's; the page's
//! content security policy keeps it to the server that the app came from.

use std::time::Duration;

use reqwest::{Client, RequestBuilder, Response};

use crate::{Error, SyncProblem};

/// As long as a request may take: a client has no such setting in a browser.
const PATIENCE: Duration = Duration::from_secs(60);

/// A client.
///
/// # Errors
/// [`Error::Internal`] when there is no fetch.
pub(super) fn client(_connect: Duration, _total: Duration) -> Result<Client, Error> {
    Client::builder()
        .build()
        .map_err(|e| Error::Internal(format!("fetch: {e}")))
}

/// A request to this address, without cookies and from no cache.
pub(super) fn request(client: &Client, address: String) -> RequestBuilder {
    client
        .post(address)
        .timeout(PATIENCE)
        .fetch_credentials_omit()
        .fetch_cache_no_store()
}

/// Reads a body of at most so many bytes.
///
/// # Errors
/// [`SyncProblem::Nonsense`] for a longer one, or why it did not arrive.
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

/// Why a request did not work. A browser does not tell a refused certificate from no network.
pub(super) fn why(error: &reqwest::Error) -> SyncProblem {
    if error.is_timeout() || error.is_body() || error.is_decode() {
        SyncProblem::NoAnswer
    } else {
        SyncProblem::NoConnection
    }
}
