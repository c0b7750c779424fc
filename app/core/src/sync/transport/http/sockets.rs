//! Over the phone's own sockets, with rustls.

use std::error::Error as _;
use std::io;
use std::sync::OnceLock;
use std::time::Duration;

use reqwest::{Certificate, Client, RequestBuilder, Response, redirect};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;

use crate::{Error, SyncProblem};

/// Whose word counts for a server, where that cannot be asked of the system at each connection.
static TRUSTED: OnceLock<Vec<Certificate>> = OnceLock::new();

/// Says whose word counts for servers, as certificates in DER. Only the first time counts.
///
/// Android needs it, and connects to nothing before it: its own verifier can be asked only through
/// Kotlin code in the app. Other systems are asked at each connection.
pub fn trust_only(certificates: Vec<Vec<u8>>) {
    let readable = certificates.into_iter().filter(|der| is_readable(der));
    let trusted = readable
        .filter_map(|der| Certificate::from_der(&der).ok())
        .collect();
    // Somebody said it before.
    drop(TRUSTED.set(trusted));
}

/// One that rustls cannot read would keep the others from being used.
fn is_readable(der: &[u8]) -> bool {
    RootCertStore::empty()
        .add(CertificateDer::from(der))
        .is_ok()
}

fn trusted() -> Option<&'static Vec<Certificate>> {
    if cfg!(target_os = "android") {
        // A store is opened aside, and the list is on its way since the app started.
        Some(TRUSTED.wait())
    } else {
        TRUSTED.get()
    }
}

/// A client with the phone's own list of trusted certificates.
///
/// # Errors
/// [`Error::Internal`] when TLS cannot be set up.
pub(super) fn client(connect: Duration, total: Duration) -> Result<Client, Error> {
    // Fails when somebody installed one before, and then there is one.
    let _one_is_installed = rustls::crypto::ring::default_provider().install_default();
    let builder = match trusted() {
        Some(trusted) => Client::builder().tls_certs_only(trusted.iter().cloned()),
        None => Client::builder(),
    };
    builder
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A list of a phone may hold anything its owner added; one bad one must not spoil it.
    #[test]
    fn a_certificate_that_cannot_be_read_is_left_out() {
        let made = rcgen::generate_simple_self_signed(vec!["voorbeeld.nl".into()]).expect("made");
        assert!(is_readable(made.cert.der()));
        assert!(!is_readable(b"no certificate"));
        assert!(!is_readable(&[]));
    }
}
