//! The greeting on standard output once the server listens: how to open the app, and what a phone
//! needs first.

use std::{io::Write, net::SocketAddr};

use qrcode::{QrCode, render::unicode::Dense1x2};
use voorveld_sync_server::AUTHORITY_PATH;

/// Which certificate the server uses.
#[derive(Debug)]
pub(crate) enum Certificate {
    /// None: plain HTTP.
    None,
    /// Supplied by the administrator.
    Theirs,
    /// Issued by the server's own authority.
    Own {
        /// SHA-256 of the authority's certificate.
        fingerprint: String,
        /// Names the certificate is valid for.
        names: Vec<String>,
        /// Addresses that phones can reach but the certificate does not cover.
        uncovered: Vec<SocketAddr>,
    },
}

/// The content of the greeting.
#[derive(Debug)]
pub(crate) struct StartupBanner {
    pub(crate) listen: SocketAddr,
    /// Addresses that phones can reach and the certificate covers; empty on loopback.
    pub(crate) phones: Vec<SocketAddr>,
    pub(crate) certificate: Certificate,
    /// A token the server generated, so the administrator has not seen it yet.
    pub(crate) token: Option<String>,
    /// Whether the binary contains the app.
    pub(crate) app: bool,
    /// Whether to draw addresses as QR codes.
    pub(crate) qr: bool,
}

impl StartupBanner {
    /// Writes the greeting. A closed pipe is logged and does not stop the server.
    pub(crate) fn tell(&self, out: &mut impl Write) {
        if let Err(error) = out
            .write_all(self.text().as_bytes())
            .and_then(|()| out.flush())
        {
            tracing::warn!(%error, "nobody reads how to open the app");
        }
    }

    /// Returns the greeting as text, with QR codes if wanted.
    fn text(&self) -> String {
        let mut text = String::from("\n");
        if !self.app {
            text += "This server was built without the app; ./run server makes it with the app.\n";
        }
        self.addresses(&mut text);
        self.trust(&mut text);
        if let Some(token) = &self.token {
            text += &format!(
                "\nTo start a team, the app asks for the server's access code (\"Toegangscode van \
                 de server\"):\n\n  {token}\n"
            );
        }
        text
    }

    fn addresses(&self, text: &mut String) {
        let port = self.listen.port();
        if matches!(self.certificate, Certificate::Theirs) {
            *text += &format!("Open it by a name in its certificate: https://NAME:{port}/\n");
            return;
        }
        if self.listen.ip().to_canonical().is_loopback() {
            let url = match self.certificate {
                Certificate::None => format!("http://{}/", self.listen),
                _ => format!("https://localhost:{port}/"),
            };
            *text += &format!(
                "Open it in a browser on this machine: {url}\nPhones do not reach it there; \
                 --listen 0.0.0.0:{port} --self-signed lets them in.\n"
            );
            return;
        }
        if let Certificate::Own { uncovered, .. } = &self.certificate {
            for address in uncovered {
                *text += &format!(
                    "The server's own certificate is not good for {address}: its authority is \
                     older than that address.\nMove authority.pem away in the data folder to have \
                     one made anew; phones must trust that one again.\n"
                );
            }
        }
        if self.phones.is_empty() {
            *text += "There is no address at which phones reach it.\n";
            return;
        }
        *text += "Open it on a phone in this network:\n";
        for phone in &self.phones {
            let url = format!("{}://{phone}/", self.scheme());
            *text += &format!("\n  {url}\n");
            if self.qr {
                *text += &drawn(&url);
            }
        }
        if matches!(self.certificate, Certificate::None) {
            *text += "\nWithout TLS the browser of a phone refuses to keep anything, so the app does \
                      not work there.\nStart the server with --self-signed for a try-out, or with a \
                      certificate (--tls-cert, --tls-key).\n";
        }
    }

    /// Appends how to make a phone trust the server's own certificate.
    fn trust(&self, text: &mut String) {
        let Certificate::Own {
            fingerprint, names, ..
        } = &self.certificate
        else {
            return;
        };
        let host = match self.phones.first() {
            Some(phone) => phone.to_string(),
            None => format!("localhost:{}", self.listen.port()),
        };
        *text += &format!(
            "\n\
             The certificate is of this server's own making. Each phone must be told once to trust it:\n\
             \x20 1. Open https://{host}/{AUTHORITY_PATH} on the phone and go on past the warning.\n\
             \x20 2. iPhone:  Settings > General > VPN & Device Management > the profile > Install;\n\
             \x20             then Settings > General > About > Certificate Trust Settings: switch it on.\n\
             \x20    Android: Settings, search for \"CA certificate\" > Install anyway > the file.\n\
             \x20 3. Close that page and open the app's address. There is no warning any more.\n\
             Compare before trusting it, SHA-256:\n"
        );
        for half in fingerprint.as_bytes().chunks(48) {
            let half = String::from_utf8_lossy(half);
            *text += &format!("  {}\n", half.trim_end_matches(':'));
        }
        *text += &format!(
            "It is good for addresses of private networks and for {}, and for no other\n\
             site. Remove it from the phone after the try-out.\n",
            names.join(", ")
        );
    }

    fn scheme(&self) -> &'static str {
        match self.certificate {
            Certificate::None => "http",
            _ => "https",
        }
    }
}

/// Draws a QR code light on dark, for the usual dark terminal; cameras read inverted codes as well.
fn drawn(url: &str) -> String {
    match QrCode::new(url) {
        Ok(code) => {
            let picture = code
                .render::<Dense1x2>()
                .dark_color(Dense1x2::Light)
                .light_color(Dense1x2::Dark)
                .build();
            format!("\n{picture}\n")
        }
        // The address is printed above it.
        Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests;
