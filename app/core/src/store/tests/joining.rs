//! Cases of one person that are joined, and cases made by mistake that are removed, on one phone and two.

use chrono::Duration;

use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{BadValue, CaseId, Error, ExpenseId, SignalId};

fn healthy(phone: &mut TestPhone) {
    assert_eq!(super::doctor::findings(phone), []);
}

fn texts(phone: &mut TestPhone, case: CaseId) -> Vec<String> {
    let page = phone.call(ReadTimeline {
        case,
        before: None,
        limit: 50,
    });
    page.entries.into_iter().map(|entry| entry.text).collect()
}

fn listed(phone: &mut TestPhone) -> Vec<String> {
    let list = phone.call(ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: 50,
    });
    assert_eq!(list.total as usize, list.cases.len());
    let mut names: Vec<String> = list.cases.into_iter().map(|line| line.name).collect();
    names.sort();
    names
}

fn found(phone: &mut TestPhone, text: &str) -> Vec<String> {
    let search = Search {
        text: text.into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    };
    let hits = phone.call(search).cases.hits;
    hits.into_iter().map(|hit| hit.case.name).collect()
}

fn join(phone: &mut TestPhone, case: CaseId, into: CaseId) {
    phone.clock.pass(Duration::minutes(1));
    phone.call(JoinCases { case, into });
}

#[test]
fn what_is_in_two_cases_of_one_person_is_shown_with_one_until_they_are_taken_apart() {
    let mut phone = TestPhone::in_team("Noor", true);
    let (one, two) = (phone.case("Duivenman"), phone.case("De Vries"));
    phone.log(Who::Case(one), "Voerde duiven.");
    phone.clock.pass(Duration::minutes(1));
    phone.log(Who::Case(two), "Groette.");
    phone.call(AddSafetyFact {
        case: one,
        text: "Zakmes in de la.".into(),
    });
    phone.call(SetTrust {
        case: one,
        step: TrustStep::Inside,
    });
    let promise = phone.call(AddCommitment {
        case: one,
        text: "Voer brengen.".into(),
        who: String::new(),
        due: None,
        time: None,
    });
    let spent = SaveExpense {
        ..super::expenses::expense(one, "12,50", "Taxi")
    };
    phone.call(spent);
    let signal = SignalId(phone.log(Who::Unknown, "Man met kar.").0);
    phone.call(LinkSignal { signal, case: one });
    let apart = |phone: &mut TestPhone| {
        let cases = [one, two].map(|case| {
            let view = phone.call(ReadCase { case });
            let spent = phone.call(ReadExpenses { case });
            format!("{view:?} {spent:?} {:?}", texts(phone, case))
        });
        format!("{cases:?} {:?}", listed(phone))
    };
    let before = apart(&mut phone);
    join(&mut phone, one, two);

    assert_eq!(listed(&mut phone), ["De Vries"]);
    assert_eq!(found(&mut phone, "duivenm"), ["De Vries"]);
    let mut all = texts(&mut phone, two);
    all.sort();
    assert_eq!(all, ["Groette.", "Man met kar.", "Voerde duiven."]);
    let view = phone.call(ReadCase { case: two });
    assert_eq!(view.safety[0].text, "Zakmes in de la.");
    assert_eq!(view.trust, TrustStep::Inside);
    assert_eq!(view.commitments[0].id, promise);
    assert_eq!(view.together.here[0].name, "Duivenman");
    assert_eq!(view.together.here[0].by, "Noor");
    assert_eq!(phone.call(ReadExpenses { case: two }).total.0, 1250);
    let old = phone.call(ReadCase { case: one });
    assert_eq!(old.together.into.map(|into| into.case), Some(two));
    assert_eq!(old.safety.len(), 1, "a danger stands on both");
    healthy(&mut phone);

    // From there it is kept, ended, unlinked and moved like any other.
    phone.call(TickCommitment {
        case: two,
        id: promise,
        done: true,
    });
    phone.call(TickCommitment {
        case: two,
        id: promise,
        done: false,
    });
    let fact = view.safety[0].id;
    phone.call(EndSafetyFact {
        case: two,
        id: fact,
    });
    assert!(phone.call(ReadCase { case: one }).safety.is_empty());
    phone.call(AddSafetyFact {
        case: two,
        text: "Zakmes in de la.".into(),
    });
    phone.call(UnlinkSignal { signal, case: two });
    assert_eq!(texts(&mut phone, two).len(), 2);
    phone.call(LinkSignal { signal, case: two });
    phone.call(UnlinkSignal { signal, case: two });
    phone.call(LinkSignal { signal, case: one });
    healthy(&mut phone);
    // Joining them again, either way round, changes nothing.
    join(&mut phone, two, one);
    assert_eq!(listed(&mut phone), ["De Vries"]);

    phone.call(SplitCase { case: one });
    assert_eq!(apart(&mut phone), before);
    assert_eq!(found(&mut phone, "duivenm"), ["Duivenman"]);
    healthy(&mut phone);
    let nobody = CaseId(uuid::Uuid::now_v7());
    let refused = phone.try_call(JoinCases {
        case: one,
        into: nobody,
    });
    assert_eq!(refused, Err(Error::NotFound));
}

