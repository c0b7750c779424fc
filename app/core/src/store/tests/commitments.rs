//! Commitments on two phones, and invalid dates.

use chrono::Duration;
use uuid::Uuid;

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
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
        // Unticking once applies to both.
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

fn edit(phone: &mut TestPhone, case: CaseId, id: CommitmentId, text: &str, who: &str, due: &str) {
    phone.clock.pass(Duration::minutes(1));
    phone.call(EditCommitment {
        case,
        id,
        text: text.into(),
        who: who.into(),
        due: due.parse().ok(),
        time: None,
    });
}

fn only(phone: &mut TestPhone, case: CaseId) -> CommitmentRecord {
    phone.call(ReadCaseExport { case }).commitments.remove(0)
}

/// Creates a commitment on both phones, then runs what Noor and Bas do concurrently.
fn both(
    noor_does: impl Fn(&mut TestPhone, CaseId, CommitmentId),
    bas_does: impl Fn(&mut TestPhone, CaseId, CommitmentId),
) -> Vec<CommitmentRecord> {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    let id = promised(&mut noor, case);
    noor.sync(&log);
    bas.sync(&log);
    noor_does(&mut noor, case, id);
    bas_does(&mut bas, case, id);
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    vec![only(&mut noor, case), only(&mut bas, case)]
}

#[test]
fn one_ticks_a_promise_off_while_the_other_rewrites_it_and_both_stand() {
    let found = both(
        |noor, case, id| tick(noor, case, id, true),
        |bas, case, id| edit(bas, case, id, "Fiets en slot ophalen", "Bas", "2026-11-20"),
    );
    for record in found {
        assert!(record.done);
        assert_eq!(record.text, "Fiets en slot ophalen");
        assert_eq!(record.who, "Bas");
        assert_eq!(record.due, "2026-11-20".parse().ok());
        assert_eq!(record.time, None);
    }
}

#[test]
fn of_a_promise_one_rewrites_the_words_and_the_other_the_day_and_both_stand() {
    let found = both(
        |noor, case, id| edit(noor, case, id, "Fiets brengen", "wij", "2026-11-17"),
        |bas, case, id| edit(bas, case, id, "Fiets ophalen", "wij", ""),
    );
    for record in found {
        assert_eq!((record.text.as_str(), record.due), ("Fiets brengen", None));
    }
}

#[test]
fn two_who_rewrite_the_words_of_one_promise_read_both_and_one_of_them_settles_it() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    let id = promised(&mut noor, case);
    noor.sync(&log);
    bas.sync(&log);
    edit(&mut noor, case, id, "Fiets brengen", "wij", "");
    edit(&mut bas, case, id, "Fiets verkopen", "wij", "");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let text = only(&mut noor, case).text;
    assert!(
        ["Fiets brengen", "Fiets verkopen"]
            .iter()
            .all(|each| text.contains(each)),
        "{text}"
    );
    assert_eq!(only(&mut bas, case).text, text);
    // Editing may also set exactly the text that one of them had written.
    edit(&mut noor, case, id, "Fiets brengen", "wij", "");
    noor.sync(&log);
    bas.sync(&log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(only(phone, case).text, "Fiets brengen");
    }
    let found = bas.call(Search {
        text: "verkopen".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    assert_eq!(found.cases.hits, []);
}

#[test]
fn a_promise_that_is_not_there_or_is_left_without_words_is_not_rewritten() {
    let mut noor = TestPhone::new();
    let case = noor.case("G.");
    let id = promised(&mut noor, case);
    let call = |id, text: &str| EditCommitment {
        case,
        id,
        text: text.into(),
        who: String::new(),
        due: None,
        time: None,
    };
    assert_eq!(noor.try_call(call(id, "  ")), Err(Error::Empty));
    let nobody = CommitmentId(Uuid::nil());
    assert_eq!(noor.try_call(call(nobody, "Fiets")), Err(Error::NotFound));
    assert_eq!(only(&mut noor, case).text, "Fiets ophalen");
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
    assert_eq!(save(Duration::minutes(4)), (Ok(Saved::default()), 1));
    assert_eq!(save(-Duration::days(400)), (Ok(Saved::default()), 2));
}
