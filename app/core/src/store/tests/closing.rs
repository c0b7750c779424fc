//! Closing and reopening: work by a phone unaware of the closing reopens the case.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::Duration;

use super::log::Log;
use super::{TestPhone, duo, sync};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{CaseId, Error};

fn close(phone: &mut TestPhone, case: CaseId, text: &str, outcome: Option<Outcome>) {
    phone.clock.pass(Duration::minutes(1));
    phone.call(CloseCase {
        case,
        text: text.into(),
        outcome,
    });
}

/// Returns the status, and the closings as `what by text`, newest first.
fn stands(phone: &mut TestPhone, case: CaseId) -> (CaseStatus, Vec<String>) {
    let view = phone.call(ReadCase { case });
    let line = |line: ClosingLine| format!("{:?} {} {}", line.what, line.by, line.text);
    (view.status, view.closings.into_iter().map(line).collect())
}

/// Creates a case that both phones have.
fn shared() -> (TestPhone, TestPhone, Rc<RefCell<Log>>, CaseId) {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.log(Who::Case(case), "Tas gebracht.");
    sync(&mut noor, &mut bas, &log);
    (noor, bas, log, case)
}

#[test]
fn a_case_is_closed_with_a_sentence_and_what_came_of_it() {
    let (mut noor, mut bas, log, case) = shared();
    close(&mut noor, case, " Zus zorgt nu. ", Some(Outcome::Stable));
    sync(&mut noor, &mut bas, &log);
    let view = bas.call(ReadCase { case });
    assert_eq!(view.status, CaseStatus::Closed);
    assert_eq!(view.closings.len(), 1);
    let line = &view.closings[0];
    assert_eq!(line.text, "Zus zorgt nu.");
    assert_eq!(line.outcome, Some(Outcome::Stable));
    assert_eq!((line.by.as_str(), line.by_encounter), ("Noor", false));
    let empty = CloseCase {
        case,
        text: "  ".into(),
        outcome: None,
    };
    assert_eq!(noor.try_call(empty), Err(Error::Empty));
}

#[test]
fn what_is_only_here_of_a_closing_is_counted_and_marked() {
    let (mut noor, _, log, case) = shared();
    close(&mut noor, case, "Klaar.", None);
    let mark = |noor: &mut TestPhone| noor.call(ReadCase { case }).closings[0].mark;
    assert_eq!(mark(&mut noor), SyncMark::OnlyHere);
    assert_eq!(noor.call(ReadTeam).only_here[0].counts.other, 2);
    noor.sync(&log);
    assert_eq!(mark(&mut noor), SyncMark::WithTeam);
}

#[test]
fn a_new_encounter_reopens_and_the_case_keeps_its_course() {
    let (mut noor, mut bas, log, case) = shared();
    close(&mut noor, case, "Woont bij zus.", None);
    noor.log(Who::Case(case), "Stond weer bij de kade.");
    sync(&mut noor, &mut bas, &log);
    let course = vec![
        "Reopened Noor ".to_owned(),
        "Closed Noor Woont bij zus.".into(),
    ];
    for phone in [&mut noor, &mut bas] {
        assert_eq!(stands(phone, case), (CaseStatus::Open, course.clone()));
        assert!(!phone.call(ReadCase { case }).closings[0].by_encounter);
    }
}

#[test]
fn one_tap_reopens_and_a_second_one_changes_nothing() {
    let (mut noor, _, _, case) = shared();
    close(&mut noor, case, "Klaar.", None);
    noor.call(ReopenCase { case });
    noor.call(ReopenCase { case });
    assert_eq!(
        stands(&mut noor, case),
        (
            CaseStatus::Open,
            vec!["Reopened Noor ".into(), "Closed Noor Klaar.".into()]
        )
    );
}

#[test]
fn two_who_close_offline_close_it_once_and_both_sentences_stand() {
    let (mut noor, mut bas, log, case) = shared();
    close(&mut noor, case, "Zus zorgt.", Some(Outcome::Stable));
    bas.clock.pass(Duration::hours(1));
    close(&mut bas, case, "Hulp loopt.", Some(Outcome::AcceptedHelp));
    sync(&mut noor, &mut bas, &log);
    let course = vec![
        "Closed Bas Hulp loopt.".to_owned(),
        "Closed Noor Zus zorgt.".into(),
    ];
    for phone in [&mut noor, &mut bas] {
        assert_eq!(stands(phone, case), (CaseStatus::Closed, course.clone()));
        assert_eq!(phone.call(ReadCase { case }).clashes, []);
    }
}

