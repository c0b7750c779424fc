//! Decisions: recording, adding to and reviewing them, also offline on two phones.

use chrono::{Days, Duration};
use uuid::Uuid;

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{BadValue, CaseId, DecisionId, Error};

pub(super) fn text(kind: DecisionKind, goal: &str) -> DecisionText {
    DecisionText {
        kind,
        goal: goal.into(),
        ..DecisionText::default()
    }
}

pub(super) fn try_decide(
    phone: &mut TestPhone,
    case: CaseId,
    text: DecisionText,
) -> Result<DecisionId, Error> {
    phone.clock.pass(Duration::minutes(1));
    let id = DecisionId(Uuid::from_bytes(crate::crypto::random()));
    phone.try_call(AddDecision { case, id, text })?;
    Ok(id)
}

pub(super) fn decide(phone: &mut TestPhone, case: CaseId, goal: &str) -> DecisionId {
    try_decide(phone, case, text(DecisionKind::Refrain, goal)).expect("decides")
}

fn due_today(phone: &mut TestPhone) -> Vec<DecisionId> {
    let due = phone.call(ReadToday).look_again;
    due.into_iter().map(|line| line.decision).collect()
}

#[test]
fn a_decision_is_kept_as_it_was_written_and_proves_itself() {
    let mut noor = TestPhone::in_team("Noor", true);
    let case = noor.case("Meneer P.");
    let today = noor.store.environment.today();
    let written = DecisionText {
        kind: DecisionKind::Refrain,
        goal: "Hij praat zelf met de corporatie.".into(),
        ethical: "Ja, hij kan bij zijn broer slapen.".into(),
        law: "Betalen mag, maar hoeft niet.".into(),
        why: "Twee keer betaald, twee keer stilte.".into(),
        backs: "Bas, wethouder".into(),
        look_again: Some(today + Days::new(14)),
        ..DecisionText::default()
    };
    try_decide(&mut noor, case, written.clone()).expect("decides");
    let lines = noor.call(ReadDecisions { case });
    assert_eq!(lines.len(), 1);
    let line = &lines[0];
    assert_eq!((line.kind, &line.goal), (written.kind, &written.goal));
    assert_eq!((&line.law, &line.why), (&written.law, &written.why));
    assert_eq!(
        (&line.ethical, &line.backs),
        (&written.ethical, &written.backs)
    );
    assert_eq!(
        (line.look_again, line.by.as_str()),
        (written.look_again, "Noor")
    );
    assert_eq!(line.mark, SyncMark::OnlyHere);
    let proof = noor.call(VerifyDecisions { case });
    assert!(proof.holds());
    assert_eq!(proof.decisions[0].key_of, "Noor");
    assert_eq!(proof.decisions[0].parents, Vec::<String>::new());
}

#[test]
fn each_decision_names_the_one_before_it() {
    let mut noor = TestPhone::new();
    let case = noor.case("Meneer P.");
    decide(&mut noor, case, "Een.");
    decide(&mut noor, case, "Twee.");
    decide(&mut noor, case, "Drie.");
    let proof = noor.call(VerifyDecisions { case });
    let [one, two, three] = proof.decisions.as_slice() else {
        panic!("three");
    };
    assert_eq!(two.parents, [one.hash.as_str()]);
    assert_eq!(three.parents, [two.hash.as_str()]);
    assert!(proof.holds(), "also before there is a team");
}

#[test]
fn two_who_decide_offline_make_a_fork_that_the_next_decision_joins() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Meneer P.");
    noor.sync(&log);
    bas.sync(&log);
    decide(&mut noor, case, "Niet betalen.");
    decide(&mut bas, case, "Wel bellen met de corporatie.");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    decide(&mut bas, case, "Samen verder.");
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let proof = phone.call(VerifyDecisions { case });
        assert!(proof.holds(), "{:?}", proof.decisions);
        assert_eq!(proof.decisions.len(), 3);
        let parents: Vec<usize> = proof.decisions.iter().map(|d| d.parents.len()).collect();
        assert_eq!(parents, [0, 0, 2]);
        let by: Vec<&str> = proof.decisions.iter().map(|d| d.key_of.as_str()).collect();
        assert_eq!(by.iter().filter(|name| **name == "Bas").count(), 2);
    }
}

#[test]
fn what_was_decided_alone_still_proves_itself_in_a_team_joined_later() {
    let (mut noor, mut bas, log) = duo();
    let mut els = TestPhone::new();
    let case = els.case("Mevrouw A.");
    decide(&mut els, case, "Eerst koffie, dan papieren.");
    els.joins("Els", false);
    els.sync(&log);
    noor.sync(&log);
    bas.sync(&log);
    for phone in [&mut els, &mut noor, &mut bas] {
        let proof = phone.call(VerifyDecisions { case });
        assert!(proof.holds(), "{:?}", proof.decisions[0].faults);
        assert_eq!(proof.decisions[0].key_of, "Els");
    }
}

#[test]
fn saving_twice_makes_one_decision_and_drops_the_draft() {
    let mut noor = TestPhone::new();
    let (case, other) = (noor.case("Meneer P."), noor.case("Mevrouw A."));
    let id = DecisionId(Uuid::from_bytes([4; 16]));
    let draft = DecisionDraft {
        id,
        text: text(DecisionKind::Share, "Met de huisarts."),
    };
    for case in [case, other] {
        let draft = Some(draft.clone());
        noor.call(SaveDecisionDraft {
            case,
            adds_to: None,
            draft,
        });
    }
    let mut noor = noor.restart();
    let left = |phone: &mut TestPhone, case| {
        let adds_to = None;
        phone.call(ReadDecisionDraft { case, adds_to })
    };
    assert_eq!(left(&mut noor, case), Some(draft.clone()));
    for _ in 0..2 {
        let text = draft.text.clone();
        noor.call(AddDecision { case, id, text });
    }
    assert_eq!(noor.call(ReadDecisions { case }).len(), 1);
    assert_eq!(left(&mut noor, case), None);
    assert_eq!(
        left(&mut noor, other),
        Some(draft),
        "the draft of another case stays"
    );
}

