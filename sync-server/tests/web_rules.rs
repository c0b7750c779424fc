//! The headers on every response of the phone app, and its separation from the API.

mod common;

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request},
};
use common::{browser::*, fixture::Fixture, *};
use tower::ServiceExt;
use voorveld_sync_server::{Limits, Tls};

#[tokio::test]
async fn every_answer_of_the_app_tells_the_browser_what_it_may_do() {
    let server = server();
    let etag = get(&server, "/").await.header("etag").to_owned();
    for (method, path, headers, status) in [
        (Method::GET, "/", vec![], 200),
        (Method::HEAD, "/", vec![], 200),
        (
            Method::GET,
            "/",
            vec![("if-none-match", etag.as_str())],
            304,
        ),
        (Method::GET, "/none", vec![], 404),
        (Method::POST, "/", vec![], 405),
    ] {
        let answer = ask(&server, method, path, &headers).await;
        assert_eq!(answer.status, status);
        protected(&answer, path);
        let strict = answer.header("strict-transport-security");
        assert_eq!(strict, "", "without TLS it would mean nothing");
    }
}

#[tokio::test]
async fn only_a_certificate_of_the_administrators_binds_a_browser_to_tls() {
    let of = |tls| {
        Fixture::with(|config| {
            config.web = made_up();
            config.tls = Some(tls);
        })
    };
    let files = Tls::Files {
        certificate: "cert.pem".into(),
        key: "key.pem".into(),
    };
    let bound = get(&of(files), "/none").await;
    assert_eq!(
        bound.header("strict-transport-security"),
        "max-age=31536000"
    );
    let tried = get(&of(Tls::SelfSigned), "/none").await;
    assert_eq!(tried.header("strict-transport-security"), "");
}

#[tokio::test]
async fn the_api_answers_as_it_did_with_an_app_beside_it() {
    let server = server();
    assert_eq!(server.post(create(&anna(), None)).await.status, 201);
    let health = get(&server, "/health").await;
    assert_eq!(health.header("content-type"), "application/json");
    assert_eq!(health.header("x-content-type-options"), "nosniff");
    assert_eq!(health.header("content-security-policy"), "");
    for (path, status) in [("/v1", 404), ("/v1/none", 404), ("/v1/teams", 405)] {
        let answer = get(&server, path).await;
        assert_eq!(
            (answer.status.as_u16(), answer.body.len()),
            (status, 0),
            "{path}"
        );
        assert_eq!(answer.header("content-security-policy"), "", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    }
}

#[tokio::test]
async fn a_server_without_the_app_says_so_at_the_root_and_nowhere_else() {
    let server = Fixture::new();
    let page = get(&server, "/").await;
    let said = String::from_utf8(page.body.to_vec()).expect("UTF-8");
    assert_eq!(page.status, 404);
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    let dutch = said.find("zonder de app").expect("Dutch");
    let english = said.find("without the app").expect("English");
    assert!(dutch < english && said.contains("./run server"), "{said}");
    protected(&page, "/");
    assert_eq!(get(&server, "/index.html").await.body.len(), 0);
    assert_eq!(ask(&server, Method::POST, "/", &[]).await.status, 404);
}

#[tokio::test]
async fn sending_files_is_bounded_and_takes_no_place_of_who_syncs() {
    let server = Fixture::with(|config| {
        config.web = made_up();
        config.limits = Limits {
            files: 1,
            in_flight: 1,
            ..Limits::default()
        };
    });
    let held = {
        let request = Request::get("/").extension(ConnectInfo(server.peer));
        let request = request.body(Body::empty()).expect("a request");
        server
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("answers")
    };
    let busy = get(&server, "/sw.js").await;
    assert_eq!(
        (busy.status.as_u16(), busy.header("retry-after")),
        (503, "1")
    );
    protected(&busy, "/sw.js");
    assert_eq!(ask(&server, Method::HEAD, "/sw.js", &[]).await.status, 200);
    let synced = server.post(create(&anna(), None)).await;
    assert_eq!(synced.status, 201, "who syncs does not notice");
    drop(held);
    assert_eq!(
        get(&server, "/sw.js").await.status,
        200,
        "its place is free again"
    );
    assert_eq!(get(&server, "/sw.js").await.status, 200);

    let crowded = Fixture::with(|config| {
        config.web = made_up();
        config.limits.in_flight = 0;
    });
    assert_eq!(
        get(&crowded, "/").await.status,
        200,
        "nor the other way round"
    );
}
