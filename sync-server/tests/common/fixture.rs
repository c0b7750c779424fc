//! A server without a socket, for testing handlers.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::Request,
};
use tempfile::TempDir;
use tower::ServiceExt;
use voorveld_protocol::*;
use voorveld_sync_server::{AppState, Config, SqliteOptions, SqliteStore, WebApp, app};

use super::*;

/// A server without a socket, with a clock set by the test.
pub(crate) struct Fixture {
    pub(crate) router: Router,
    pub(crate) now: Arc<AtomicU64>,
    pub(crate) peer: SocketAddr,
    _dir: TempDir,
}

impl Fixture {
    pub(crate) fn new() -> Self {
        Self::with(|_| {})
    }

    pub(crate) fn with(change: impl FnOnce(&mut Config)) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let mut config = Config::new(dir.path());
        // The tests may be built with or without the app.
        config.web = WebApp::default();
        change(&mut config);
        let store = SqliteStore::open(&SqliteOptions::new(dir.path())).expect("opens");
        let now = Arc::new(AtomicU64::new(1000));
        let clock = Arc::clone(&now);
        let clock = Arc::new(move || clock.load(Ordering::Relaxed));
        Self {
            router: app(AppState::new(Arc::new(store), &config, clock)),
            now,
            peer: SocketAddr::from(([127, 0, 0, 1], 50_000)),
            _dir: dir,
        }
    }

    /// Creates a server with Anna's team on it.
    pub(crate) async fn with_anna() -> Self {
        let fixture = Self::new();
        assert_eq!(fixture.post(create(&anna(), None)).await.status, 201);
        fixture
    }

    pub(crate) async fn post(&self, post: Post) -> Reply {
        self.send(Request::post(post.path), post.body).await
    }

    pub(crate) async fn send(&self, request: axum::http::request::Builder, body: Vec<u8>) -> Reply {
        let request = request
            .header("content-length", body.len())
            .extension(ConnectInfo(self.peer))
            .body(Body::from(body))
            .expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("answers");
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), usize::MAX).await;
        let body = body.expect("a body").to_vec();
        Reply { status, body }
    }

    pub(crate) async fn sync(&self, by: &Signer, request: SyncRequest) -> Reply {
        self.post(sync(by, &request)).await
    }
}
