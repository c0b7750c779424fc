//! Causal order takes precedence over clocks: an entry sorts after every entry its author knew of.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::{DateTime, Duration, Utc};

use super::log::Log;
use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{CaseId, EncounterId};

/// Syncs with a server that reports this time.
fn sync_at(phone: &mut TestPhone, log: &Rc<RefCell<Log>>, time: DateTime<Utc>) {
    phone.store.note_clock(time).expect("keeps");
    phone.sync(log);
}

fn sync_all(phones: &mut [&mut TestPhone], log: &Rc<RefCell<Log>>) {
    for _ in 0..2 {
        for phone in &mut *phones {
            phone.sync(log);
        }
    }
}

/// Creates a case that Noor and Bas both have.
fn shared() -> (TestPhone, TestPhone, Rc<RefCell<Log>>, CaseId) {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Duivenman");
    sync_all(&mut [&mut noor, &mut bas], &log);
    (noor, bas, log, case)
}

fn trust(phone: &mut TestPhone, case: CaseId, step: TrustStep) {
    phone.call(SetTrust { case, step });
}

fn texts(phone: &mut TestPhone, case: CaseId) -> Vec<String> {
    let timeline = phone.call(ReadTimeline {
        case,
        before: None,
        limit: 1000,
    });
    timeline
        .entries
        .into_iter()
        .map(|entry| entry.text)
        .collect()
}

fn last_contact(phone: &mut TestPhone, case: CaseId) -> DateTime<Utc> {
    let list = phone.call(ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: 100,
    });
    let line = list.cases.into_iter().find(|line| line.id == case);
    line.expect("listed").last_contact.expect("had contact")
}

#[test]
fn a_step_back_by_a_clock_that_is_slow_holds() {
    let (mut noor, mut bas, log, case) = shared();
    noor.clock.pass(Duration::minutes(10));
    bas.clock.pass(Duration::minutes(5));
    trust(&mut noor, case, TrustStep::Inside);
    sync_all(&mut [&mut noor, &mut bas], &log);
    bas.clock.pass(Duration::minutes(3));
    trust(&mut bas, case, TrustStep::Outside);
    sync_all(&mut [&mut noor, &mut bas], &log);
    for phone in [&mut noor, &mut bas] {
        let view = phone.call(ReadCase { case });
        assert_eq!(view.trust, TrustStep::Outside);
        let history: Vec<_> = view.trust_history.iter().map(|set| set.step).collect();
        assert_eq!(history, [TrustStep::Outside, TrustStep::Inside]);
    }
}

#[test]
fn versions_of_a_text_and_of_a_field_are_dated_by_the_corrected_clock() {
    let (mut noor, mut bas, log, case) = shared();
    noor.clock.pass(Duration::days(3));
    for (phone, value) in [(&mut noor, "Hond bijt."), (&mut bas, "Bel eerst.")] {
        for field in [CaseField::Background, CaseField::Phone] {
            let value = value.to_owned();
            phone.call(SetCaseField { case, field, value });
        }
    }
    let now = bas.clock.now();
    sync_at(&mut bas, &log, now);
    sync_all(&mut [&mut noor, &mut bas], &log);
    for phone in [&mut noor, &mut bas] {
        let clashes = phone.call(ReadCase { case }).clashes;
        assert_eq!(clashes.len(), 2);
        for value in clashes.iter().flat_map(|clash| &clash.values) {
            assert!(value.at <= now + Duration::minutes(10), "{value:?}");
        }
    }
}

#[test]
fn what_nobody_knew_of_each_other_stands_by_the_clock() {
    let (mut noor, mut bas, log, case) = shared();
    // Noor makes many early edits, Bas a few late ones.
    for step in TrustStep::ALL {
        noor.clock.pass(Duration::minutes(1));
        trust(&mut noor, case, step);
    }
    bas.clock.pass(Duration::hours(5));
    trust(&mut bas, case, TrustStep::Door);
    sync_all(&mut [&mut noor, &mut bas], &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(phone.call(ReadCase { case }).trust, TrustStep::Door);
    }
}

#[test]
fn a_party_a_lead_and_a_promise_end_as_who_knew_of_the_others_left_them() {
    let (mut noor, mut bas, log, case) = shared();
    noor.clock.pass(Duration::days(30));
    let name = "Verhuurder".to_owned();
    let party = noor.call(AddParty { case, name });
    let field = CaseField::Lead;
    let value = "Noor".to_owned();
    noor.call(SetCaseField { case, field, value });
    sync_all(&mut [&mut noor, &mut bas], &log);
    let state = PartyState::Scrapped;
    bas.call(SetPartyState { case, party, state });
    let value = "Bas".to_owned();
    bas.call(SetCaseField { case, field, value });
    sync_all(&mut [&mut noor, &mut bas], &log);
    for phone in [&mut noor, &mut bas] {
        let view = phone.call(ReadCase { case });
        assert_eq!((view.lead.as_str(), view.clashes.len()), ("Bas", 0));
        assert_eq!(view.parties[0].state, PartyState::Scrapped);
        let needed: Vec<u32> = view.party_steps.iter().map(|step| step.needed).collect();
        assert_eq!(
            needed.last(),
            Some(&0),
            "the count ends with what is so now"
        );
    }
}

