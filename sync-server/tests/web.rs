//! The phone app at `/`: which file a browser gets, and in which encoding.

mod common;

use axum::http::{Method, StatusCode};
use common::browser::*;

const SCRIPT: &str = "voorveld-0123456789abcdef.js";

#[tokio::test]
async fn the_root_is_the_apps_page_and_each_file_says_what_it_is() {
    let server = server();
    let page = get(&server, "/").await;
    assert_eq!(
        (page.status, &page.body[..]),
        (StatusCode::OK, &b"<!doctype html>"[..])
    );
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(get(&server, "/?from=home").await.body, page.body);
    assert_eq!(get(&server, "/index.html").await.body, page.body);
    for (path, content_type) in [
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/icons/192.png", "image/png"),
        ("/voorveld-0123456789abcdef.wasm", "application/wasm"),
        ("/alone.gz", "application/octet-stream"),
    ] {
        let file = get(&server, path).await;
        assert_eq!(file.status, 200, "{path}");
        assert_eq!(file.header("content-type"), content_type, "{path}");
        assert_eq!(file.header("content-length"), file.body.len().to_string());
    }
    let empty = get(&server, "/empty.txt").await;
    assert_eq!((empty.status, empty.body.len()), (StatusCode::OK, 0));
}

#[tokio::test]
async fn what_carries_a_hash_is_kept_for_ever_and_the_rest_asked_about_each_time() {
    let server = server();
    for path in [SCRIPT, "voorveld-0123456789abcdef.wasm"] {
        let kept = get(&server, &format!("/{path}")).await;
        let forever = "public, max-age=31536000, immutable";
        assert_eq!(kept.header("cache-control"), forever, "{path}");
    }
    for path in [
        "",
        "index.html",
        "sw.js",
        "manifest.webmanifest",
        "icons/192.png",
    ] {
        let asked = get(&server, &format!("/{path}")).await;
        assert_eq!(asked.header("cache-control"), "no-cache", "{path}");
    }
}

#[tokio::test]
async fn the_form_is_the_one_the_browser_takes_and_is_no_path_of_its_own() {
    let server = server();
    let path = format!("/{SCRIPT}");
    let mut etags = Vec::new();
    for (accepted, coding, body) in [
        ("gzip, deflate, br", "br", "broth"),
        ("gzip;q=1, br;q=0.9", "gzip", "gzipped"),
        ("gzip, br;q=0", "gzip", "gzipped"),
        ("deflate", "", "plain"),
        ("br;q=oops", "", "plain"),
    ] {
        let answer = ask(
            &server,
            Method::GET,
            &path,
            &[("accept-encoding", accepted)],
        )
        .await;
        assert_eq!(answer.body, body, "{accepted}");
        assert_eq!(answer.header("content-encoding"), coding, "{accepted}");
        assert_eq!(answer.header("content-length"), body.len().to_string());
        assert_eq!(answer.header("vary"), "accept-encoding");
        assert_eq!(
            answer.header("content-type"),
            "text/javascript; charset=utf-8"
        );
        etags.push(answer.header("etag").to_owned());
    }
    etags.sort();
    etags.dedup();
    assert_eq!(etags.len(), 3, "each form has a strong tag of its own");
    for suffix in [".br", ".gz"] {
        assert_eq!(get(&server, &format!("{path}{suffix}")).await.status, 404);
    }
    let accepts = [("accept-encoding", "br")];
    let page = ask(&server, Method::GET, "/", &accepts).await;
    assert_eq!(
        (page.status.as_u16(), page.header("content-encoding")),
        (200, "")
    );
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    let server = server();
    let path = format!("/{SCRIPT}");
    let br = [("accept-encoding", "br")];
    let first = ask(&server, Method::GET, &path, &br).await;
    let etag = first.header("etag").to_owned();
    assert!(
        etag.starts_with('"') && etag.ends_with('"') && etag.len() == 34,
        "{etag}"
    );
    let others = format!("\"a\", W/\"b\" ,{etag}");
    for held in [etag.as_str(), &format!("W/{etag}"), &others, "*"] {
        for method in [Method::GET, Method::HEAD] {
            let headers = [("accept-encoding", "br"), ("if-none-match", held)];
            let again = ask(&server, method, &path, &headers).await;
            assert_eq!(
                (again.status.as_u16(), again.body.len()),
                (304, 0),
                "{held}"
            );
            assert_eq!(again.header("etag"), etag);
            assert_eq!(again.header("cache-control"), first.header("cache-control"));
            assert_eq!(again.header("vary"), "accept-encoding");
            assert_eq!(again.header("content-type"), "", "nothing is sent");
        }
    }
    for held in ["\"a\"", "", "oops", &etag[1..33], &etag.to_uppercase()] {
        let headers = [("accept-encoding", "br"), ("if-none-match", held)];
        assert_eq!(
            ask(&server, Method::GET, &path, &headers).await.status,
            200,
            "{held}"
        );
    }
    let other_form = [("if-none-match", etag.as_str())];
    let plain = ask(&server, Method::GET, &path, &other_form).await;
    assert_eq!(plain.body, "plain", "another form of it is not what it has");
}

#[tokio::test]
async fn head_says_what_get_would_and_sends_nothing() {
    let server = server();
    for path in ["/", "/sw.js", &format!("/{SCRIPT}")] {
        let headers = [("accept-encoding", "gzip")];
        let got = ask(&server, Method::GET, path, &headers).await;
        let head = ask(&server, Method::HEAD, path, &headers).await;
        assert_eq!((head.status.as_u16(), head.body.len()), (200, 0), "{path}");
        assert_eq!(head.headers, got.headers, "{path}");
        assert_eq!(head.header("content-length"), got.body.len().to_string());
    }
    assert_eq!(ask(&server, Method::HEAD, "/none", &[]).await.status, 404);
}

#[tokio::test]
async fn files_are_read_and_nothing_else() {
    let server = server();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        for path in ["/", "/sw.js"] {
            let refused = ask(&server, method.clone(), path, &[]).await;
            assert_eq!(refused.status, 405, "{method} {path}");
            assert_eq!(refused.header("allow"), "GET, HEAD");
            assert_eq!(refused.body.len(), 0);
        }
        assert_eq!(ask(&server, method, "/none", &[]).await.status, 404);
    }
}

#[tokio::test]
async fn a_path_that_is_no_file_is_not_found_however_it_is_written() {
    let server = server();
    let long = format!("/{}", "a/".repeat(30_000));
    for path in [
        "/none",
        "/Index.html",
        "/index.html/",
        "//index.html",
        "/icons",
        "/icons/",
        "/../Cargo.toml",
        "/icons/../index.html",
        "/..%2fCargo.toml",
        "/%2e%2e/Cargo.toml",
        "/%2e%2e%2fsw.js",
        "/./index.html",
        "/sw%2ejs",
        "/sw.js%00",
        "/%00",
        "/%",
        "/%zz",
        "/%ff",
        "/etc/passwd",
        "/C:\\Windows",
        "/voorveld-ca.crt",
        "/v2/teams",
        &long,
    ] {
        let none = get(&server, path).await;
        let shown = &path[..path.len().min(40)];
        assert_eq!((none.status.as_u16(), none.body.len()), (404, 0), "{shown}");
        protected(&none, shown);
    }
}
