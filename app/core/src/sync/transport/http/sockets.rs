//! Over the phone's own sockets, with rustls.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use reqwest::{Client, RequestBuilder, Response, redirect};

use crate::{Error, SyncProblem};

/// A client with the phone's own list of trusted certificates.
///
/// # Errors
/// [`Error::Internal`] when TLS cannot be set up.
pub(super) fn client(connect: Duration, total: Duration) -> Result<Client, Error> {
    // Fails when somebody installed one before, and then there is one.
    let _one_is_installed = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .connect_timeout(connect)
        .timeout(total)
        // A hotel's login page must not get to see what was meant for the server.
        .redirect(redirect::Policy::none())
        .referer(false)
        .build()
        .map_err(|e| Error::Internal(format!("TLS: {e}")))
}

/// A request to this address.
pub(super) fn request(client: &Client, address: String) -> RequestBuilder {
    client.post(address)
}

/// Reads a body of at most so many bytes.
///
/// # Errors
/// [`SyncProblem::Nonsense`] for a longer one, or why it did not arrive.
pub(super) async fn read(mut response: Response, at_most: usize) -> Result<Vec<u8>, SyncProblem> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|e| why(&e))? {
        if body.len() + chunk.len() > at_most {
            return Err(SyncProblem::Nonsense);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// Why a request did not work.
pub(super) fn why(error: &reqwest::Error) -> SyncProblem {
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