#[test]
fn an_encounter_of_last_week_that_is_logged_now_is_not_the_last_contact() {
    let (mut noor, mut bas, log, case) = shared();
    noor.log(Who::Case(case), "Vandaag gezien.");
    sync_all(&mut [&mut noor, &mut bas], &log);
    bas.clock.pass(Duration::hours(1));
    let at = bas.clock.now() - Duration::days(7);
    bas.call(SaveEncounter {
        id: EncounterId(uuid::Uuid::now_v7()),
        text: "Vorige week al gesproken.".into(),
        channel: Channel::Home,
        who: Who::Case(case),
        at: Some(at),
    });
    sync_all(&mut [&mut noor, &mut bas], &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(
            texts(phone, case),
            ["Vandaag gezien.", "Vorige week al gesproken."]
        );
        let last = phone.call(ReadCase { case }).last_three;
        assert_eq!((last[1].at, last[1].said), (at, None), "as it was said");
    }
}

#[test]
fn an_entry_from_the_future_stands_where_it_came_in_on_both_phones() {
    let (mut noor, mut bas, log, case) = shared();
    let time = noor.clock.now() + Duration::hours(2);
    bas.clock.pass(Duration::days(365));
    bas.log(Who::Case(case), "Van volgend jaar.");
    // Bas syncs before his phone learns the server's time.
    bas.sync(&log);
    noor.clock.pass(Duration::hours(2));
    sync_at(&mut noor, &log, time);
    sync_at(&mut bas, &log, time);
    noor.clock.pass(Duration::hours(1));
    noor.log(Who::Case(case), "Van vandaag.");
    sync_all(&mut [&mut noor, &mut bas], &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(texts(phone, case), ["Van vandaag.", "Van volgend jaar."]);
        let late = &phone.call(ReadCase { case }).last_three[1];
        assert_eq!(late.at.timestamp(), time.timestamp());
        let said = late.said.expect("marked") - time;
        assert!(said > Duration::days(300), "{said}");
        assert!(last_contact(phone, case) < time + Duration::hours(2));
    }
    assert_eq!(
        noor.store.digest().expect("reads"),
        bas.store.digest().expect("reads")
    );
}

#[test]
fn a_case_with_an_entry_from_the_future_shows_as_long_unseen_in_time() {
    let (mut noor, mut bas, log, case) = shared();
    let time = noor.clock.now();
    bas.clock.pass(Duration::days(365));
    bas.log(Who::Case(case), "Van volgend jaar.");
    sync_at(&mut bas, &log, time);
    sync_at(&mut noor, &log, time);
    noor.clock.pass(Duration::days(40));
    let unseen = noor.call(ReadToday).not_seen;
    assert_eq!(unseen.len(), 1);
    assert_eq!(unseen[0].id, case);
}

#[test]
fn a_phone_that_knows_its_clock_is_off_writes_the_right_time() {
    let (mut noor, mut bas, log, case) = shared();
    let time = noor.clock.now();
    bas.clock.pass(Duration::days(-400));
    sync_at(&mut bas, &log, time);
    bas.log(Who::Case(case), "Op tijd.");
    let mut bas = bas.restart();
    bas.log(Who::Case(case), "Nog steeds op tijd.");
    sync_at(&mut bas, &log, time + Duration::minutes(2));
    sync_at(&mut noor, &log, time + Duration::minutes(2));
    for phone in [&mut noor, &mut bas] {
        for entry in phone.call(ReadCase { case }).last_three {
            assert_eq!(entry.said, None);
            assert!((entry.at - time).num_minutes() <= 2, "{entry:?}");
        }
        assert_eq!(texts(phone, case), ["Nog steeds op tijd.", "Op tijd."]);
    }
    assert!(bas.call(ReadToday).sync.clock_off.is_some(), "it is said");
    // Once the clock is corrected, no correction is applied any more.
    bas.clock.pass(Duration::days(400));
    sync_at(&mut bas, &log, time + Duration::minutes(3));
    assert_eq!(bas.call(ReadToday).sync.clock_off, None);
}

#[test]
fn a_screen_that_does_not_know_yet_that_the_clock_is_ahead_can_still_save() {
    let (_, mut bas, log, case) = shared();
    let time = bas.clock.now();
    bas.clock.pass(Duration::days(365));
    sync_at(&mut bas, &log, time);
    let at = Some(bas.clock.now() - Duration::minutes(2));
    let (id, text) = (EncounterId(uuid::Uuid::now_v7()), "Net.".to_owned());
    let (channel, who) = (Channel::Street, Who::Case(case));
    let save = SaveEncounter {
        id,
        text,
        channel,
        who,
        at,
    };
    bas.call(save);
    let last = bas.call(ReadCase { case }).last_three;
    assert!((last[0].at - time).num_minutes().abs() <= 2, "{last:?}");
}

#[test]
fn rows_of_an_older_app_are_put_in_order_once() {
    let (mut noor, mut bas, log, case) = shared();
    noor.clock.pass(Duration::hours(1));
    trust(&mut noor, case, TrustStep::Inside);
    noor.log(Who::Case(case), "Eerst.");
    sync_all(&mut [&mut noor, &mut bas], &log);
    bas.log(Who::Case(case), "Daarna.");
    trust(&mut bas, case, TrustStep::Outside);
    sync_all(&mut [&mut noor, &mut bas], &log);
    let right = noor.call(ReadCase { case });
    // As an older version of the app left them: ordered by each phone's own clock.
    noor.store
        .connection
        .execute_batch(
            "UPDATE encounters SET at = 1000, said = 5 WHERE text = 'Daarna.';
             UPDATE trust SET at = 1000 WHERE step = 'outside';
             UPDATE cases SET trust = 'inside', last_contact = 99999999999999;
             INSERT INTO to_project SELECT id FROM documents;",
        )
        .expect("writes");
    let unsent = noor.call(ReadToday).sync.only_here;
    let mut noor = noor.restart();
    assert_eq!(noor.call(ReadCase { case }), right);
    assert_eq!(noor.call(ReadToday).sync.only_here, unsent);
    assert_eq!(last_contact(&mut noor, case), right.last_three[0].at);
}
