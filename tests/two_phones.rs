//! Two phones' cores against the real server process, over a network that fails at every point of an
//! exchange. Afterwards both are provably equal, and nothing is lost or duplicated.

mod support;

use std::collections::BTreeSet;

use support::pair::{OnePhone, Pair};
use support::proxy::{CUTS, Fate, Proxy};
use support::server::SyncServer;
use support::wire::holds;
use voorveld_core::model::Who;
use voorveld_core::view::SyncReport;
use voorveld_core::{Error, SyncProblem};

/// More exchanges than closing a day takes.
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
                    // The day took fewer exchanges than this.
                    assert!(exchange > 0, "closing a day asks the server nothing");
                    break;
                }
            }
        }
    }
}

/// Checks the result: an incomplete response must be reported, a complete one must count.
fn check_cut<T: std::fmt::Debug>(round: &str, cut: Fate, met: bool, closed: &Result<T, Error>) {
    if met && cut != Fate::AfterAnswer {
        let problem = closed.as_ref().expect_err(round);
        assert_eq!(*problem, Error::Sync(SyncProblem::NoAnswer), "{round}");
    } else {
        assert!(closed.is_ok(), "{round}: {closed:?}");
    }
}

/// Checks that every text written is in the timeline exactly once.
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
        // Acknowledged records must be durable, or Bas never sees them.
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
fn a_server_put_back_to_an_older_copy_gets_again_what_it_missed() {
    let mut pair = Pair::in_a_team();
    let copy = pair.folder.path().join("copy");
    pair.both_write("voor de kopie");
    pair.become_equal();
    pair.server.back_up(&copy);
    pair.both_write("na de kopie");
    pair.become_equal();
    pair.server.restore(&copy);
    pair.both_write("na het terugzetten");
    let reports = [&pair.noor, &pair.bas].map(OnePhone::close_day);
    let noticed = |report: &Result<SyncReport, Error>| {
        report.as_ref().is_ok_and(|report| report.log_restarted)
    };
    assert!(reports.iter().any(noticed), "{reports:?}");
    pair.become_equal();
    check_timeline(&pair, 6);
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

#[test]
fn what_two_copies_of_one_phone_write_offline_reaches_the_partner() {
    let mut pair = Pair::in_a_team();
    let copy = pair.noor.copy();
    pair.server.kill();
    let case = Who::Case(pair.case);
    pair.noor.log(case, "Op de ene.");
    copy.log(case, "Op de andere.");
    copy.log(case, "En nog iets.");
    pair.server.restart();
    for phone in [&pair.noor, &copy, &pair.noor] {
        let closed = phone.close_day();
        assert!(closed.is_ok(), "{closed:?}");
    }
    pair.become_equal();
    check_timeline(&pair, 3);
    assert!(copy.close_day().is_ok());
    assert_eq!(copy.timeline(pair.case), pair.bas.timeline(pair.case));
    for phone in [&pair.noor, &pair.bas, &copy] {
        assert_eq!(phone.sync_state().quarantined, 0);
    }
}

#[test]
fn an_unsent_encounter_survives_a_damaged_file_and_reaches_the_partner() {
    let mut pair = Pair::in_a_team();
    pair.both_write("voor de schade");
    pair.become_equal();
    pair.server.kill();
    pair.noor
        .log(Who::Case(pair.case), "Alleen op deze telefoon.");
    pair.noor.close();
    // Some pages hold nothing.
    let mut said = (12..).map(|page| {
        pair.noor.damage(page);
        pair.noor.doctor()
    });
    let replaced = said.find(|said| said.contains("apart gezet"));
    println!("{}", replaced.expect("a page that holds something"));
    pair.server.restart();
    pair.noor.restart();
    pair.become_equal();
    check_timeline(&pair, 3);
    pair.noor.close();
    assert!(pair.noor.doctor().contains("Alles is heel en klopt"));
}

#[test]
fn the_doctor_beside_an_open_app_says_so_and_touches_nothing() {
    let mut pair = Pair::in_a_team();
    pair.noor
        .log(Who::Case(pair.case), "Ondertussen geschreven.");
    let refused = pair.noor.try_doctor().expect_err("the app is open");
    assert!(refused.contains("Voorveld is hier al open"), "{refused}");
    assert!(refused.contains("Er is niets veranderd"), "{refused}");
    pair.noor.log(Who::Case(pair.case), "En de app gaat door.");
    pair.noor.close();
    assert!(pair.noor.doctor().contains("Alles is heel en klopt"));
}
