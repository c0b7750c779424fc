//! HTTP over native sockets, with rustls.

use std::error::Error as _;
use std::io;
use std::sync::OnceLock;
use std::time::Duration;

use reqwest::{Certificate, Client, RequestBuilder, Response, redirect};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;

use crate::{Error, SyncProblem};

/// Trusted root certificates, on systems whose verifier cannot be called per connection.
static TRUSTED: OnceLock<Vec<Certificate>> = OnceLock::new();

/// Sets the trusted root certificates, in DER. Only the first call has an effect.
///
/// Required on Android, where connections block until it is called: the system's verifier is
/// reachable only through Kotlin code in the app. Other systems verify each connection themselves.
pub fn trust_only(certificates: Vec<Vec<u8>>) {
    let readable = certificates.into_iter().filter(|der| is_readable(der));
    let trusted = readable
        .filter_map(|der| Certificate::from_der(&der).ok())
        .collect();
    // Fails when already set; the first call wins.
    drop(TRUSTED.set(trusted));
}

/// Returns whether rustls can parse a certificate; an invalid one would make the whole list
/// unusable.
fn is_readable(der: &[u8]) -> bool {
    RootCertStore::empty()
        .add(CertificateDer::from(der))
        .is_ok()
}

fn trusted() -> Option<&'static Vec<Certificate>> {
    if cfg!(target_os = "android") {
        // Blocking is acceptable: stores are opened off the main thread, and the list has been
        // loading since the app started.
        Some(TRUSTED.wait())
    } else {
        TRUSTED.get()
    }
}

/// Builds a client that uses the system's trusted certificates.
///
/// # Errors
/// [`Error::Internal`] when TLS cannot be set up.
pub(super) fn client(connect: Duration, total: Duration) -> Result<Client, Error> {
    // Fails when a provider is already installed, which is fine.
    let _one_is_installed = rustls::crypto::ring::default_provider().install_default();
    let builder = match trusted() {
        Some(trusted) => Client::builder().tls_certs_only(trusted.iter().cloned()),
        None => Client::builder(),
    };
    builder
        .connect_timeout(connect)
        .timeout(total)
        // A request must not be redirected to a captive portal.
        .redirect(redirect::Policy::none())
        .referer(false)
        .build()
        .map_err(|e| Error::Internal(format!("TLS: {e}")))
}

/// Builds a request.
pub(super) fn request(client: &Client, address: String) -> RequestBuilder {
    client.post(address)
}

/// Reads a body of at most `at_most` bytes.
///
/// # Errors
/// [`SyncProblem::Nonsense`] when it is longer; otherwise the reason it did not arrive.
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

/// Classifies an error.
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

/// Searches the error's causes for a TLS error. These come wrapped in `io::Error`s, whose inner
/// error `source()` does not return.
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

/// Returns whether the peer does not speak HTTP. reqwest does not expose hyper's error, so this
/// matches on its text.
fn is_garbage(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| cause.to_string().starts_with("invalid HTTP"))
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn std::error::Error + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A system's list may hold certificates that users added; an invalid one must not break the
    /// others.
    #[test]
    fn a_certificate_that_cannot_be_read_is_left_out() {
        let made = rcgen::generate_simple_self_signed(vec!["voorbeeld.nl".into()]).expect("made");
        assert!(is_readable(made.cert.der()));
        assert!(!is_readable(b"no certificate"));
        assert!(!is_readable(&[]));
    }
}
