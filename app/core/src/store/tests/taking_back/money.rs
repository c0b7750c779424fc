//! Expenses that are changed, moved and withdrawn: an amount is never lost, and never counted twice.

use chrono::NaiveDate;

use super::*;
use crate::store::tests::expenses::{attach, expense, photo};
use crate::{BadValue, Cents, ExpenseId};

fn spent(case: CaseId, id: ExpenseId) -> EntryRef {
    EntryRef::Expense { case, id }
}

fn spend(phone: &mut TestPhone, case: CaseId, amount: &str) -> ExpenseId {
    let new = SaveExpense {
        note: "naar de kliniek".into(),
        ..expense(case, amount, "Taxi")
    };
    let id = new.id;
    phone.call(new);
    id
}

fn change(case: CaseId, id: ExpenseId, amount: &str) -> ChangeExpense {
    ChangeExpense {
        case,
        id,
        amount: amount.into(),
        purpose: "Taxi".into(),
        note: "naar de kliniek".into(),
        day: None,
    }
}

/// The amounts of a case, newest first; their sum must be the total.
fn amounts(phone: &mut TestPhone, case: CaseId) -> Vec<i64> {
    let all = phone.call(ReadExpenses { case });
    let amounts: Vec<i64> = all.lines.iter().map(|line| line.cents.0).collect();
    assert_eq!(all.total.0, amounts.iter().sum::<i64>());
    amounts
}

fn month(phone: &mut TestPhone, day: &str) -> i64 {
    let month: NaiveDate = day.parse().expect("a day");
    phone.call(ReadExpenseMonth { month }).total.0
}

fn hits(phone: &mut TestPhone, text: &str) -> usize {
    let search = Search {
        text: text.into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    };
    phone.call(search).cases.len()
}

#[test]
fn an_expense_withdrawn_in_its_month_is_gone_from_lists_sums_and_search_and_comes_back() {
    let mut phone = TestPhone::in_team("Noor", true);
    let case = phone.case("Duivenman");
    let id = spend(&mut phone, case, "3820");
    phone.clock.pass(Duration::days(1));
    withdraw(&mut phone, spent(case, id), " Zelf betaald. ");
    withdraw(&mut phone, spent(case, id), "Nog eens.");
    assert!(amounts(&mut phone, case).is_empty());
    assert_eq!(month(&mut phone, "2026-11-01"), 0);
    assert_eq!(hits(&mut phone, "kliniek"), 0);
    let lines = gone(&mut phone, Who::Case(case));
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].cents, Some(Cents(3820)));
    assert_eq!(lines[0].text, "Taxi\nnaar de kliniek");
    assert_eq!(lines[0].how, GoneHow::Withdrawn("Zelf betaald.".into()));
    healthy(&mut phone);
    let entry = lines[0].entry;
    phone.clock.pass(Duration::hours(1));
    phone.call(RestoreEntry { entry });
    phone.call(RestoreEntry { entry });
    assert_eq!(amounts(&mut phone, case), [3820]);
    assert_eq!(hits(&mut phone, "kliniek"), 1);
    assert_eq!(gone(&mut phone, Who::Case(case)), []);
    let history = phone.call(ReadEntry { entry }).history;
    let was: Vec<EntryWas> = history.into_iter().map(|change| change.what).collect();
    let withdrawn = EntryWas::Withdrawn("Zelf betaald.".into());
    assert_eq!(was, [withdrawn, EntryWas::Restored]);
    healthy(&mut phone);
}

