//! The real server process, on a real socket with real files.

mod common;

use std::{
    io::{Read, Write},
    net::TcpStream,
    process::Command,
};

use common::*;
use voorveld_protocol::{RefusalCode, SyncRequest};

#[test]
fn an_acknowledged_push_is_there_after_the_process_was_killed() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Process::start(dir.path(), &[]);
    assert_eq!(server.post(&create(&anna(), None)).status, 201);
    for day in 0..5 {
        let pushes = records(&anna(), day * 10 + 1, day * 10 + 10);
        let kept = server.post(&sync(&anna(), &request(pushes))).synced().kept;
        assert_eq!(kept, day * 10 + 10);
    }
    let before = server.post(&sync(&anna(), &request(vec![]))).synced();
    server.kill();

    let server = Process::start(dir.path(), &[]);
    let after = server.post(&sync(&anna(), &request(vec![]))).synced();
    assert_eq!((after.head.seq, after.kept), (50, 50));
    assert_eq!(after, before);
    let again = SyncRequest {
        include_own: true,
        ..request(records(&anna(), 41, 55))
    };
    let whole = server.post(&sync(&anna(), &again)).synced();
    assert_eq!((whole.head.seq, whole.entries.len()), (55, 55));
}

#[test]
fn killed_in_the_midst_of_pushes_the_log_holds_all_that_was_acknowledged() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Process::start(dir.path(), &[]);
    server.post(&create(&anna(), None));
    let address = server.address;
    let (told, acknowledged) = std::sync::mpsc::channel();
    let pusher = std::thread::spawn(move || {
        let mut kept = 0;
        loop {
            let pushes = records(&anna(), kept + 1, kept + 5);
            match post(address, &sync(&anna(), &request(pushes))) {
                Ok(reply) if reply.status == 200 => kept = reply.synced().kept,
                _ => return kept,
            }
            if told.send(kept).is_err() {
                return kept;
            }
        }
    });
    while acknowledged.recv().expect("pushes go on") < 50 {}
    server.kill();
    let kept = pusher.join().expect("ended");

    let server = Process::start(dir.path(), &[]);
    let after = server.post(&sync(&anna(), &request(vec![]))).synced();
    assert!(
        after.kept == kept || after.kept == kept + 5,
        "{} {kept}",
        after.kept
    );
    assert_eq!(
        (after.head.seq, after.entries.len() as u64),
        (after.kept, after.kept)
    );
}