#[derive(Debug, Clone, Copy)]
enum Does {
    Join(usize, usize),
    Split(usize),
    Log,
    Close,
    Remove,
    MoveAway,
    Spend,
}

fn act(phone: &mut TestPhone, cases: &[CaseId; 3], does: Does) {
    phone.clock.pass(Duration::minutes(1));
    let case = cases[0];
    match does {
        Does::Join(one, two) => phone.call(JoinCases {
            case: cases[one],
            into: cases[two],
        }),
        Does::Split(one) => phone.call(SplitCase { case: cases[one] }),
        Does::Log => drop(phone.log(Who::Case(case), "Erbij.")),
        Does::Close => phone.call(CloseCase {
            case,
            text: "Woont bij zijn zus.".into(),
            outcome: None,
        }),
        Does::Remove => drop(phone.try_call(RemoveCase { case })),
        Does::MoveAway => {
            let found = phone.call(ReadCase { case }).last_three.first().cloned();
            if let Some(entry) = found {
                phone.call(MoveEntry {
                    entry: EntryRef::Encounter {
                        who: Who::Case(case),
                        id: entry.id,
                    },
                    to: Who::Case(cases[2]),
                });
            }
        }
        Does::Spend => {
            let new = super::expenses::expense(case, "5,00", "Taxi");
            let _: ExpenseId = new.id;
            phone.call(new);
        }
    }
}

fn all(phone: &mut TestPhone, cases: &[CaseId; 3]) -> Vec<String> {
    let mut told = vec![format!("{:?}", listed(phone))];
    for case in cases {
        let view = phone.try_call(ReadCase { case: *case });
        told.push(format!("{view:#?}"));
        if view.is_ok() {
            told.push(format!("{:?}", texts(phone, *case)));
            told.push(format!("{:?}", phone.call(ReadExpenses { case: *case })));
        }
    }
    told.push(format!("{:?}", phone.call(ReadRemovedCases)));
    told
}

