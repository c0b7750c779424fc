//! Server addresses as typed by users.

use std::net::IpAddr;

use reqwest::Url;

use crate::Error;

/// A server's base URL: always HTTPS, except for loopback addresses.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Address(String);

impl Address {
    /// Parses user input. The scheme may be omitted (`https://`, or `http://` for loopback);
    /// trailing slashes are ignored.
    ///
    /// # Errors
    /// [`Error::Address`] for an invalid URL, a URL with credentials, query or fragment, and plain
    /// `http://` to another host: on an open network anyone could impersonate it.
    pub(crate) fn parse(typed: &str) -> Result<Self, Error> {
        let typed = typed.trim();
        let whole = if typed.contains("://") {
            typed.to_owned()
        } else {
            format!("https://{typed}")
        };
        let mut url = Url::parse(&whole).map_err(|_| Error::Address)?;
        if whole != typed && url.host_str().is_some_and(is_this_phone) {
            // A local test server has no certificate. `set_scheme` keeps the port that was typed;
            // `Url` allows it between these two schemes.
            url.set_scheme("http").map_err(|()| Error::Address)?;
        }
        let encrypted = match url.scheme() {
            "https" => true,
            "http" => false,
            _ => return Err(Error::Address),
        };
        let extras = url.query().is_some()
            || url.fragment().is_some()
            || !url.username().is_empty()
            || url.password().is_some();
        let host = url.host_str().ok_or(Error::Address)?;
        if extras || !(encrypted || is_this_phone(host)) {
            return Err(Error::Address);
        }
        Ok(Self(url.as_str().trim_end_matches('/').to_owned()))
    }

    /// Returns the URL of a path on this server.
    pub(super) fn with(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_this_phone(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let address = Address::parse(typed).map(|address| address.to_string());
        assert_eq!(address.as_deref(), Ok(expected));
        assert_eq!(Address::parse(expected), Address::parse(typed));
    }

    #[track_caller]
    fn refused(typed: &str) {
        assert_eq!(Address::parse(typed), Err(Error::Address), "{typed}");
    }

    #[test]
    fn what_people_type_becomes_one_form() {
        check("sync.veldhoven.nl", "https://sync.veldhoven.nl");
        check("  Sync.Veldhoven.NL/ ", "https://sync.veldhoven.nl");
        check(
            "https://sync.veldhoven.nl:443//",
            "https://sync.veldhoven.nl",
        );
        check("sync.veldhoven.nl:8443", "https://sync.veldhoven.nl:8443");
        check("gemeente.nl/voorveld/", "https://gemeente.nl/voorveld");
        check("192.168.1.20:8443", "https://192.168.1.20:8443");
    }

    #[test]
    fn plain_http_goes_to_this_phone_only() {
        check("http://127.0.0.1:8080", "http://127.0.0.1:8080");
        check("http://localhost:8080/", "http://localhost:8080");
        check("http://[::1]:8080", "http://[::1]:8080");
        check("127.0.0.1:7431", "http://127.0.0.1:7431");
        check("localhost:7431", "http://localhost:7431");
        check("https://localhost:7431", "https://localhost:7431");
        refused("http://192.168.1.20:8080");
        refused("http://sync.veldhoven.nl");
        refused("http://localhost.evil.nl");
        refused("http://127.0.0.1.evil.nl");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for typed in [
            "",
            "   ",
            "niet zo",
            "ftp://sync.nl",
            "https://",
            "file:///etc",
            "https://piet@sync.nl",
            "https://sync.nl?x=1",
            "https://sync.nl#kers-peer",
            "sync.nl:99999",
        ] {
            refused(typed);
        }
    }
}
