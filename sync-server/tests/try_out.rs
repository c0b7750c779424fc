//! A try-out with phones: the real server process with its self-signed certificate.

mod common;

use std::{
    fs,
    io::{BufRead, BufReader},
    net::TcpStream,
    path::Path,
};

use common::*;
use reqwest::Client;

/// A client that trusts only this authority; `None` makes one that accepts any certificate.
fn phone(authority: Option<&[u8]>) -> Client {
    // An error means that another test installed a provider; either will do.
    drop(rustls::crypto::ring::default_provider().install_default());
    let client = match authority {
        Some(der) => {
            let root = reqwest::Certificate::from_der(der).expect("a certificate");
            Client::builder().tls_certs_only([root])
        }
        None => Client::builder().tls_danger_accept_invalid_certs(true),
    };
    client.build().expect("built")
}

async fn authority(server: &Process) -> Vec<u8> {
    let answer = phone(None)
        .get(url(server, "/voorveld-ca.crt"))
        .send()
        .await
        .expect("answered");
    assert_eq!(answer.status(), 200);
    assert_eq!(
        answer.headers()["content-type"],
        "application/x-x509-ca-cert"
    );
    answer.bytes().await.expect("a body").to_vec()
}

fn url(server: &Process, path: &str) -> String {
    format!("https://localhost:{}{path}", server.address.port())
}

fn names(dir: &Path) -> Vec<String> {
    let names = fs::read_dir(dir).expect("a folder");
    let names = names.map(|file| file.expect("a file").file_name());
    let mut names: Vec<_> = names.map(|n| n.into_string().expect("text")).collect();
    names.sort();
    names
}

fn private(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(file).expect("there").permissions().mode();
    mode & 0o777 == 0o600
}

#[tokio::test]
async fn a_phone_that_trusts_the_authority_once_trusts_the_server_at_every_start() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Process::start(dir.path(), &["--self-signed"]);
    let first = authority(&server).await;
    let trusting = phone(Some(&first));
    for path in ["/health", "/voorveld-ca.crt"] {
        let answer = trusting.get(url(&server, path)).send().await;
        assert_eq!(answer.expect("trusted").status(), 200, "{path}");
    }
    let address = format!("https://{}/voorveld-ca.crt", server.address);
    let head = trusting.head(address).send().await.expect("by address too");
    let length = head.headers()["content-length"].to_str().expect("text");
    assert_eq!(length, first.len().to_string(), "HEAD on a real socket");
    assert!(!head.headers().contains_key("strict-transport-security"));
    server.kill();
    assert!(private(&dir.path().join("authority.pem")));

    let server = Process::start(dir.path(), &["--self-signed"]);
    assert_eq!(authority(&server).await, first);
    let again = trusting.get(url(&server, "/health")).send().await;
    assert_eq!(again.expect("still trusted").status(), 200);
    server.kill();

    let elsewhere = tempfile::tempdir().expect("a folder");
    let stranger = Process::start(elsewhere.path(), &["--self-signed"]);
    assert_ne!(authority(&stranger).await, first);
    let refused = trusting.get(url(&stranger, "/health")).send().await;
    assert!(refused.is_err(), "another authority is another matter");
}

#[tokio::test]
async fn where_phones_reach_it_a_token_is_made_once_and_told_and_asked_for() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Process::start_on("0.0.0.0:0", dir.path(), &["--self-signed"]);
    let trusting = phone(Some(&authority(&server).await));
    let kept = fs::read_to_string(dir.path().join("registration-token")).expect("there");
    let token = kept.trim().to_owned();
    assert!(private(&dir.path().join("registration-token")));
    for (shown, status) in [(None, 403), (Some("1234"), 403), (Some(&*token), 201)] {
        let message = create(&anna(), shown);
        let sent = trusting
            .post(url(&server, &message.path))
            .body(message.body);
        assert_eq!(sent.send().await.expect("answered").status(), status);
    }
    let said = server.last_words();
    assert!(said.contains(&format!("\n  {token}\n")), "{said}");
    assert!(said.contains("voorveld-ca.crt"), "{said}");

    let again = Process::start_on("0.0.0.0:0", dir.path(), &["--self-signed"]);
    let said = again.last_words();
    assert!(said.contains(&token), "the same token: {said}");
}

#[test]
fn no_token_is_made_where_only_this_machine_comes_or_one_was_given() {
    let dir = tempfile::tempdir().expect("a folder");
    let local = Process::start(dir.path(), &["--self-signed"]).last_words();
    assert!(!local.contains("access code"), "{local}");
    let options = ["--self-signed", "--registration-token", "geheim"];
    let given = Process::start_on("0.0.0.0:0", dir.path(), &options).last_words();
    assert!(
        !given.contains("access code") && !given.contains("geheim"),
        "{given}"
    );
    let wanted = ["authority.pem", "lock", "voorveld.sqlite3"];
    assert_eq!(names(dir.path()), wanted);
}

#[test]
fn a_broken_file_is_told_and_neither_used_nor_overwritten() {
    for file in ["authority.pem", "registration-token"] {
        let dir = tempfile::tempdir().expect("a folder");
        fs::write(dir.path().join(file), "no more than half of").expect("written");
        let mut command = Process::command_on("0.0.0.0:0", dir.path(), &["--self-signed"]);
        let mut child = command.spawn().expect("starts");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("piped");
        BufReader::new(stdout).read_line(&mut line).expect("text");
        if !line.is_empty() {
            // Otherwise this test would wait forever.
            child.kill().expect("killed");
        }
        let ended = child.wait_with_output().expect("ended");
        assert_eq!(line, "", "it must not listen");
        let said = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(1), "{said}");
        assert!(said.contains(&format!("{file} cannot be used")), "{said}");
        assert!(!said.contains("panicked"), "{said}");
        let kept = fs::read_to_string(dir.path().join(file)).expect("there");
        assert_eq!(kept, "no more than half of");
    }
}

#[test]
fn how_to_open_it_is_told_to_people_and_not_to_scripts() {
    let dir = tempfile::tempdir().expect("a folder");
    assert_eq!(Process::start(dir.path(), &[]).last_words(), "");
    let asked = Process::start(dir.path(), &["--qr"]).last_words();
    assert!(
        asked.contains("Open it in a browser on this machine: http://127.0.0.1:"),
        "{asked}"
    );
}

#[test]
fn a_script_that_reads_the_first_line_only_does_not_stop_the_server() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut command = Process::command(dir.path(), &["--self-signed", "--qr"]);
    let mut child = command.spawn().expect("starts");
    let mut stdout = BufReader::new(child.stdout.take().expect("piped"));
    let mut line = String::new();
    stdout.read_line(&mut line).expect("a line");
    drop(stdout);
    let address = line.trim().trim_start_matches("listening on https://");
    let answered = TcpStream::connect(address);
    child.kill().expect("it still ran");
    child.wait().expect("ended");
    answered.expect("it listens");
}

#[test]
fn a_certificate_comes_from_one_side_only() {
    let dir = tempfile::tempdir().expect("a folder");
    let options = ["--self-signed", "--tls-cert", "a", "--tls-key", "b"];
    let refused = Process::command(dir.path(), &options)
        .output()
        .expect("ran");
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(names(dir.path()), [""; 0], "nothing was made");
}
