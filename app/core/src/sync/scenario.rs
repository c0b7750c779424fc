//! Scenario tests of phones that sync through a server in memory. The store is reduced to a set of
//! sentences; the sync machine is real.

mod phone;

use chrono::DateTime;
use voorveld_protocol::Signer;

use super::enrol::{self, Intents};
use super::transport::{Cut, Memory};
use crate::api::{JoinTeam, StartTeam};
use crate::store::Membership;
use crate::{Error, SyncProblem};
use phone::{Phone, block_on};

/// Two phones paired by an invitation's five words.
fn duo() -> (Memory, Phone, Phone) {
    let server = Memory::default();
    let request = StartTeam {
        server: "sync.veldhoven.nl".into(),
        token: String::new(),
        team: "Veldhoven".into(),
        me: "Samira".into(),
    };
    let first = block_on(enrol::start(&server, &mut Intents::default(), &request)).expect("starts");
    let member = Membership {
        server: first.server.clone(),
        team: first.team,
        team_name: first.team_name.clone(),
        me: first.me.clone(),
        key: first.key.clone(),
        epoch: first.epoch,
        signer: Signer::from_seed(first.device_seed),
    };
    let now = DateTime::from_timestamp(1_800_000_000, 0).expect("a time");
    let invitation = block_on(enrol::invite(&server, &member, now)).expect("invites");
    let request = JoinTeam {
        server: String::new(),
        words: invitation.code,
        me: "Bart".into(),
    };
    let second = block_on(enrol::join(&server, &mut Intents::default(), &request)).expect("joins");
    let phones = (Phone::of(&server, &first), Phone::of(&server, &second));
    (server, phones.0, phones.1)
}

#[test]
fn a_duo_closes_the_day_and_both_phones_know_that_they_are_equal() {
    let (_, mut samira, mut bart) = duo();
    samira.writes("Rustig gesprek aan de deur.");
    bart.writes("Niet thuis, briefje achtergelaten.");
    samira.closes_the_day().expect("works");
    bart.closes_the_day().expect("works");
    for _ in 0..3 {
        samira.wakes_within(3);
        bart.wakes_within(3);
    }
    assert_eq!(samira.notes.known.len(), 2);
    assert!(samira.notes.is_equal() && bart.notes.is_equal());
    assert!(
        !samira.wakes_within(60) && !bart.wakes_within(60),
        "then they rest"
    );
}

#[test]
fn a_day_of_work_goes_up_in_one_request() {
    let (server, mut samira, _) = duo();
    for number in 0..30 {
        samira.writes(&format!("Contact {number}."));
    }
    server.server(|server| server.asked.clear());
    let report = samira.closes_the_day().expect("works");
    assert_eq!((report.requests, report.records_up), (1, 30));
    assert_eq!(server.server(|server| server.asked.len()), 1);
    let (up, down) = server.server(|server| server.bytes);
    assert!(up > report.bytes_up && down >= report.bytes_down);
}

#[test]
fn an_answer_that_was_lost_doubles_nothing() {
    let (server, mut samira, mut bart) = duo();
    samira.writes("Hij belde zelf.");
    server.server(|server| server.cuts.push_back(Some(Cut::After)));
    let told = samira.closes_the_day();
    assert_eq!(told, Err(Error::Sync(SyncProblem::NoAnswer)));
    assert_eq!(server.records(samira.notes.team), 1);

    assert!(samira.wakes_within(15), "it tries again by itself");
    assert_eq!(server.records(samira.notes.team), 1);
    bart.closes_the_day().expect("works");
    assert_eq!(bart.notes.known, samira.notes.known);
}

#[test]
fn work_written_without_a_network_arrives_when_it_is_back() {
    let (server, mut samira, mut bart) = duo();
    server.server(|server| server.cuts.extend([Some(Cut::Before); 4]));
    samira.writes("Op straat gesproken.");
    while samira.notes.kept == 0 {
        assert!(samira.wakes_within(200), "it keeps trying");
    }
    bart.closes_the_day().expect("works");
    assert!(bart.notes.known.contains("Op straat gesproken."));
}

#[test]
fn a_new_phone_reads_many_pages_in_one_run() {
    let (server, mut samira, mut bart) = duo();
    for number in 0..40 {
        samira.writes(&format!("Bezoek {number} van dit jaar."));
    }
    samira.closes_the_day().expect("works");
    server.server(|server| server.page = Some(100));
    let report = bart.closes_the_day().expect("works");
    assert!(report.requests > 5, "{report:?}");
    assert_eq!(report.records_down, 40);
    assert_eq!(bart.notes.known, samira.notes.known);
}

#[test]
fn who_is_no_longer_in_the_team_is_told_so() {
    let (_, _, mut bart) = duo();
    bart.notes.signer = Signer::from_seed([9; 32]);
    let told = bart.closes_the_day();
    assert_eq!(told, Err(Error::Sync(SyncProblem::NotKnown)));
}
