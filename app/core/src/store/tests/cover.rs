//! Lead, cover, crisis card and the weeks of a case.

use chrono::Duration;

use super::{TestPhone, duo, sync};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{BadValue, CaseId, Error};

fn set(phone: &mut TestPhone, case: CaseId, field: CaseField, value: &str) {
    phone.call(SetCaseField {
        case,
        field,
        value: value.into(),
    });
}

#[test]
fn cover_is_shown_until_and_with_its_last_day() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    set(&mut noor, case, CaseField::Lead, "Bas");
    set(&mut noor, case, CaseField::Cover, "Noor");
    set(&mut noor, case, CaseField::CoverUntil, "2026-11-20");
    sync(&mut noor, &mut bas, &log);
    bas.clock.pass(Duration::days(3));
    let view = bas.call(ReadCase { case });
    assert_eq!(view.cover, "Noor");
    assert_eq!(view.cover_until, "2026-11-20".parse().ok());
    bas.clock.pass(Duration::days(1));
    let view = bas.call(ReadCase { case });
    assert_eq!((view.cover.as_str(), view.cover_until), ("", None));
    // A new cover does not inherit an end date that has passed.
    set(&mut bas, case, CaseField::Cover, "Fatma");
    assert_eq!(bas.call(ReadCase { case }).cover, "Fatma");
}

#[test]
fn one_tap_swaps_lead_and_cover() {
    let (mut noor, _, _) = duo();
    let case = noor.case("G.");
    set(&mut noor, case, CaseField::Lead, "Bas");
    noor.call(SwapLead { case });
    assert_eq!(noor.call(ReadCase { case }).lead, "Bas", "nobody fills in");
    set(&mut noor, case, CaseField::Cover, "Noor");
    noor.call(SwapLead { case });
    let view = noor.call(ReadCase { case });
    assert_eq!((view.lead.as_str(), view.cover.as_str()), ("Noor", "Bas"));
}

#[test]
fn two_who_set_cover_offline_see_both_names_and_one_tap_settles_it() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    sync(&mut noor, &mut bas, &log);
    set(&mut noor, case, CaseField::Cover, "Fatma");
    set(&mut bas, case, CaseField::Cover, "Wim");
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        let clash = phone.call(ReadCase { case }).clashes.remove(0);
        assert_eq!((clash.field, clash.values.len()), (CaseField::Cover, 2));
    }
    set(&mut noor, case, CaseField::Cover, "Wim");
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        let view = phone.call(ReadCase { case });
        assert_eq!((view.cover.as_str(), view.clashes), ("Wim", vec![]));
    }
}

#[test]
fn a_day_in_words_is_refused() {
    let (mut noor, _, _) = duo();
    let case = noor.case("G.");
    let call = SetCaseField {
        case,
        field: CaseField::CoverUntil,
        value: "volgende week".into(),
    };
    assert_eq!(noor.try_call(call), Err(Error::Value(BadValue::Day)));
}

#[test]
fn the_crisis_card_goes_along_clashes_and_is_found() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    sync(&mut noor, &mut bas, &log);
    assert!(bas.call(ReadCase { case }).crisis.is_empty());
    set(&mut noor, case, CaseField::CrisisWho, "Zus Marja");
    set(
        &mut noor,
        case,
        CaseField::CrisisHelps,
        "Samen naar buiten.",
    );
    set(&mut noor, case, CaseField::CrisisPhone, "0612345678");
    set(&mut bas, case, CaseField::CrisisPhone, "0687654321");
    sync(&mut noor, &mut bas, &log);
    let view = bas.call(ReadCase { case });
    assert_eq!(view.crisis.who, "Zus Marja");
    assert_eq!(view.crisis.helps, "Samen naar buiten.");
    assert_eq!(view.clashes[0].field, CaseField::CrisisPhone);
    let text = "marja".into();
    assert_eq!(
        bas.call(Search {
            text,
            filter: CaseFilter::default(),
            shown: Shown::default(),
        })
        .cases[0]
            .case
            .id,
        case
    );
}

#[test]
fn the_weeks_count_from_the_start_and_again_after_a_reopening() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    let weeks = |phone: &mut TestPhone| phone.call(ReadCase { case }).weeks;
    let week = |now, ask| Some(Weeks { now, of: 16, ask });
    assert_eq!(weeks(&mut noor), week(1, false));
    noor.clock.pass(Duration::weeks(6));
    assert_eq!(weeks(&mut noor), week(7, false));
    noor.clock.pass(Duration::weeks(10));
    assert_eq!(weeks(&mut noor), week(17, true));
    noor.call(SnoozeReview { case });
    sync(&mut noor, &mut bas, &log);
    bas.clock.pass(Duration::weeks(18));
    assert_eq!(weeks(&mut bas), week(19, false), "said on the other phone");
    bas.clock.pass(Duration::weeks(3));
    assert_eq!(weeks(&mut bas), week(22, true));
    bas.call(CloseCase {
        case,
        text: "Klaar.".into(),
        outcome: None,
    });
    assert_eq!(weeks(&mut bas), None);
    bas.log(Who::Case(case), "Weer gezien.");
    assert_eq!(weeks(&mut bas), week(1, false));
}

#[test]
fn the_team_says_how_many_weeks() {
    let (mut noor, _, _) = duo();
    let case = noor.case("G.");
    noor.call(SetTeamSetting {
        setting: TeamSetting::Weeks,
        value: "52".into(),
    });
    let weeks = noor.call(ReadCase { case }).weeks.expect("open");
    assert_eq!(weeks.of, 52);
}

#[test]
fn a_safety_fact_that_was_ended_stays_with_who_ended_it() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.call(AddSafetyFact {
        case,
        text: "Hond bijt.".into(),
    });
    sync(&mut noor, &mut bas, &log);
    let fact = bas.call(ReadCase { case }).safety.remove(0);
    bas.call(EndSafetyFact { case, id: fact.id });
    sync(&mut noor, &mut bas, &log);
    let view = noor.call(ReadCase { case });
    assert_eq!(view.safety, []);
    assert_eq!(view.safety_ended[0].fact, fact);
    assert_eq!(view.safety_ended[0].ended_by, "Bas");
    assert_eq!(view.safety_ended[0].fact.by, "Noor");
}