#[test]
fn a_wrong_amount_is_put_right_in_its_place_with_its_receipt_and_says_what_it_was() {
    let mut phone = TestPhone::in_team("Noor", true);
    let case = phone.case("Duivenman");
    let id = spend(&mut phone, case, "58,10");
    let receipt = attach(&mut phone, case, Some(id), photo(10));
    phone.call(change(case, id, "5,81"));
    phone.call(ChangeExpense {
        note: "naar huis".into(),
        day: Some("2026-11-16".parse().expect("a day")),
        ..change(case, id, "5,81")
    });
    let line = phone.call(ReadExpenses { case }).lines.remove(0);
    assert_eq!((line.cents, line.note.as_str()), (Cents(581), "naar huis"));
    assert_eq!(line.day.to_string(), "2026-11-16");
    assert_eq!((line.of, line.receipts[0].id), (id, receipt));
    assert_eq!(amounts(&mut phone, case), [581]);
    // The id of the amount that stands leads to the same expense.
    let history = phone
        .call(ReadEntry {
            entry: spent(case, line.id),
        })
        .history;
    let has = |what: EntryWas| history.iter().any(|change| change.what == what);
    assert!(has(EntryWas::Amount(Cents(5810))), "{history:?}");
    assert!(has(EntryWas::Text("naar de kliniek".into())), "{history:?}");
    healthy(&mut phone);

    let bad = |amount: &str, day: Option<&str>| ChangeExpense {
        day: day.map(|day| day.parse().expect("a day")),
        ..change(case, id, amount)
    };
    let refused = phone.try_call(bad("niets", None));
    assert_eq!(refused, Err(Error::Value(BadValue::Amount)));
    let refused = phone.try_call(bad("5", Some("2026-12-01")));
    assert_eq!(refused, Err(Error::Value(BadValue::Future)));
    withdraw(&mut phone, spent(case, line.id), "");
    let refused = phone.try_call(bad("7", None));
    assert_eq!(refused, Err(Error::NotFound));
    assert!(amounts(&mut phone, case).is_empty());
}

#[test]
fn a_month_that_is_over_keeps_its_sum_when_an_amount_in_it_is_put_right() {
    let mut phone = TestPhone::in_team("Noor", true);
    let case = phone.case("Duivenman");
    let id = spend(&mut phone, case, "58,10");
    phone.clock.pass(Duration::days(20));
    phone.call(change(case, id, "5,81"));
    assert_eq!(month(&mut phone, "2026-11-01"), 5810);
    assert_eq!(month(&mut phone, "2026-12-01"), 581 - 5810);
    assert_eq!(amounts(&mut phone, case).len(), 3);
    withdraw(&mut phone, spent(case, id), "");
    assert_eq!(month(&mut phone, "2026-12-01"), -5810);
    phone.clock.pass(Duration::days(31));
    let entry = spent(case, id);
    phone.call(RestoreEntry { entry });
    assert_eq!(month(&mut phone, "2026-12-01"), -5810);
    assert_eq!(month(&mut phone, "2027-01-01"), 581);
    healthy(&mut phone);
}

