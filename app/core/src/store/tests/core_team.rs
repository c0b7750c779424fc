//! The core team's agenda, on one phone and on two.

use chrono::{Duration, NaiveDate};

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{CaseId, Error};

fn tick(phone: &mut TestPhone, case: CaseId, on: bool) {
    phone.clock.pass(Duration::minutes(1));
    phone.call(SetOnAgenda { case, on });
}

fn write(phone: &mut TestPhone, case: CaseId, field: AgendaField, text: &str) {
    phone.clock.pass(Duration::minutes(1));
    phone.call(WriteAgenda {
        case,
        field,
        text: text.into(),
    });
}

fn decide(phone: &mut TestPhone, case: CaseId, text: &str) {
    phone.clock.pass(Duration::minutes(1));
    phone.call(DecideAgenda {
        case,
        text: text.into(),
    });
}

fn items(phone: &mut TestPhone) -> Vec<AgendaItem> {
    phone.call(ReadCoreTeam).items
}

fn timeline(phone: &mut TestPhone, case: CaseId) -> Vec<String> {
    let page = phone.call(ReadTimeline {
        case,
        before: None,
        limit: 50,
    });
    page.entries.into_iter().map(|entry| entry.text).collect()
}

/// Creates a case on both phones, and a function that syncs both.
fn shared() -> (
    TestPhone,
    TestPhone,
    CaseId,
    impl Fn(&mut TestPhone, &mut TestPhone),
) {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Duivenman");
    let both = move |noor: &mut TestPhone, bas: &mut TestPhone| {
        noor.sync(&log);
        bas.sync(&log);
        noor.sync(&log);
    };
    both(&mut noor, &mut bas);
    (noor, bas, case, both)
}

#[test]
fn one_tap_puts_a_case_on_the_agenda_and_one_takes_it_off() {
    let mut phone = TestPhone::new();
    let case = phone.case("Duivenman");
    phone.call(SetProblem {
        case,
        problem: "overlast".into(),
        applies: true,
    });
    tick(&mut phone, case, true);
    tick(&mut phone, case, true);
    let on = items(&mut phone);
    assert_eq!(on.len(), 1, "on twice is on once");
    assert_eq!(
        (on[0].name.as_str(), on[0].problems.len()),
        ("Duivenman", 1)
    );
    assert_eq!(on[0].mark, SyncMark::OnlyHere);
    assert!(phone.call(ReadOnAgenda { case }));
    tick(&mut phone, case, false);
    assert_eq!(items(&mut phone), []);
    tick(&mut phone, case, true);
    assert_eq!(items(&mut phone).len(), 1, "and on again");
}