fn check(filled: bool, joined: bool) {
    let does = [
        Does::Join(0, 1),
        Does::Join(1, 0),
        Does::Join(0, 2),
        Does::Join(2, 0),
        Does::Split(0),
        Does::Log,
        Does::Close,
        Does::Remove,
        Does::MoveAway,
        Does::Spend,
    ];
    // Each pair once: whose phone did which makes no difference to how they merge.
    let pairs = (0..100)
        .map(|n| (n / 10, n % 10))
        .filter(|(first, second)| first <= second);
    for (first, second) in pairs.map(|(first, second)| (does[first], does[second])) {
        let (mut noor, mut bas, log) = duo();
        let cases = ["Duivenman", "De Vries", "Kers"].map(|name| noor.case(name));
        if filled {
            noor.log(Who::Case(cases[0]), "Groette.");
            noor.log(Who::Case(cases[1]), "Zwaaide.");
        }
        if joined {
            act(&mut noor, &cases, Does::Join(0, 1));
        }
        noor.sync(&log);
        bas.sync(&log);
        act(&mut noor, &cases, first);
        bas.clock.pass(noor.clock.now() - bas.clock.now());
        act(&mut bas, &cases, second);
        noor.sync(&log);
        bas.sync(&log);
        noor.sync(&log);
        let later = bas.clock.now() - noor.clock.now();
        noor.clock.pass(later);
        let told = all(&mut noor, &cases);
        assert_eq!(told, all(&mut bas, &cases), "{first:?} and {second:?}");
        healthy(&mut noor);
        healthy(&mut bas);
        let mut kees = TestPhone::in_team("Kees", false);
        kees.sync(&log);
        kees.clock.pass(noor.clock.now() - kees.clock.now());
        assert_eq!(
            told,
            all(&mut kees, &cases),
            "{first:?} and {second:?}, new"
        );
        let written = [first, second]
            .iter()
            .filter(|does| matches!(does, Does::Log))
            .count();
        let there = told.join("").matches("Erbij.").count();
        assert!(
            there >= written,
            "{first:?} and {second:?} lost what was written"
        );
    }
}

#[test]
fn every_pair_of_what_two_do_to_cases_that_may_be_one_person_ends_the_same_on_all_phones() {
    check(true, false);
}

#[test]
fn so_does_every_pair_once_two_were_joined() {
    check(true, true);
}

#[test]
fn so_does_every_pair_with_an_empty_case() {
    check(false, false);
}

#[test]
fn a_case_made_by_mistake_is_removed_while_it_is_empty_and_comes_back() {
    let (mut noor, mut bas, log) = duo();
    let (case, other) = (noor.case("Vergissing"), noor.case("G."));
    noor.log(Who::Case(other), "Groette.");
    let refused = noor.try_call(RemoveCase { case: other });
    assert_eq!(refused, Err(Error::Value(BadValue::NotEmpty)));
    // A text about the door is no emptiness either.
    let told = |value: &str| SetCaseField {
        case,
        field: CaseField::WhatMatters,
        value: value.into(),
    };
    noor.call(told("Zijn brommer."));
    assert!(!noor.call(ReadCase { case }).together.empty);
    let refused = noor.try_call(RemoveCase { case });
    assert_eq!(refused, Err(Error::Value(BadValue::NotEmpty)));
    noor.call(told(""));
    assert!(noor.call(ReadCase { case }).together.empty);
    noor.sync(&log);
    bas.sync(&log);
    noor.call(RemoveCase { case });
    noor.call(RemoveCase { case });
    assert_eq!(listed(&mut noor), ["G."]);
    assert_eq!(found(&mut noor, "vergis"), [""; 0]);
    noor.sync(&log);
    bas.sync(&log);
    assert_eq!(listed(&mut bas), ["G."]);
    let removed = bas.call(ReadRemovedCases);
    assert_eq!(
        (removed[0].name.as_str(), removed[0].by.as_str()),
        ("Vergissing", "Noor")
    );
    bas.call(BringCaseBack { case });
    assert_eq!(listed(&mut bas), ["G.", "Vergissing"]);
    assert_eq!(bas.call(ReadRemovedCases), []);
    healthy(&mut bas);

    // Whoever writes in it meanwhile brings it back.
    bas.sync(&log);
    noor.sync(&log);
    noor.call(RemoveCase { case });
    bas.log(Who::Case(case), "Toch iemand.");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(listed(phone), ["G.", "Vergissing"]);
        assert_eq!(texts(phone, case), ["Toch iemand."]);
        assert_eq!(phone.call(ReadRemovedCases), []);
        healthy(phone);
    }
}