#[test]
fn an_encounter_that_was_logged_offline_after_the_closing_reopens_it_on_both_phones() {
    let (mut noor, mut bas, log, case) = shared();
    close(&mut noor, case, "Klaar.", None);
    bas.clock.pass(Duration::hours(2));
    bas.log(Who::Case(case), "Belde om hulp.");
    sync(&mut noor, &mut bas, &log);
    let course = vec!["Reopened Bas ".to_owned(), "Closed Noor Klaar.".into()];
    for phone in [&mut noor, &mut bas] {
        assert_eq!(stands(phone, case), (CaseStatus::Open, course.clone()));
        let view = phone.call(ReadCase { case });
        assert!(view.closings[0].by_encounter, "nobody wrote it down");
        assert_eq!(view.last_three[0].text, "Belde om hulp.");
        assert_eq!(view.clashes, []);
    }
    let (noor_list, bas_list) = (
        noor.call(ReadCases {
            filter: CaseFilter::default(),
            skip: 0,
            limit: 9,
        }),
        bas.call(ReadCases {
            filter: CaseFilter::default(),
            skip: 0,
            limit: 9,
        }),
    );
    assert_eq!(noor_list, bas_list);
    assert!(
        noor.call(ReadTeam).sync.partners[0].equal,
        "without writing"
    );
    // The case can be closed again.
    close(&mut noor, case, "Nu echt.", None);
    bas.clock.pass(Duration::hours(-2));
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(stands(phone, case).0, CaseStatus::Closed);
        assert_eq!(stands(phone, case).1.len(), 3);
    }
}

#[test]
fn an_encounter_of_before_the_closing_comes_in_and_leaves_it_closed() {
    let (mut noor, mut bas, log, case) = shared();
    bas.log(Who::Case(case), "Nog even langs geweest.");
    noor.clock.pass(Duration::hours(2));
    close(&mut noor, case, "Klaar.", None);
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(stands(phone, case).0, CaseStatus::Closed);
        assert_eq!(phone.call(ReadCase { case }).encounters, 2);
    }
}

#[test]
fn closed_on_one_phone_and_reopened_and_closed_on_the_other_is_no_clash() {
    let (mut noor, mut bas, log, case) = shared();
    close(&mut noor, case, "Klaar.", None);
    sync(&mut noor, &mut bas, &log);
    // Bas reopens the case; Noor, unaware of it, logs an encounter and closes it again.
    bas.clock.pass(Duration::minutes(30));
    bas.call(ReopenCase { case });
    noor.clock.pass(Duration::hours(1));
    noor.log(Who::Case(case), "Gedag gezegd.");
    close(&mut noor, case, "Afscheid.", None);
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(stands(phone, case).0, CaseStatus::Closed);
        assert_eq!(phone.call(ReadCase { case }).clashes, []);
    }
    // The reverse order: the reopening comes last.
    noor.call(ReopenCase { case });
    sync(&mut noor, &mut bas, &log);
    close(&mut noor, case, "Toch klaar.", None);
    bas.clock.pass(Duration::hours(5));
    bas.log(Who::Case(case), "Staat aan de deur.");
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(stands(phone, case).0, CaseStatus::Open);
    }
}

#[test]
fn closed_by_one_and_handed_over_by_the_other_is_a_clash_that_one_tap_settles() {
    let (mut noor, mut bas, log, case) = shared();
    close(&mut noor, case, "Klaar.", None);
    bas.call(SetCaseField {
        case,
        field: CaseField::Status,
        value: CaseStatus::HandedOver.word().into(),
    });
    sync(&mut noor, &mut bas, &log);
    assert_eq!(bas.call(ReadCase { case }).clashes[0].values.len(), 2);
    bas.call(SetCaseField {
        case,
        field: CaseField::Status,
        value: CaseStatus::HandedOver.word().into(),
    });
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(phone.call(ReadCase { case }).clashes, []);
        assert_eq!(stands(phone, case).0, CaseStatus::HandedOver);
    }
}

#[test]
fn a_clock_that_is_behind_puts_nothing_before_what_it_followed() {
    let (mut noor, mut bas, log, case) = shared();
    noor.clock.pass(Duration::hours(1));
    close(&mut noor, case, "Klaar.", None);
    sync(&mut noor, &mut bas, &log);
    // By Bas's clock the closing is still in the future.
    bas.call(ReopenCase { case });
    close(&mut bas, case, "Weer klaar.", None);
    sync(&mut noor, &mut bas, &log);
    let course = stands(&mut noor, case);
    assert_eq!(course.1[0], "Closed Bas Weer klaar.");
    assert_eq!(course.0, CaseStatus::Closed);
    assert_eq!(stands(&mut bas, case), course);
}

#[test]
fn a_signal_that_is_linked_reopens() {
    let (mut noor, mut bas, log, case) = shared();
    let signal = crate::SignalId(noor.log(Who::Unknown, "Slaapt in de loods.").0);
    noor.clock.pass(Duration::hours(1));
    close(&mut noor, case, "Klaar.", None);
    noor.call(LinkSignal { signal, case });
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(stands(phone, case).0, CaseStatus::Open);
        assert_eq!(stands(phone, case).1.len(), 2);
    }
}

#[test]
fn a_closing_is_found_by_its_sentence() {
    let (mut noor, mut bas, log, case) = shared();
    close(&mut noor, case, "Verhuisd naar Zeeland.", None);
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        let text = "zeeland".into();
        assert_eq!(
            phone
                .call(Search {
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
}
