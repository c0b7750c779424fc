//! Promises on two phones, and moments that cannot be.

use chrono::Duration;
use uuid::Uuid;

use super::{TestPhone, duo};
use crate::call::*;
use crate::view::*;
use crate::{BadValue, CaseId, CommitmentId, EncounterId, Error};

fn promised(phone: &mut TestPhone, case: CaseId) -> CommitmentId {
    phone.call(AddCommitment {
        case,
        text: "Fiets ophalen".into(),
        who: "wij".into(),
        due: Some("2026-11-17".parse().expect("a day")),
        time: Some("14:30".parse().expect("a time")),
    });
    phone.call(ReadCase { case }).commitments[0].id
}

fn tick(phone: &mut TestPhone, case: CaseId, id: CommitmentId, done: bool) {
    phone.call(TickCommitment { case, id, done });
}

fn due(phone: &mut TestPhone) -> usize {
    phone.call(ReadToday).commitments.len()
}

#[test]
fn both_tick_one_promise_off_and_it_is_done_once() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    let id = promised(&mut noor, case);
    noor.sync(&log);
    bas.sync(&log);
    assert_eq!(due(&mut bas), 1);
    tick(&mut noor, case, id, true);
    tick(&mut bas, case, id, true);
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(due(phone), 0);
        // One untick is enough for both.
        let lines = phone.call(ReadCase { case }).commitments;
        assert!(lines.iter().all(|line| line.done));
    }
    tick(&mut bas, case, id, false);
    bas.sync(&log);
    noor.sync(&log);
    assert_eq!((due(&mut noor), due(&mut bas)), (1, 1));
}

#[test]
fn one_ticks_off_what_the_other_found_not_done_and_it_stays_on_the_list() {
    for bas_is_first in [true, false] {
        let (mut noor, mut bas, log) = duo();
        let case = noor.case("G.");
        let id = promised(&mut noor, case);
        noor.sync(&log);
        bas.sync(&log);
        tick(&mut noor, case, id, true);
        tick(&mut bas, case, id, true);
        tick(&mut bas, case, id, false);
        let order = match bas_is_first {
            true => [&mut bas, &mut noor],
            false => [&mut noor, &mut bas],
        };
        let [first, second] = order;
        first.sync(&log);
        second.sync(&log);
        first.sync(&log);
        assert_eq!((due(first), due(second)), (1, 1));
    }
}

#[test]
fn an_encounter_that_is_still_to_come_is_refused_and_nothing_is_kept() {
    let mut noor = TestPhone::new();
    let case = noor.case("G.");
    let mut save = |ahead: Duration| {
        let at = noor.clock.now() + ahead;
        let saved = noor.try_call(SaveEncounter {
            id: EncounterId(Uuid::from_bytes(crate::crypto::random())),
            text: "Koffie".into(),
            channel: Channel::Home,
            who: Who::Case(case),
            at: Some(at),
        });
        (saved, noor.call(ReadCase { case }).last_three.len())
    };
    let future = Err(Error::Value(BadValue::Future));
    assert_eq!(save(Duration::minutes(6)), (future.clone(), 0));
    assert_eq!(save(Duration::days(365)), (future, 0));
    assert_eq!(save(Duration::minutes(4)), (Ok(()), 1));
    assert_eq!(save(-Duration::days(400)), (Ok(()), 2));
}