#[test]
fn an_expense_moves_to_another_person_with_its_receipts_and_all_that_was_put_right() {
    let (mut noor, mut bas, log) = duo();
    let (one, other) = (noor.case("Duivenman"), noor.case("Duifhuis"));
    let id = spend(&mut noor, one, "58,10");
    noor.call(change(one, id, "5,81"));
    noor.sync(&log);
    bas.sync(&log);
    let entry = spent(one, id);
    let to = Who::Case(other);
    noor.call(MoveEntry { entry, to });
    attach(&mut bas, one, Some(id), photo(10));
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        assert!(amounts(phone, one).is_empty());
        assert_eq!(amounts(phone, other), [581]);
        let line = phone.call(ReadExpenses { case: other }).lines.remove(0);
        assert_eq!((line.receipts.len(), line.mark), (1, SyncMark::WithTeam));
        let cases = phone.call(ReadExpenseMonth { month: line.day }).cases;
        assert_eq!((cases.len(), cases[0].name.as_str()), (1, "Duifhuis"));
        let lines = gone(phone, Who::Case(one));
        assert_eq!((lines[0].text.as_str(), lines[0].cents), ("", None));
        assert!(matches!(&lines[0].how, GoneHow::Moved { name, .. } if name == "Duifhuis"));
        healthy(phone);
    }
    // From there it can be changed and taken back, and it moves no further than to a case.
    bas.call(change(other, id, "6,00"));
    assert_eq!(amounts(&mut bas, other), [600]);
    let contact = bas.call(SaveContact {
        name: "Zus".into(),
        fields: Vec::new(),
    });
    for to in [Who::Contact(contact), Who::Unknown] {
        let entry = spent(other, id);
        let refused = bas.try_call(MoveEntry { entry, to });
        assert_eq!(refused.err(), Some(Error::NotFound));
    }
    withdraw(&mut bas, spent(other, id), "");
    assert!(amounts(&mut bas, other).is_empty());
    let mut bas = bas.restart();
    assert_eq!(gone(&mut bas, to).len(), 1);
    healthy(&mut bas);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Does {
    Move(CaseId),
    Withdraw,
    Amount(&'static str),
    Note,
}

fn act(phone: &mut TestPhone, case: CaseId, id: ExpenseId, does: Does) {
    phone.clock.pass(Duration::minutes(3));
    let entry = spent(case, id);
    match does {
        Does::Move(to) => drop(phone.call(MoveEntry {
            entry,
            to: Who::Case(to),
        })),
        Does::Withdraw => withdraw(phone, entry, "Dubbel."),
        Does::Amount(amount) => phone.call(change(case, id, amount)),
        Does::Note => phone.call(ChangeExpense {
            note: "met pasfoto".into(),
            ..change(case, id, "10,00")
        }),
    }
}

#[test]
fn every_pair_of_move_withdraw_and_change_of_an_expense_ends_the_same_and_counts_once() {
    for (first, second) in (0..16).map(|n| (n / 4, n % 4)) {
        let (mut noor, mut bas, log) = duo();
        let cases = ["Duivenman", "Duifhuis", "Kers"].map(|name| noor.case(name));
        let id = spend(&mut noor, cases[0], "10,00");
        noor.sync(&log);
        bas.sync(&log);
        let what = |n, to, amount| match n {
            0 => Does::Move(to),
            1 => Does::Withdraw,
            2 => Does::Amount(amount),
            _ => Does::Note,
        };
        let (one, two) = (
            what(first, cases[1], "11,00"),
            what(second, cases[2], "12,00"),
        );
        act(&mut noor, cases[0], id, one);
        bas.clock.pass(noor.clock.now() - bas.clock.now());
        act(&mut bas, cases[0], id, two);
        noor.sync(&log);
        bas.sync(&log);
        noor.sync(&log);
        let all = |phone: &mut TestPhone| {
            let of = |case| {
                let lines = phone.call(ReadExpenses { case });
                (lines, gone(phone, Who::Case(case)))
            };
            format!("{:?}", cases.map(of))
        };
        let told = all(&mut noor);
        assert_eq!(told, all(&mut bas), "{one:?} and {two:?}");
        healthy(&mut noor);
        healthy(&mut bas);
        let sums: Vec<i64> = cases.map(|case| amounts(&mut noor, case)).concat();
        let both = [one, two];
        let stands = match (one, two) {
            (Does::Withdraw, _) => None,
            (Does::Amount(_), _) => Some(1100),
            (_, Does::Withdraw) => None,
            (_, Does::Amount(_)) => Some(1200),
            _ => Some(1000),
        };
        assert_eq!(sums, Vec::from_iter(stands), "{one:?} and {two:?}");
        if both.contains(&Does::Note) {
            assert!(told.contains("met pasfoto"), "{one:?} and {two:?}");
        }
        if let (Does::Amount(_), Does::Amount(_)) = (one, two) {
            let entry = spent(cases[0], id);
            let history = noor.call(ReadEntry { entry }).history;
            let not_counted = EntryWas::NotCounted(Cents(1200));
            assert!(history.iter().any(|change| change.what == not_counted));
        }
        let mut noor = noor.restart();
        assert_eq!(told, all(&mut noor));
    }
}
