use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use voorveld_protocol::{Refusal, RefusalCode, TeamTag};

use super::*;

const SYNC: Route = Route::Sync(TeamTag([1; 16]));

/// A server that reads a request and always responds with these bytes.
fn answering(bytes: impl Into<Vec<u8>>) -> Address {
    let bytes = bytes.into();
    let listener = TcpListener::bind("127.0.0.1:0").expect("binds");
    let port = listener.local_addr().expect("is bound").port();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("somebody calls");
        let mut request = [0; 4096];
        let _read = stream.read(&mut request).expect("reads");
        stream.write_all(&bytes).expect("answers");
    });
    Address::parse(&format!("http://127.0.0.1:{port}")).expect("an address")
}

fn answer(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\n{headers}\r\n");
    [head.as_bytes(), body].concat()
}

fn post(server: &Address, route: Route) -> Arrived {
    let patience = Duration::from_millis(300);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let transport = HttpTransport::with_patience(patience, patience).expect("TLS");
        transport.post(server, route, b"body".to_vec()).await
    })
}

#[track_caller]
fn check(bytes: impl Into<Vec<u8>>, route: Route, expected: Result<&[u8], SyncProblem>) {
    let arrived = post(&answering(bytes), route);
    let outcome = arrived.outcome.map_err(|failure| failure.problem());
    assert_eq!(outcome.as_deref().map_err(|p| *p), expected);
}

#[test]
fn an_answer_arrives_with_the_servers_clock() {
    let headers = "content-type: application/cbor\r\ndate: Sun, 22 Nov 2026 13:00:00 GMT\r\n";
    let arrived = post(&answering(answer("200 OK", headers, b"abc")), SYNC);
    assert_eq!(arrived.outcome, Ok(b"abc".to_vec()));
    assert_eq!(arrived.bytes, 3);
    let time = arrived.server_time.expect("a time").to_rfc3339();
    assert_eq!(time, "2026-11-22T13:00:00+00:00");
}

#[test]
fn a_refusal_arrives_as_what_it_is() {
    let refusal = Refusal::new(RefusalCode::Busy, "later");
    let body = voorveld_protocol::encode(&refusal);
    let bytes = answer("503 Busy", "content-type: application/cbor\r\n", &body);
    let arrived = post(&answering(bytes), SYNC);
    assert_eq!(arrived.outcome, Err(Failure::Refused(refusal)));
}

#[test]
fn a_login_page_is_never_taken_for_the_server() {
    let html = "content-type: text/html\r\n";
    let page = answer("200 OK", html, b"<h1>Welkom in het hotel</h1>");
    check(page.clone(), SYNC, Err(SyncProblem::LoginPage));
    check(page, Route::CreateTeam, Err(SyncProblem::LoginPage));
    let away = answer("302 Found", "location: http://127.0.0.1:1/login\r\n", b"");
    check(away, SYNC, Err(SyncProblem::LoginPage));
    let moved = answer(
        "301 Moved Permanently",
        "location: http://127.0.0.1:1/\r\n",
        b"",
    );
    check(moved, SYNC, Err(SyncProblem::Nonsense));
    let bare = answer("201 Created", "", b"");
    check(bare.clone(), Route::CreateTeam, Ok(b""));
    check(bare, SYNC, Err(SyncProblem::Nonsense));
}

#[test]
fn what_does_not_speak_http_makes_no_sense() {
    check(
        b"220 mail.example ESMTP\r\n".to_vec(),
        SYNC,
        Err(SyncProblem::Nonsense),
    );
}

#[test]
fn a_proxy_without_a_server_behind_it_is_server_trouble() {
    let page = answer("502 Bad Gateway", "content-type: text/html\r\n", b"nginx");
    check(page, SYNC, Err(SyncProblem::ServerTrouble));
}

#[test]
fn an_answer_cut_off_is_no_answer() {
    let whole = answer("200 OK", "content-type: application/cbor\r\n", &[7; 900]);
    check(
        &whole[..whole.len() - 100],
        SYNC,
        Err(SyncProblem::NoAnswer),
    );
    check(b"".to_vec(), SYNC, Err(SyncProblem::NoAnswer));
}

#[test]
fn a_server_that_stays_silent_is_no_answer() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("binds");
    let port = listener.local_addr().expect("is bound").port();
    let server = Address::parse(&format!("http://127.0.0.1:{port}")).expect("an address");
    let arrived = post(&server, SYNC);
    assert_eq!(arrived.outcome, Err(Failure::Lost(SyncProblem::NoAnswer)));
}

#[test]
fn nobody_at_the_address_is_no_connection() {
    let port = {
        let listener = TcpListener::bind("127.0.0.1:0").expect("binds");
        listener.local_addr().expect("is bound").port()
    };
    let server = Address::parse(&format!("http://127.0.0.1:{port}")).expect("an address");
    let lost = Err(Failure::Lost(SyncProblem::NoConnection));
    assert_eq!(post(&server, SYNC).outcome, lost);
    let nowhere = Address::parse("https://voorveld.invalid").expect("an address");
    assert_eq!(post(&nowhere, SYNC).outcome, lost);
}

#[test]
fn a_server_that_cannot_prove_itself_is_not_talked_to() {
    let plain = answering(answer("200 OK", "", b"")).to_string();
    let tls = plain.replace("http://", "https://");
    let arrived = post(&Address::parse(&tls).expect("an address"), SYNC);
    assert_eq!(
        arrived.outcome,
        Err(Failure::Lost(SyncProblem::Certificate))
    );
}

#[test]
fn an_endless_answer_is_cut_short() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/cbor\r\n\r\n";
    let listener = TcpListener::bind("127.0.0.1:0").expect("binds");
    let port = listener.local_addr().expect("is bound").port();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("somebody calls");
        let _read = stream.read(&mut [0; 4096]).expect("reads");
        stream.write_all(head.as_bytes()).expect("answers");
        // Ends when the client closes the connection.
        while stream.write_all(&[0; 65_536]).is_ok() {}
    });
    let server = Address::parse(&format!("http://127.0.0.1:{port}")).expect("an address");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let arrived = runtime.block_on(async {
        let transport = HttpTransport::new().expect("TLS");
        transport.post(&server, SYNC, Vec::new()).await
    });
    assert_eq!(arrived.outcome, Err(Failure::Lost(SyncProblem::Nonsense)));
}
