//! Dangers beside names, in every list that shows a name.

use super::decisions::{text, try_decide};
use super::{TestPhone, duo};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{CaseId, ExpenseId, SignalId};

/// Where the name of one case stands, and whether a danger stands beside it.
fn signs(phone: &mut TestPhone, case: CaseId, other: CaseId, signal: SignalId) -> Vec<bool> {
    let mut signs = Vec::new();
    let cases = phone.call(ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: 9,
    });
    let of_case = |line: &&CaseLine| line.id == case;
    signs.extend(cases.cases.iter().find(of_case).map(|line| line.danger));
    let today = phone.call(ReadToday);
    signs.extend(today.commitments.iter().map(|line| line.danger));
    signs.extend(today.look_again.iter().map(|line| line.danger));
    for text in ["Duivenman", "pinnen"] {
        let found = phone.call(Search {
            text: text.into(),
            filter: CaseFilter::default(),
            shown: Shown::default(),
        });
        signs.extend(found.cases.hits.iter().map(|hit| hit.case.danger));
        signs.extend(found.encounters.hits.iter().map(|hit| hit.danger));
    }
    for text in ["", "Duivenman"] {
        let options = phone.call(FindWho::new(text)).hits;
        let of_case = |option: &&WhoOption| option.who == Who::Case(case);
        signs.extend(options.iter().find(of_case).map(|option| option.danger));
    }
    let agenda = phone.call(ReadCoreTeam);
    signs.extend(agenda.items.iter().map(|item| item.danger));
    let relations = phone.call(ReadCase { case: other }).relations;
    signs.extend(relations.iter().map(|line| line.danger));
    let linked = phone.call(ReadSignal { signal }).cases;
    signs.extend(linked.iter().map(|linked| linked.danger));
    let month = phone.call(ReadExpenseMonth { month: today.date });
    signs.extend(month.lines.iter().map(|line| line.danger));
    signs.extend(month.cases.iter().map(|line| line.danger));
    signs.extend(phone.call(ReadInvolved).iter().map(|line| line.danger));
    signs
}

#[test]
fn a_danger_stands_beside_the_name_in_every_list_on_both_phones_until_it_has_ended() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Duivenman");
    let other = noor.case("Zus");
    noor.log(Who::Case(case), "Durft niet te pinnen.");
    let signal = SignalId(noor.log(Who::Unknown, "Geschreeuw op de trap").0);
    noor.call(LinkSignal { signal, case });
    let today = noor.call(ReadToday).date;
    noor.call(AddCommitment {
        case,
        text: "Helm brengen".into(),
        who: "wij".into(),
        due: Some(today),
        time: None,
    });
    let again = DecisionText {
        look_again: Some(today),
        ..text(DecisionKind::Refrain, "Nog niet aankloppen")
    };
    try_decide(&mut noor, case, again).expect("decides");
    noor.call(SetOnAgenda { case, on: true });
    noor.call(AddRelation {
        case: other,
        kind: RelationKind::Family,
        other: Who::Case(case),
        note: String::new(),
    });
    noor.call(SaveExpense {
        case,
        id: ExpenseId(uuid::Uuid::from_u128(8)),
        amount: "12".into(),
        purpose: "Taxi".into(),
        note: String::new(),
        day: None,
        photo: false,
    });
    noor.call(SetInvolved {
        case,
        involved: true,
    });
    let both = |noor: &mut TestPhone, bas: &mut TestPhone, danger: bool| {
        noor.sync(&log);
        bas.sync(&log);
        for phone in [noor, bas] {
            assert_eq!(signs(phone, case, other, signal), [danger; 13]);
        }
    };
    both(&mut noor, &mut bas, false);
    noor.call(AddSafetyFact {
        case,
        text: "zakmes in de la".into(),
    });
    both(&mut noor, &mut bas, true);
    let id = noor.call(ReadCase { case }).safety[0].id;
    noor.call(EndSafetyFact { case, id });
    both(&mut noor, &mut bas, false);
}

#[test]
fn the_danger_of_one_is_not_shown_beside_the_name_of_another() {
    let mut noor = TestPhone::new();
    let case = noor.case("Duivenman");
    let other = noor.case("Zus");
    noor.call(AddSafetyFact {
        case,
        text: "zakmes in de la".into(),
    });
    let options = noor.call(FindWho::new("")).hits;
    let of = |who| options.iter().find(|option| option.who == Who::Case(who));
    let danger = |who| of(who).map(|option| option.danger);
    assert_eq!((danger(case), danger(other)), (Some(true), Some(false)));
}

#[test]
fn the_page_of_a_relative_hears_of_a_new_danger() {
    let mut noor = TestPhone::new();
    let case = noor.case("Duivenman");
    let other = noor.case("Zus");
    noor.call(AddRelation {
        case: other,
        kind: RelationKind::Family,
        other: Who::Case(case),
        note: String::new(),
    });
    noor.store.take_changes();
    noor.call(AddSafetyFact {
        case,
        text: "zakmes in de la".into(),
    });
    let changes = noor.store.take_changes();
    let query = ReadCase { case: other };
    assert!(changes.iter().any(|change| query.shows(change)));
}
