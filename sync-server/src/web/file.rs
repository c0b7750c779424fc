//! The headers that describe a file of the app.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use super::content_encoding::{Accepted, Coding};
use super::{Form, WebFile};

impl WebFile {
    /// Picks the encoding that the caller prefers.
    pub(crate) fn form(&self, headers: &HeaderMap) -> &Form {
        let there = || self.forms.iter().map(|form| form.coding);
        let best = Accepted::of(headers).best(there());
        let at = there().position(|coding| coding == best).unwrap_or(0);
        &self.forms[at]
    }

    /// Returns the headers sent with and without a body (200 and 304).
    pub(crate) fn about(&self, form: &Form) -> [(HeaderName, String); 3] {
        let keep = if self.immutable {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        [
            (header::ETAG, form.etag.clone()),
            (header::CACHE_CONTROL, keep.to_owned()),
            (header::VARY, "accept-encoding".to_owned()),
        ]
    }

    /// Returns the headers that describe the body.
    pub(crate) fn size(&self, form: &Form) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(self.content_type),
        );
        headers.insert(header::CONTENT_LENGTH, form.bytes.len().into());
        if form.coding != Coding::Identity {
            headers.insert(
                header::CONTENT_ENCODING,
                HeaderValue::from_static(form.coding.name()),
            );
        }
        headers
    }
}
