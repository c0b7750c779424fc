//! Two phones' cores against the real server process, over a network that fails in every way there
//! is. Whatever happened: in the end both are provably equal, and nothing is lost or there twice.

mod support;

use std::collections::BTreeSet;

use support::pair::{OnePhone, Pair};
use support::proxy::{CUTS, Fate, Proxy};
use support::server::SyncServer;
use support::wire::holds;
use voorveld_core::view::Who;
use voorveld_core::{Error, SyncProblem};

/// Far more exchanges than closing a day takes.
const MANY: usize = 10;

#[test]
fn a_day_closed_with_the_connection_cut_at_any_point_ends_equal() {
    let pair = Pair::in_a_team();
    let mut written = 0;
    for first in ["Noor", "Bas"] {
        for cut in CUTS {
            for exchange in 0.. {
                let round = format!("{first}, exchange {exchange}, {cut:?}");
                assert!(exchange < MANY, "closing a day never ends: {round}");
                pair.both_write(&round);
                written += 2;
                let mut fates = vec![Fate::Pass; exchange];
                fates.push(cut);
                pair.proxy.next(fates);
                let phone = if first == "Noor" {
                    &pair.noor
                } else {
                    &pair.bas
                };
                let closed = phone.close_day();
                let met = pair.proxy.left() == 0;
                println!("{round}: {closed:?}");
                pair.proxy.next([]);
                check_cut(&round, cut, met, &closed);
                pair.become_equal();
                check_timeline(&pair, written);
                if !met {
                    // That was one exchange more than there are.
                    assert!(exchange > 0, "closing a day asks the server nothing");
                    break;
                }
            }
        }
    }
}

/// Cut off is cut off, and is said to be; a whole answer is an answer.
fn check_cut<T: std::fmt::Debug>(round: &str, cut: Fate, met: bool, closed: &Result<T, Error>) {
    if met && cut != Fate::AfterAnswer {
        let problem = closed.as_ref().expect_err(round);
        assert_eq!(*problem, Error::Sync(SyncProblem::NoAnswer), "{round}");
    } else {
        assert!(closed.is_ok(), "{round}: {closed:?}");
    }
}

/// Every sentence that was written is there, once.
fn check_timeline(pair: &Pair, written: usize) {
    let timeline = pair.noor.timeline(pair.case);
    let different: BTreeSet<_> = timeline.iter().collect();
    assert_eq!(timeline.len(), written, "{timeline:#?}");
    assert_eq!(different.len(), written, "something is there twice");
}

#[test]
fn a_team_is_started_and_joined_once_wherever_the_connection_is_cut() {
    for cut in CUTS {
        let folder = tempfile::tempdir().expect("a folder");
        let server = SyncServer::start(&folder.path().join("server"), &[]);
        let proxy = Proxy::to(server.address());
        let noor = OnePhone::new("Noor", folder.path());
        let case = noor.open_case("Bruggenman");
        let bas = OnePhone::new("Bas", folder.path());
        bas.log(Who::Unknown, "Al gehoord voordat er een team was.");
        let url = proxy.url();
        let again = |what: &str, step: &dyn Fn() -> Result<(), Error>| {
            proxy.next([cut]);
            let first = step();
            proxy.next([]);
            if first.is_err() {
                assert_eq!(first, Err(Error::Sync(SyncProblem::NoAnswer)), "{what}");
                assert_eq!(step(), Ok(()), "{what} again, after {cut:?}");
            }
        };
        again("starting", &|| noor.start_team(&url));
        again("inviting", &|| noor.invite().map(drop));
        let words = noor.invite().expect("an invitation").words;
        again("joining", &|| bas.join(&url, &words));
        let pair = Pair {
            server,
            proxy,
            noor,
            bas,
            case,
            folder,
        };
        pair.become_equal();
        assert_eq!((pair.noor.cases(), pair.bas.cases()), (1, 1), "{cut:?}");
    }
}

#[test]
fn a_phone_that_dies_before_it_hears_the_answer_sends_nothing_twice() {
    let mut pair = Pair::in_a_team();
    pair.both_write("voor de batterij leeg was");
    pair.proxy.next([Fate::BeforeAnswer]);
    let closed = pair.noor.close_day();
    assert!(closed.is_err(), "{closed:?}");
    pair.noor.restart();
    pair.both_write("daarna");
    pair.become_equal();
    check_timeline(&pair, 4);
}

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
        SyncProblem::Nonsense,
    );
    check(
        b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/login\r\ncontent-length: 0\r\n\r\n",
        SyncProblem::Nonsense,
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
    check_timeline(&pair, 2);
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
fn a_slow_server_is_waited_for_and_the_phone_works_on_meanwhile() {
    let pair = Pair::in_a_team();
    pair.both_write("langzaam");
    pair.proxy.always(Some(Fate::Trickle));
    pair.become_equal();
    pair.proxy.always(None);

    pair.proxy.hold();
    std::thread::scope(|scope| {
        let closing = scope.spawn(|| pair.noor.close_day());
        support::wait::until("the phone is syncing", || pair.noor.sync_state().running);
        pair.noor
            .log(Who::Case(pair.case), "Geschreven terwijl het bezig is.");
        assert_eq!(pair.noor.timeline(pair.case).len(), 3);
        pair.proxy.let_go();
        assert!(closing.join().expect("it ended").is_ok());
    });
    pair.become_equal();
    check_timeline(&pair, 3);
}

#[test]
fn a_server_that_is_killed_and_comes_back_has_lost_nothing() {
    let mut pair = Pair::in_a_team();
    for round in 0..3 {
        pair.both_write(&format!("ronde {round}"));
        let closed = pair.noor.close_day();
        assert!(closed.is_ok(), "{closed:?}");
        // What was acknowledged must have been kept, or Bas never gets to see it.
        pair.server.kill();
        let closed = pair.bas.close_day().expect_err("nobody is there");
        assert!(
            matches!(
                closed,
                Error::Sync(SyncProblem::NoAnswer | SyncProblem::NoConnection)
            ),
            "{closed:?}"
        );
        pair.server.restart();
        pair.become_equal();
    }
    check_timeline(&pair, 6);
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

#[test]
fn neither_the_server_nor_the_network_can_read_a_word() {
    let pair = Pair::in_a_team();
    let word = "zonnebloemkwekerij";
    pair.bas
        .log(Who::Case(pair.case), &format!("Werkt op de {word}."));
    pair.become_equal();
    assert!(pair.noor.timeline(pair.case)[0].contains(word));
    let capture = pair.proxy.capture();
    assert!(holds(&capture, "POST /v1/teams"), "the wire was watched");
    let names = [word, "Bruggenman", "Oosterhage"];
    for name in names {
        assert!(!holds(&capture, name), "{name} went over the wire");
    }
    for (file, bytes) in pair.server.files() {
        for name in names {
            assert!(!holds(&bytes, name), "{name} stands in {file}");
        }
    }
}
