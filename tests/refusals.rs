//! Failures are reported accurately and change nothing: invalid codes, and servers that are
//! unreachable, belong to another team, or respond with garbage.

mod support;

use support::pair::{OnePhone, Pair};
use support::proxy::Fate;
use support::server::SyncServer;
use voorveld_core::model::Who;
use voorveld_core::{Error, SyncProblem};

#[test]
fn a_code_that_does_not_fit_says_why_and_lets_nobody_in() {
    let pair = Pair::in_a_team();
    let url = pair.proxy.url();
    let eva = OnePhone::new("Eva", pair.folder.path());
    let joined = |words: &[String]| eva.join(&url, words);

    let words = pair.noor.invite().expect("an invitation").words;
    let mut mistyped = words.clone();
    mistyped[3] = "qqqq".to_owned();
    assert_eq!(joined(&mistyped), Err(Error::Words(4)));
    assert_eq!(joined(&words[..4]), Err(Error::Words(0)));
    let mut other = words.clone();
    other.reverse();
    assert_eq!(joined(&other), Err(Error::InvitationUnknown));
    assert!(!eva.sync_state().in_team);

    let roos = OnePhone::new("Roos", pair.folder.path());
    assert_eq!(roos.join(&url, &words), Ok(()));
    assert_eq!(joined(&words), Err(Error::InvitationUsed));
    assert!(!eva.sync_state().in_team);
    assert_eq!(roos.join(&url, &words), Err(Error::InTeam));
    assert_eq!(roos.timeline(pair.case), pair.noor.timeline(pair.case));
}

#[test]
fn answers_that_make_no_sense_are_told_apart_and_change_nothing() {
    let pair = Pair::in_a_team();
    pair.both_write("blijft op de telefoon");
    let check = |answer: &'static [u8], problem: SyncProblem| {
        pair.proxy.next([Fate::Instead(answer)]);
        let closed = pair.noor.close_day().expect_err("no such answer");
        assert_eq!(closed, Error::Sync(problem), "{answer:?}");
        let state = pair.noor.sync_state();
        assert_eq!((state.only_here, state.problem), (1, Some(problem)));
    };
    check(
        b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 20\r\n\r\n<h1>Gratis wifi</h1>",
        SyncProblem::LoginPage,
    );
    check(
        b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/login\r\ncontent-length: 0\r\n\r\n",
        SyncProblem::LoginPage,
    );
    check(
        b"HTTP/1.1 200 OK\r\ncontent-type: application/cbor\r\ncontent-length: 4\r\n\r\n\xff\xff\xff\xff",
        SyncProblem::Nonsense,
    );
    check(b"SSH-2.0-OpenSSH_9.2\r\n", SyncProblem::Nonsense);
    check(
        b"HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\ncontent-length: 3\r\n\r\n502",
        SyncProblem::ServerTrouble,
    );
    check(
        b"HTTP/1.1 504 Gateway Timeout\r\ncontent-length: 0\r\n\r\n",
        SyncProblem::NoAnswer,
    );
    pair.become_equal();
    assert_eq!(pair.noor.timeline(pair.case).len(), 2);
}

#[test]
fn a_server_with_another_certificate_gets_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = rcgen::generate_simple_self_signed(vec!["localhost".into()]).expect("made");
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("cert.pem"), made.cert.pem()).expect("written");
    std::fs::write(path("key.pem"), made.signing_key.serialize_pem()).expect("written");
    let (cert, key) = (path("cert.pem"), path("key.pem"));
    let options = [
        "--tls-cert",
        cert.to_str().expect("text"),
        "--tls-key",
        key.to_str().expect("text"),
    ];
    let server = SyncServer::start(&path("server"), &options);
    let noor = OnePhone::new("Noor", folder.path());
    let url = format!("https://localhost:{}", server.address().port());
    let started = noor.start_team(&url);
    assert_eq!(started, Err(Error::Sync(SyncProblem::Certificate)));
    assert!(!noor.sync_state().in_team);
}

#[test]
fn a_server_that_lost_everything_is_said_to_know_nobody_and_the_phones_keep_it_all() {
    let mut pair = Pair::in_a_team();
    pair.both_write("voor het verlies");
    pair.become_equal();
    let nothing = pair.folder.path().join("nothing");
    pair.server.restore(&nothing);
    pair.both_write("na het verlies");
    for phone in [&pair.noor, &pair.bas] {
        let closed = phone.close_day().err();
        assert_eq!(closed, Some(Error::Sync(SyncProblem::NotKnown)));
        assert_eq!(phone.timeline(pair.case).len(), 3, "{}", phone.owner);
        assert_eq!(phone.sync_state().only_here, 1);
    }
}

#[test]
fn a_server_that_is_not_there_is_no_connection_and_nothing_is_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = SyncServer::start(&folder.path().join("server"), &[]);
    let noor = OnePhone::new("Noor", folder.path());
    let case = noor.open_case("Bruggenman");
    noor.start_team(&server.url()).expect("the team starts");
    server.kill();
    noor.log(Who::Case(case), "Zonder bereik.");
    let closed = noor.close_day();
    assert_eq!(closed.err(), Some(Error::Sync(SyncProblem::NoConnection)));
    let state = noor.sync_state();
    assert_eq!((state.only_here, state.running), (1, false));
    assert_eq!(noor.timeline(case), ["Zonder bereik."]);
    server.restart();
    assert!(noor.close_day().is_ok());
    assert_eq!(noor.sync_state().only_here, 0);
}