#[test]
fn told_to_stop_it_finishes_what_is_at_hand_and_leaves_one_clean_file() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Process::start(dir.path(), &["--log", "json"]);
    server.post(&create(&anna(), None));
    let message = sync(&anna(), &request(records(&anna(), 1, 3)));
    // Half of a request has arrived when the server is told to stop.
    let head = format!(
        "POST {} HTTP/1.1\r\nhost: test\r\ncontent-length: {}\r\nexpect: 100-continue\r\n\r\n",
        message.path,
        message.body.len()
    );
    let mut stream = TcpStream::connect(server.address).expect("connects");
    stream.write_all(head.as_bytes()).expect("sent");
    let mut go_on = [0; 25];
    stream
        .read_exact(&mut go_on)
        .expect("the server waits for the body");
    assert!(go_on.starts_with(b"HTTP/1.1 100"));
    let rest = std::thread::spawn(move || {
        stream.write_all(&message.body).expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("answered");
        answer
    });
    let (ended, log) = server.terminate();
    assert!(ended.success(), "{ended}: {log}");
    let answer = rest.join().expect("answered");
    assert!(
        answer.starts_with(b"HTTP/1.1 200"),
        "{}",
        String::from_utf8_lossy(&answer)
    );

    let files = std::fs::read_dir(dir.path()).expect("a folder");
    let mut names: Vec<_> = files.map(|f| f.expect("a file").file_name()).collect();
    names.sort();
    assert_eq!(
        names,
        ["lock", "voorveld.sqlite3"],
        "no log file is left to replay"
    );
    assert!(log.contains(r#""route":"/v1/teams/{team}/sync""#), "{log}");
    assert!(log.contains(r#""team":"ababab""#), "{log}");
    assert!(!log.contains(&TEAM.to_hex()), "no whole tag in the log");
    assert!(
        !log.contains(&anna().device().to_hex()),
        "no key in the log"
    );
}

#[test]
fn told_to_stop_two_hundred_times_it_ends_well_each_time_and_has_all() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Process::start(dir.path(), &[]);
    server.post(&create(&anna(), None));
    let mut server = Some(server);
    for day in 1..=200 {
        let running = server
            .take()
            .unwrap_or_else(|| Process::start(dir.path(), &[]));
        let push = running.post(&sync(&anna(), &request(records(&anna(), day, day))));
        assert_eq!(push.synced().kept, day);
        let (ended, log) = running.terminate();
        assert!(ended.success(), "day {day}: {ended}: {log}");
    }
}

#[test]
fn a_second_process_on_the_same_folder_says_why_it_does_not_start() {
    let dir = tempfile::tempdir().expect("a folder");
    let _first = Process::start(dir.path(), &[]);
    let second = Process::command(dir.path(), &[]).output().expect("ran");
    assert!(!second.status.success());
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(said.contains("in use by another server"), "{said}");
}

#[test]
fn a_registration_token_comes_from_option_or_environment_and_is_in_no_log() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Process::start(dir.path(), &["--registration-token", "geheim-van-de-stad"]);
    let refused = server.post(&create(&anna(), None)).refused();
    assert_eq!(refused, (403, RefusalCode::RegistrationClosed, 0));
    let wrong = server.post(&create(&anna(), Some("geheim"))).refused();
    assert_eq!(wrong, (403, RefusalCode::RegistrationClosed, 0));
    let right = server.post(&create(&anna(), Some("geheim-van-de-stad")));
    assert_eq!(right.status, 201);
    let (_, log) = server.terminate();
    assert!(
        log.contains("RegistrationClosed") && !log.contains("geheim"),
        "{log}"
    );

    let help = Command::new(env!("CARGO_BIN_EXE_voorveld-sync-server"))
        .arg("--help")
        .env("VOORVELD_REGISTRATION_TOKEN", "geheim-van-de-stad")
        .output()
        .expect("ran");
    let help = String::from_utf8_lossy(&help.stdout).into_owned();
    assert!(help.contains("VOORVELD_REGISTRATION_TOKEN") && !help.contains("geheim"));
}

#[test]
fn a_full_database_refuses_with_storage_and_keeps_what_it_had() {
    let dir = tempfile::tempdir().expect("a folder");
    let server = Process::start(dir.path(), &["--max-data-mib", "1"]);
    server.post(&create(&anna(), None));
    let small = vec![record(&anna(), 1, 1000)];
    assert_eq!(
        server.post(&sync(&anna(), &request(small))).synced().kept,
        1
    );
    let large = vec![record(&anna(), 2, 2 * 1024 * 1024)];
    let refused = server.post(&sync(&anna(), &request(large))).refused();
    assert_eq!(refused, (507, RefusalCode::Storage, 0));
    let after = server.post(&sync(&anna(), &request(vec![]))).synced();
    assert_eq!((after.kept, after.head.seq), (1, 1));
}

#[tokio::test]
async fn it_speaks_https_with_the_certificate_it_is_given() {
    let dir = tempfile::tempdir().expect("a folder");
    let made = rcgen::generate_simple_self_signed(vec!["localhost".into()]).expect("made");
    let (cert, key) = (dir.path().join("cert.pem"), dir.path().join("key.pem"));
    std::fs::write(&cert, made.cert.pem()).expect("written");
    std::fs::write(&key, made.signing_key.serialize_pem()).expect("written");
    let path = |p: &std::path::Path| p.to_str().expect("utf-8").to_string();
    let options = ["--tls-cert", &path(&cert), "--tls-key", &path(&key)];
    let server = Process::start(&dir.path().join("data"), &options);

    // An error means that another test installed a provider; either will do.
    drop(rustls::crypto::ring::default_provider().install_default());
    let trusted = reqwest::Certificate::from_pem(made.cert.pem().as_bytes()).expect("read");
    let client = reqwest::Client::builder()
        .tls_certs_only([trusted])
        .build()
        .expect("built");
    let url = format!("https://localhost:{}/health", server.address.port());
    let answer = client.get(url).send().await.expect("answered");
    assert_eq!(answer.status(), 200);
    let body = answer.text().await.expect("a body");
    assert!(body.contains(r#""status":"ok""#), "{body}");
    let plain = post(server.address, &create(&anna(), None));
    assert!(
        plain.map_or(true, |reply| reply.status != 201),
        "no plain HTTP beside it"
    );
}
