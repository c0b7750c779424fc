//! Two copies of one phone, one of them put back from a backup. Both write offline, with the same actor
//! and the same numbers.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::decisions::decide;
use super::log::Log;
use super::{TestPhone, duo};
use crate::CaseId;
use crate::api::*;
use crate::model::*;

/// Noor's phone, a copy of it, Bas's phone, and a case that all three have.
fn with_a_copy() -> (TestPhone, TestPhone, TestPhone, Rc<RefCell<Log>>, CaseId) {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Karel");
    write(&mut noor, case, "Woont alleen.");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let copy = noor.copy();
    (noor, copy, bas, log, case)
}

fn write(phone: &mut TestPhone, case: CaseId, background: &str) {
    phone.call(SetCaseField {
        case,
        field: CaseField::Background,
        value: background.into(),
    });
}

fn all_sync(phones: [&mut TestPhone; 3], log: &Rc<RefCell<Log>>) {
    let [noor, copy, bas] = phones;
    for _ in 0..3 {
        noor.sync(log);
        copy.sync(log);
        bas.sync(log);
    }
}

fn timeline(phone: &mut TestPhone, case: CaseId) -> Vec<String> {
    let read = ReadTimeline {
        case,
        before: None,
        limit: 1000,
    };
    let entries = phone.call(read).entries;
    entries.into_iter().map(|entry| entry.text).collect()
}

/// Checks that all three phones hold the same, have set nothing aside and have sent everything.
fn check_equal(phones: [&mut TestPhone; 3]) {
    let states = phones.map(|phone| phone.call(ReadTeam).sync);
    for state in &states {
        assert_eq!(state.words, states[0].words);
        assert_eq!(state.quarantined, 0, "{:?}", state.quarantine);
        assert_eq!(state.only_here, 0);
    }
}

#[test]
fn what_both_copies_of_a_phone_wrote_offline_in_one_case_reaches_everybody() {
    let (mut noor, mut copy, mut bas, log, case) = with_a_copy();
    noor.log(Who::Case(case), "Op de ene telefoon.");
    write(&mut noor, case, "Woont alleen. Heeft een hond.");
    copy.log(Who::Case(case), "Op de andere telefoon.");
    copy.log(Who::Case(case), "En daarna nog iets.");
    write(&mut copy, case, "Woont alleen. Drinkt koffie zwart.");
    all_sync([&mut noor, &mut copy, &mut bas], &log);
    check_equal([&mut noor, &mut copy, &mut bas]);
    for phone in [&mut noor, &mut copy, &mut bas] {
        assert_eq!(timeline(phone, case).len(), 3);
        let background = phone.call(ReadCase { case }).background;
        for part in ["Woont alleen.", "Heeft een hond.", "Drinkt koffie zwart."] {
            assert_eq!(background.matches(part).count(), 1, "{background}");
        }
    }
}

#[test]
fn both_copies_go_on_and_never_use_one_number_twice_again() {
    let (mut noor, mut copy, mut bas, log, case) = with_a_copy();
    for round in 0..3 {
        noor.log(Who::Case(case), &format!("De ene, {round}."));
        copy.log(Who::Case(case), &format!("De andere, {round}."));
        all_sync([&mut noor, &mut copy, &mut bas], &log);
    }
    check_equal([&mut noor, &mut copy, &mut bas]);
    assert_eq!(timeline(&mut bas, case).len(), 6);
    assert_ne!(noor.store.actor, copy.store.actor);
}

#[test]
fn a_copy_with_nothing_to_send_learns_from_the_log_that_it_is_one() {
    let (mut noor, mut copy, mut bas, log, case) = with_a_copy();
    noor.log(Who::Case(case), "Na de back-up.");
    noor.sync(&log);
    copy.sync(&log);
    assert_ne!(noor.store.actor, copy.store.actor);
    assert_eq!(timeline(&mut copy, case), ["Na de back-up."]);
    // From here on the two differ, so the same number cannot be used twice.
    noor.log(Who::Case(case), "De ene.");
    copy.log(Who::Case(case), "De andere.");
    all_sync([&mut noor, &mut copy, &mut bas], &log);
    check_equal([&mut noor, &mut copy, &mut bas]);
    assert_eq!(timeline(&mut bas, case).len(), 3);
}

#[test]
fn a_decision_that_was_written_on_a_copy_still_proves_itself() {
    let (mut noor, mut copy, mut bas, log, case) = with_a_copy();
    decide(&mut noor, case, "Op de ene.");
    decide(&mut copy, case, "Op de andere.");
    all_sync([&mut noor, &mut copy, &mut bas], &log);
    for phone in [&mut noor, &mut copy, &mut bas] {
        let proof = phone.call(VerifyDecisions { case });
        assert!(proof.holds(), "{proof:?}");
        assert_eq!(proof.decisions.len(), 2);
    }
}

#[test]
fn work_that_a_copy_had_sealed_already_is_sent_again_under_another_number() {
    let (mut noor, mut copy, mut bas, log, case) = with_a_copy();
    copy.log(Who::Case(case), "Al verzegeld op de kopie.");
    copy.store.next_request().expect("a request");
    let mut copy = copy.restart();
    noor.log(Who::Case(case), "Eerder bij de server.");
    noor.sync(&log);
    all_sync([&mut noor, &mut copy, &mut bas], &log);
    check_equal([&mut noor, &mut copy, &mut bas]);
    assert_eq!(timeline(&mut bas, case).len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_130), ..ProptestConfig::default() })]

    #[test]
    fn whatever_two_copies_do_nothing_of_either_is_lost(
        steps in prop::collection::vec((0..3_usize, 0..5_u8), 1..40),
    ) {
        let (noor, copy, bas, log, case) = with_a_copy();
        let mut phones = [noor, copy, bas];
        let mut written = BTreeSet::new();
        for (turn, (who, step)) in steps.into_iter().enumerate() {
            let phone = &mut phones[who];
            match step {
                0 => drop(phone.sync(&log)),
                // Sealed, and the connection lost.
                1 => drop(phone.store.next_request().expect("a request")),
                _ => {
                    let text = format!("Beurt {turn}.");
                    phone.log(Who::Case(case), &text);
                    written.insert(text);
                }
            }
        }
        let [mut noor, mut copy, mut bas] = phones;
        all_sync([&mut noor, &mut copy, &mut bas], &log);
        check_equal([&mut noor, &mut copy, &mut bas]);
        for phone in [&mut noor, &mut copy, &mut bas] {
            let shown = timeline(phone, case);
            prop_assert_eq!(shown.len(), written.len());
            prop_assert_eq!(BTreeSet::from_iter(shown), written.clone());
        }
    }
}