#[test]
fn a_decision_needs_a_goal_or_a_why_and_nothing_else() {
    let mut noor = TestPhone::new();
    let case = noor.case("Meneer P.");
    let empty = text(DecisionKind::Act, "  ");
    assert_eq!(try_decide(&mut noor, case, empty), Err(Error::Empty));
    let why = DecisionText {
        why: "Omdat het moet.".into(),
        ..DecisionText::default()
    };
    assert!(try_decide(&mut noor, case, why).is_ok());
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_kept() {
    let mut noor = TestPhone::new();
    let case = noor.case("Meneer P.");
    let yesterday = noor.store.environment.today() - Days::new(1);
    let past = DecisionText {
        look_again: Some(yesterday),
        ..text(DecisionKind::Act, "Bellen.")
    };
    let refused = try_decide(&mut noor, case, past);
    assert_eq!(refused, Err(Error::Value(BadValue::Day)));
    let long = text(DecisionKind::Act, &"é".repeat(MAX_TEXT as usize + 1));
    let refused = try_decide(&mut noor, case, long);
    assert_eq!(refused, Err(Error::TooLong { max: MAX_TEXT }));
    let ground = DecisionText {
        ground: "x".repeat(MAX_LINE as usize + 1),
        ..text(DecisionKind::Share, "Delen.")
    };
    let refused = try_decide(&mut noor, case, ground);
    assert_eq!(refused, Err(Error::TooLong { max: MAX_LINE }));
    let nowhere = DecisionText {
        adds_to: Some(DecisionId(Uuid::from_bytes([9; 16]))),
        ..text(DecisionKind::Act, "Bij niets.")
    };
    assert_eq!(try_decide(&mut noor, case, nowhere), Err(Error::NotFound));
    assert_eq!(noor.call(ReadDecisions { case }), []);
}

#[test]
fn what_is_added_to_an_addition_is_added_to_the_decision() {
    let mut noor = TestPhone::new();
    let case = noor.case("Meneer P.");
    let first = decide(&mut noor, case, "Niet betalen.");
    let mut adds_to = first;
    for goal in ["Hij belde terug.", "De brief kwam."] {
        let added = DecisionText {
            adds_to: Some(adds_to),
            ..text(DecisionKind::Refrain, goal)
        };
        adds_to = try_decide(&mut noor, case, added).expect("adds");
    }
    let lines = noor.call(ReadDecisions { case });
    let roots: Vec<_> = lines.iter().map(|line| line.adds_to).collect();
    assert_eq!(roots, [Some(first), Some(first), None]);
}

#[test]
fn a_decision_comes_back_on_its_day_until_somebody_looked() {
    let mut noor = TestPhone::new();
    let case = noor.case("Meneer P.");
    let today = noor.store.environment.today();
    let later = DecisionText {
        look_again: Some(today + Days::new(14)),
        ..text(DecisionKind::Refrain, "Niet betalen.")
    };
    let id = try_decide(&mut noor, case, later).expect("decides");
    noor.clock.pass(Duration::days(13));
    assert_eq!(due_today(&mut noor), []);
    noor.clock.pass(Duration::days(1));
    let due = noor.call(ReadToday).look_again;
    assert_eq!(
        (due[0].decision, due[0].text.as_str()),
        (id, "Niet betalen.")
    );
    assert_eq!(due[0].case_name, "Meneer P.");
    noor.call(LookAgain {
        case,
        decision: id,
        next: Some(today + Days::new(28)),
        saw: String::new(),
    });
    assert_eq!(due_today(&mut noor), []);
    noor.clock.pass(Duration::days(20));
    assert_eq!(due_today(&mut noor), [id], "also when the day is past");
    let added = DecisionText {
        adds_to: Some(id),
        ..text(DecisionKind::Refrain, "Hij heeft zelf betaald.")
    };
    try_decide(&mut noor, case, added).expect("adds");
    assert_eq!(due_today(&mut noor), []);
    assert!(noor.call(VerifyDecisions { case }).holds());
}

#[test]
fn two_who_look_again_offline_end_with_the_same_day() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Meneer P.");
    let today = noor.store.environment.today();
    let due = DecisionText {
        look_again: Some(today),
        ..text(DecisionKind::Refrain, "Niet betalen.")
    };
    let decision = try_decide(&mut noor, case, due).expect("decides");
    noor.sync(&log);
    bas.sync(&log);
    noor.call(LookAgain {
        case,
        decision,
        next: None,
        saw: String::new(),
    });
    bas.clock.pass(Duration::hours(2));
    bas.call(LookAgain {
        case,
        decision,
        next: Some(today + Days::new(7)),
        saw: String::new(),
    });
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        assert!(phone.call(VerifyDecisions { case }).holds());
        phone.clock.pass(Duration::days(8));
        assert_eq!(due_today(phone), [decision], "the later word counts");
    }
}

#[test]
fn a_decision_is_found_by_what_it_says() {
    let mut noor = TestPhone::new();
    let case = noor.case("Meneer P.");
    decide(&mut noor, case, "Geen dwangbevel tekenen.");
    let found = noor.call(Search {
        text: "dwangbev".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    assert_eq!(found.cases.len(), 1);
    assert_eq!(found.cases[0].case.id, case);
}