#[test]
fn what_is_asked_is_found_by_search() {
    let mut phone = TestPhone::new();
    let case = phone.case("Duivenman");
    tick(&mut phone, case, true);
    write(
        &mut phone,
        case,
        AgendaField::Question,
        "Mag hij voeren op de dijk?",
    );
    let found = phone.call(Search {
        text: "voeren dijk".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    assert_eq!(found.cases.len(), 1);
}

#[test]
fn a_decision_stands_in_the_timeline_and_takes_the_case_off_the_agenda() {
    let mut phone = TestPhone::new();
    let case = phone.case("Duivenman");
    tick(&mut phone, case, true);
    decide(&mut phone, case, "Voeren mag van zeven tot acht.");
    assert_eq!(
        timeline(&mut phone, case),
        ["Kernteam: Voeren mag van zeven tot acht."]
    );
    let page = phone.call(ReadCoreTeam);
    assert_eq!(page.items, []);
    assert_eq!(page.last, NaiveDate::from_ymd_opt(2026, 11, 17));
    assert_eq!(page.decided[0].text, "Voeren mag van zeven tot acht.");
    assert_eq!(
        phone.try_call(DecideAgenda {
            case,
            text: "Nog eens.".into()
        }),
        Err(Error::NotFound)
    );
    tick(&mut phone, case, true);
    assert_eq!(items(&mut phone)[0].question, "", "a new item");
}

#[test]
fn a_decision_that_is_empty_leaves_the_case_on_the_agenda() {
    let mut phone = TestPhone::new();
    let case = phone.case("Duivenman");
    tick(&mut phone, case, true);
    let text = "  ".to_owned();
    assert_eq!(
        phone.try_call(DecideAgenda { case, text }),
        Err(Error::Empty)
    );
    assert_eq!(items(&mut phone).len(), 1);
}

#[test]
fn what_is_written_down_days_later_is_still_of_that_meeting() {
    let mut phone = TestPhone::new();
    let case = phone.case("Duivenman");
    tick(&mut phone, case, true);
    phone.call(SetTeamSetting {
        setting: TeamSetting::CoreTeamNext,
        value: "2026-11-18".into(),
    });
    phone.clock.pass(Duration::days(3));
    decide(&mut phone, case, "Ja.");
    assert_eq!(
        phone.call(ReadCoreTeam).last,
        NaiveDate::from_ymd_opt(2026, 11, 18)
    );
}

#[test]
fn two_who_tick_the_same_case_offline_have_one_item() {
    let (mut noor, mut bas, case, both) = shared();
    tick(&mut noor, case, true);
    tick(&mut bas, case, true);
    both(&mut noor, &mut bas);
    assert_eq!(items(&mut noor).len(), 1);
    assert_eq!(items(&mut noor), items(&mut bas));
    tick(&mut noor, case, false);
    both(&mut noor, &mut bas);
    assert_eq!(items(&mut bas), [], "one tap takes all of it off");
}

#[test]
fn two_questions_that_were_written_at_once_both_stand_and_one_edit_makes_them_one() {
    // With one entry known to both, and with one entry each.
    for known in [true, false] {
        let (mut noor, mut bas, case, both) = shared();
        tick(&mut noor, case, true);
        if known {
            both(&mut noor, &mut bas);
        } else {
            tick(&mut bas, case, true);
        }
        write(&mut noor, case, AgendaField::Question, "Wie betaalt?");
        write(&mut bas, case, AgendaField::Question, "Mag het?");
        both(&mut noor, &mut bas);
        let mut lines: Vec<_> = items(&mut noor)[0]
            .question
            .lines()
            .map(str::to_owned)
            .collect();
        lines.sort();
        assert_eq!(lines, ["Mag het?", "Wie betaalt?"], "known: {known}");
        assert_eq!(items(&mut noor), items(&mut bas));
        write(
            &mut bas,
            case,
            AgendaField::Question,
            "Mag het, en wie betaalt?",
        );
        both(&mut noor, &mut bas);
        assert_eq!(items(&mut noor)[0].question, "Mag het, en wie betaalt?");
    }
}

#[test]
fn who_writes_on_what_another_takes_off_keeps_it_on() {
    let (mut noor, mut bas, case, both) = shared();
    tick(&mut noor, case, true);
    write(&mut noor, case, AgendaField::Status, "Praat weer.");
    both(&mut noor, &mut bas);
    tick(&mut noor, case, false);
    write(&mut bas, case, AgendaField::Question, "Wie tekent?");
    both(&mut noor, &mut bas);
    assert_eq!(items(&mut noor)[0].question, "Wie tekent?");
    assert_eq!(items(&mut noor), items(&mut bas));
    tick(&mut bas, case, false);
    both(&mut noor, &mut bas);
    assert_eq!(items(&mut noor), []);
}

#[test]
fn two_who_write_down_the_same_decision_have_one_line_and_two_that_differ_both_stand() {
    for (noors, bass, lines) in [("Ja.", "Ja.", 1), ("Ja.", "Ja, tot mei.", 2)] {
        let (mut noor, mut bas, case, both) = shared();
        tick(&mut noor, case, true);
        both(&mut noor, &mut bas);
        decide(&mut noor, case, noors);
        decide(&mut bas, case, bass);
        both(&mut noor, &mut bas);
        for phone in [&mut noor, &mut bas] {
            let texts = timeline(phone, case);
            assert_eq!(texts.len(), lines, "{texts:?}");
            assert!(texts.contains(&format!("Kernteam: {bass}")));
            let page = phone.call(ReadCoreTeam);
            assert_eq!(page.items, []);
            assert_eq!(page.decided.len(), 1);
            assert!(page.decided[0].text.contains(noors));
            assert!(page.decided[0].text.contains(bass));
        }
    }
}

#[test]
fn a_decision_on_one_phone_and_a_tick_on_the_other_end_decided_with_what_was_ticked_anew() {
    let (mut noor, mut bas, case, both) = shared();
    tick(&mut noor, case, true);
    both(&mut noor, &mut bas);
    decide(&mut noor, case, "Ja.");
    // The case is still on Bas's agenda: for him this changes nothing.
    tick(&mut bas, case, true);
    both(&mut noor, &mut bas);
    assert_eq!(items(&mut bas), []);
    assert_eq!(timeline(&mut bas, case), ["Kernteam: Ja."]);
}
