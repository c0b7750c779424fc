//! Concurrent offline edits of the same thing, and repeated or resent requests.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::{Days, TimeDelta};

use super::log::Log;
use super::{TestPhone, duo};
use crate::api::*;
use crate::document::{Closing, Kind};
use crate::model::*;
use crate::{CaseId, SignalId};

fn shared() -> (TestPhone, TestPhone, Rc<RefCell<Log>>, CaseId) {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Karel");
    noor.sync(&log);
    bas.sync(&log);
    (noor, bas, log, case)
}

fn meet(noor: &mut TestPhone, bas: &mut TestPhone, log: &Rc<RefCell<Log>>) {
    for _ in 0..2 {
        noor.sync(log);
        bas.sync(log);
    }
}

#[test]
fn two_who_pick_up_one_signal_offline_open_one_case_and_see_both_names() {
    let (mut noor, mut bas, log) = duo();
    let signal = SignalId(noor.log(Who::Unknown, "Man slaapt in het portiek").0);
    meet(&mut noor, &mut bas, &log);
    for (phone, name) in [(&mut noor, "Karel"), (&mut bas, "Man van het portiek")] {
        let name = name.to_owned();
        phone.clock.pass(TimeDelta::minutes(1));
        phone.call(PickUpSignal { signal, name });
    }
    meet(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        let cases = phone.call(ReadSignal { signal }).cases;
        assert_eq!(cases.len(), 1, "{cases:?}");
        let view = phone.call(ReadCase { case: cases[0].id });
        assert_eq!(view.clashes[0].field, CaseField::Name);
        assert_eq!(view.clashes[0].values.len(), 2);
    }
}

#[test]
fn a_signal_that_is_picked_up_twice_is_one_case_under_its_first_name() {
    let mut noor = TestPhone::new();
    let signal = SignalId(noor.log(Who::Unknown, "Man slaapt in het portiek").0);
    let mut pick_up = |name: &str| {
        let name = name.to_owned();
        noor.call(PickUpSignal { signal, name })
    };
    let (first, again) = (pick_up("Karel"), pick_up("Karel V."));
    assert_eq!(first, again);
    assert_eq!(noor.call(ReadCase { case: first }).name, "Karel");
}

#[test]
fn what_protects_somebody_stays_when_one_sets_it_and_the_other_takes_it_away() {
    // Runs with both roles swapped, as either actor may win Automerge's tie-break.
    for turn in [false, true] {
        let (mut noor, mut bas, log, case) = shared();
        let problem = || "Schulden".to_owned();
        let set = |phone: &mut TestPhone, up: bool| {
            phone.call(SetSensitive {
                case,
                sensitive: up,
            });
            phone.call(SetInvolved { case, involved: up });
            phone.call(SetProblem {
                case,
                problem: problem(),
                applies: up,
            });
        };
        set(&mut noor, true);
        meet(&mut noor, &mut bas, &log);
        // One removes the value and sets it again; the other removes it last, with more edits: of
        // two concurrent values Automerge shows the one with the higher operation counter.
        let (one, other) = match turn {
            false => (&mut noor, &mut bas),
            true => (&mut bas, &mut noor),
        };
        set(one, false);
        set(one, true);
        for up in [false, true, false] {
            set(other, up);
        }
        meet(&mut noor, &mut bas, &log);
        for phone in [&mut noor, &mut bas] {
            let view = phone.call(ReadCase { case });
            assert!(view.sensitive);
            assert_eq!(view.problems, [problem()]);
            assert!(phone.call(ReadHandover { case }).involved);
        }
        set(&mut bas, false);
        meet(&mut noor, &mut bas, &log);
        assert!(
            !noor.call(ReadCase { case }).sensitive,
            "one tap settles it"
        );
    }
}

#[test]
fn of_two_days_for_one_promise_the_earlier_counts_with_its_own_time() {
    for turn in [false, true] {
        let (mut noor, mut bas, log, case) = shared();
        noor.call(AddCommitment {
            case,
            text: "Samen naar de bank".into(),
            who: String::new(),
            due: None,
            time: None,
        });
        meet(&mut noor, &mut bas, &log);
        let line = noor.call(ReadCase { case }).commitments[0].clone();
        let today = noor.call(ReadToday).date;
        let time = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0);
        let early = (today + Days::new(1), time(14));
        let late = (today + Days::new(3), time(9));
        let (one, other) = match turn {
            false => (early, late),
            true => (late, early),
        };
        for (phone, (due, time)) in [(&mut noor, one), (&mut bas, other)] {
            phone.call(EditCommitment {
                case,
                id: line.id,
                text: line.text.clone(),
                who: String::new(),
                due: Some(due),
                time,
            });
        }
        meet(&mut noor, &mut bas, &log);
        for phone in [&mut noor, &mut bas] {
            let line = phone.call(ReadCase { case }).commitments[0].clone();
            assert_eq!((line.due, line.time), (Some(early.0), early.1));
        }
    }
}

#[test]
fn an_encounter_that_is_sent_again_does_not_reopen_what_was_closed_meanwhile() {
    let mut noor = TestPhone::new();
    let case = noor.case("Karel");
    let id = noor.log(Who::Case(case), "Gesproken");
    noor.call(CloseCase {
        case,
        text: "Het gaat goed".into(),
        outcome: None,
    });
    noor.call(SaveEncounter {
        id,
        text: "Gesproken".into(),
        channel: Channel::Street,
        who: Who::Case(case),
        at: None,
    });
    assert_eq!(noor.call(ReadCase { case }).status, CaseStatus::Closed);
}

#[test]
fn a_safety_fact_that_is_ended_again_keeps_when_it_was_ended() {
    let mut noor = TestPhone::new();
    let case = noor.case("Karel");
    noor.call(AddSafetyFact {
        case,
        text: "Hond los".into(),
    });
    let id = noor.call(ReadCase { case }).safety[0].id;
    let mut end = || {
        noor.clock.pass(TimeDelta::hours(1));
        noor.call(EndSafetyFact { case, id });
        noor.call(ReadCase { case }).safety_ended[0].ended
    };
    assert_eq!(end(), end());
}

#[test]
fn a_moment_that_nobody_can_have_lived_takes_no_screen_away() {
    let (mut noor, mut bas, log, case) = shared();
    let closing = Closing {
        at: chrono::DateTime::<chrono::Utc>::MAX_UTC,
        by: uuid::Uuid::nil(),
        what: ClosingWhat::Closed,
        outcome: None,
        text: "Dicht".into(),
    };
    let broken = noor.store.atomically(|store| {
        store.edit(Kind::Case, case.0, |edit| {
            edit.set_case_field(CaseField::Status, "closed")?;
            Ok::<_, crate::Error>(edit.add_closing(uuid::Uuid::from_bytes([9; 16]), &closing)?)
        })
    });
    broken.expect("a broken app writes it");
    meet(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        phone.call(ReadEffect);
        phone.call(ReadCase { case });
        phone.log(Who::Case(case), "Gesproken");
        phone.call(ReadCase { case });
    }
    let far = SetTeamSetting {
        setting: TeamSetting::CoreTeamNext,
        value: "+262142-12-31".into(),
    };
    assert!(noor.try_call(far).is_err());
}
