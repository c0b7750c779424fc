//! A made-up phone app, and a browser that requests it.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, StatusCode},
};
use tower::ServiceExt;
use voorveld_sync_server::WebApp;

use super::fixture::Fixture;

pub(crate) fn made_up() -> WebApp {
    WebApp::new([
        ("index.html", Bytes::from_static(b"<!doctype html>")),
        ("sw.js", Bytes::from_static(b"// worker")),
        ("manifest.webmanifest", Bytes::from_static(b"{}")),
        ("icons/192.png", Bytes::from_static(b"\x89PNG")),
        ("voorveld-0123456789abcdef.js", Bytes::from_static(b"plain")),
        (
            "voorveld-0123456789abcdef.js.br",
            Bytes::from_static(b"broth"),
        ),
        (
            "voorveld-0123456789abcdef.js.gz",
            Bytes::from_static(b"gzipped"),
        ),
        (
            "voorveld-0123456789abcdef.wasm",
            Bytes::from_static(b"\0asm"),
        ),
        ("alone.gz", Bytes::from_static(b"a file of its own")),
        ("empty.txt", Bytes::new()),
    ])
}

pub(crate) fn server() -> Fixture {
    Fixture::with(|config| config.web = made_up())
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).map(|v| v.to_str().expect("text"));
        value.unwrap_or_default()
    }
}

pub(crate) async fn ask(
    server: &Fixture,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.extension(ConnectInfo(server.peer));
    let request = request.body(Body::empty()).expect("a request");
    let response = server.router.clone().oneshot(request);
    let response = response.await.expect("answers");
    Answer {
        status: response.status(),
        headers: response.headers().clone(),
        body: to_bytes(response.into_body(), usize::MAX)
            .await
            .expect("a body"),
    }
}

pub(crate) async fn get(server: &Fixture, path: &str) -> Answer {
    ask(server, Method::GET, path, &[]).await
}

pub(crate) fn protected(answer: &Answer, path: &str) {
    let policy = answer.header("content-security-policy");
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ] {
        assert!(
            policy.split("; ").any(|said| said == part),
            "{path}: {part}"
        );
    }
    assert_eq!(policy.split("; ").count(), 11, "{policy}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
        ),
    ] {
        assert_eq!(answer.header(name), value, "{path}");
    }
}
