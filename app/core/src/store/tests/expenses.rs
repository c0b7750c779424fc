//! Expenses of two people: concurrent expenses all count, concurrent reversals count once, and every
//! photo arrives.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::{Duration, NaiveDate};
use image::{Rgb, RgbImage};
use uuid::Uuid;

use super::log::Log;
use super::{TestPhone, duo};
use crate::api::*;
use crate::crypto::random;
use crate::model::*;
use crate::view::*;
use crate::{BadValue, CaseId, Cents, Error, ExpenseId, ReceiptId};

pub(super) fn expense(case: CaseId, amount: &str, purpose: &str) -> SaveExpense {
    SaveExpense {
        case,
        id: ExpenseId(Uuid::from_bytes(random())),
        amount: amount.into(),
        purpose: purpose.into(),
        note: String::new(),
        day: None,
        photo: false,
    }
}

fn spend(phone: &mut TestPhone, case: CaseId, amount: &str, purpose: &str) -> ExpenseId {
    phone.clock.pass(Duration::minutes(1));
    let new = expense(case, amount, purpose);
    let id = new.id;
    phone.call(new);
    id
}

/// Returns a photo; each shade gives a different one.
pub(super) fn photo(shade: u8) -> Vec<u8> {
    let mut jpeg = std::io::Cursor::new(Vec::new());
    RgbImage::from_pixel(40, 60, Rgb([shade; 3]))
        .write_to(&mut jpeg, image::ImageFormat::Jpeg)
        .expect("a JPEG");
    jpeg.into_inner()
}

pub(super) fn attach(
    phone: &mut TestPhone,
    case: CaseId,
    expense: Option<ExpenseId>,
    picture: Vec<u8>,
) -> ReceiptId {
    phone.call(AddReceipt {
        case,
        expense,
        picture,
    })
}

pub(super) fn take_back(phone: &mut TestPhone, case: CaseId, id: ExpenseId) {
    let entry = EntryRef::Expense { case, id };
    let why = "Dubbel.".into();
    phone.call(WithdrawEntry { entry, why });
}

fn lines(phone: &mut TestPhone, case: CaseId) -> Vec<(i64, String, String)> {
    let all = phone.call(ReadExpenses { case });
    let line = |line: ExpenseLine| (line.cents.0, line.purpose, line.by);
    all.lines.into_iter().map(line).collect()
}

fn total(phone: &mut TestPhone, case: CaseId) -> Cents {
    phone.call(ReadExpenses { case }).total
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Creates Noor's case on both phones, with an expense of € 38,20.
pub(super) fn with_expense() -> (TestPhone, TestPhone, Rc<RefCell<Log>>, CaseId, ExpenseId) {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    let id = spend(&mut noor, case, "3820", "Taxi");
    noor.sync(&log);
    bas.sync(&log);
    (noor, bas, log, case, id)
}

#[test]
fn what_both_spend_offline_on_one_case_both_stands() {
    let (mut noor, mut bas, log, case, _) = with_expense();
    spend(&mut noor, case, "12,50", "Boodschappen");
    bas.clock.pass(Duration::hours(1));
    spend(&mut bas, case, "12,50", "Boodschappen");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(total(phone, case), Cents(6320));
        let lines = lines(phone, case);
        assert_eq!(lines[0], (1250, "Boodschappen".into(), "Bas".into()));
        assert_eq!(lines[1], (1250, "Boodschappen".into(), "Noor".into()));
    }
    assert!(noor.call(ReadTeam).sync.partners[0].equal);
}

#[test]
fn the_same_expense_saved_twice_is_one() {
    let mut phone = TestPhone::new();
    let case = phone.case("G.");
    attach(&mut phone, case, None, photo(200));
    let once = SaveExpense {
        photo: true,
        ..expense(case, "3820", "Taxi")
    };
    phone.call(once.clone());
    phone.call(once);
    assert_eq!(total(&mut phone, case), Cents(3820));
}

#[test]
fn an_expense_that_both_take_back_offline_is_taken_back_once() {
    let (mut noor, mut bas, log, case, id) = with_expense();
    for phone in [&mut noor, &mut bas] {
        phone.clock.pass(Duration::days(20));
        take_back(phone, case, id);
        // Reversing is idempotent.
        take_back(phone, case, id);
        assert_eq!(total(phone, case), Cents(0));
    }
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(total(phone, case), Cents(0));
        let all = phone.call(ReadExpenses { case });
        let sums: Vec<i64> = all.lines.iter().map(|line| line.cents.0).collect();
        assert_eq!(sums, [-3820, 3820]);
        assert_eq!(all.lines[0].reverses, Some(id));
        assert!(all.lines[1].reversed);
        for (month, total) in [("2026-11-01", 3820), ("2026-12-01", -3820)] {
            let month = day(month);
            let month = phone.call(ReadExpenseMonth { month });
            assert_eq!(month.total, Cents(total));
        }
    }
    let by = |phone: &mut TestPhone| lines(phone, case).swap_remove(0).2;
    assert_eq!(by(&mut noor), by(&mut bas), "the same one on both phones");
}

#[test]
fn what_takes_an_expense_back_cannot_itself_be_taken_back() {
    let (mut noor, _, _, case, id) = with_expense();
    noor.clock.pass(Duration::days(20));
    take_back(&mut noor, case, id);
    let reversal = noor.call(ReadExpenses { case }).lines[0].id;
    for id in [reversal, ExpenseId(Uuid::nil())] {
        let entry = EntryRef::Expense { case, id };
        let why = String::new();
        let refused = noor.try_call(WithdrawEntry { entry, why });
        assert_eq!(refused, Err(Error::NotFound));
    }
    assert_eq!(total(&mut noor, case), Cents(0));
}

#[test]
fn a_receipt_that_one_finds_while_the_other_takes_the_expense_back_is_kept() {
    let (mut noor, mut bas, log, case, id) = with_expense();
    let receipt = attach(&mut noor, case, Some(id), photo(10));
    bas.clock.pass(Duration::days(20));
    take_back(&mut bas, case, id);
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let all = phone.call(ReadExpenses { case });
        assert_eq!(all.total, Cents(0));
        let here = [ReceiptRef {
            id: receipt,
            here: true,
        }];
        assert_eq!(all.lines[1].receipts, here);
    }
}

#[test]
fn two_photos_of_one_expense_both_stay() {
    let (mut noor, mut bas, log, case, id) = with_expense();
    attach(&mut noor, case, Some(id), photo(10));
    attach(&mut bas, case, Some(id), photo(240));
    // Attaching the same photo again is idempotent.
    attach(&mut bas, case, Some(id), photo(240));
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let line = phone.call(ReadExpenses { case }).lines.remove(0);
        assert_eq!(line.receipts.len(), 2);
        assert_eq!(line.mark, SyncMark::WithTeam);
        for receipt in line.receipts {
            assert!(receipt.here);
            let receipt = receipt.id;
            assert!(phone.call(ReadReceipt { receipt }).is_some());
        }
    }
    assert!(noor.call(ReadTeam).sync.partners[0].equal);
    assert_eq!(noor.call(ReadTeam).sync.only_here, 0);
}

#[test]
fn the_draft_of_an_expense_survives_a_kill_photo_and_all() {
    let mut phone = TestPhone::new();
    let (case, other) = (phone.case("G."), phone.case("T."));
    let draft = ExpenseDraft {
        id: ExpenseId(Uuid::from_bytes(random())),
        amount: "5810".into(),
        purpose: "ID-kaart".into(),
        note: String::new(),
        day: None,
        photo: None,
    };
    let keep = |draft| SaveExpenseDraft { case, draft };
    phone.call(keep(Some(draft.clone())));
    let photo_id = attach(&mut phone, case, None, photo(10));
    phone.call(keep(Some(draft.clone())));
    let mut phone = phone.restart();
    let left = phone.call(ReadExpenseDraft { case }).expect("a draft");
    assert_eq!(left.photo, Some(photo_id));
    assert_eq!((left.id, left.amount), (draft.id, draft.amount.clone()));
    assert_eq!(phone.call(ReadExpenseDraft { case: other }), None);
    assert!(phone.call(ReadReceipt { receipt: photo_id }).is_some());
    assert_eq!(
        phone.call(ReadTeam).sync.only_here,
        2,
        "two cases, no photo"
    );

    phone.call(DropReceipt { case });
    let left = phone.call(ReadExpenseDraft { case }).expect("a draft");
    assert_eq!(left.photo, None);
    phone.call(keep(None));
    assert_eq!(phone.call(ReadExpenseDraft { case }), None);
}

#[test]
fn what_cannot_be_is_refused_and_the_draft_stays_whole() {
    let mut phone = TestPhone::new();
    let case = phone.case("G.");
    let photo_id = attach(&mut phone, case, None, photo(10));
    let keep = SaveExpense {
        photo: true,
        ..expense(case, "3820", "Taxi")
    };
    for amount in ["", "-5", "0", "vijf", "100.000,01"] {
        let amount = amount.to_owned();
        let refused = phone.try_call(SaveExpense {
            amount,
            ..keep.clone()
        });
        assert_eq!(refused, Err(Error::Value(BadValue::Amount)));
    }
    let tomorrow = phone.try_call(SaveExpense {
        day: Some(day("2026-11-18")),
        ..keep.clone()
    });
    assert_eq!(tomorrow, Err(Error::Value(BadValue::Future)));
    let long = "x".repeat(MAX_LINE as usize + 1);
    let refused = phone.try_call(SaveExpense {
        purpose: long,
        ..keep.clone()
    });
    assert_eq!(refused, Err(Error::TooLong { max: MAX_LINE }));
    for expense in [None, Some(keep.id)] {
        let refused = phone.try_call(AddReceipt {
            case,
            expense,
            picture: b"no photo".to_vec(),
        });
        assert_eq!(refused, Err(Error::Value(BadValue::Picture)));
    }
    let left = phone.call(ReadExpenseDraft { case }).expect("a draft");
    assert_eq!(left.photo, Some(photo_id));
    assert_eq!(lines(&mut phone, case), []);
    phone.call(keep);
    let line = phone.call(ReadExpenses { case }).lines.remove(0);
    assert_eq!(line.receipts[0].id, photo_id);
}

#[test]
fn a_month_holds_its_own_days_and_says_what_is_left() {
    let (mut noor, mut bas, log, case, _) = with_expense();
    let other = noor.case("T.");
    for (case, amount, on) in [
        (case, "1000", "2026-10-31"),
        (case, "2000", "2026-11-01"),
        (other, "9000", "2026-11-17"),
    ] {
        noor.call(SaveExpense {
            day: Some(day(on)),
            ..expense(case, amount, "Taxi")
        });
    }
    noor.call(SetTeamSetting {
        setting: TeamSetting::BudgetMonth,
        value: "100000".into(),
    });
    noor.sync(&log);
    bas.sync(&log);
    let month = |phone: &mut TestPhone, month| phone.call(ReadExpenseMonth { month });
    let november = month(&mut bas, day("2026-11-30"));
    assert_eq!(november.month, day("2026-11-01"));
    assert_eq!(november.total, Cents(14_820));
    assert_eq!(november.budget, Some(Cents(100_000)));
    let cases: Vec<(&str, u32, Cents)> = november
        .cases
        .iter()
        .map(|sum| (sum.name.as_str(), sum.lines, sum.total))
        .collect();
    assert_eq!(cases, [("T.", 1, Cents(9000)), ("G.", 2, Cents(5820))]);
    assert_eq!(month(&mut bas, day("2026-10-02")).total, Cents(1000));
    assert_eq!(month(&mut bas, day("2026-12-02")).lines, []);
}

#[test]
fn an_expense_is_taken_back_in_the_month_in_which_that_was_done() {
    let mut phone = TestPhone::new();
    let case = phone.case("G.");
    let new = SaveExpense {
        day: Some(day("2026-10-31")),
        ..expense(case, "1000", "Taxi")
    };
    let id = new.id;
    phone.call(new);
    phone.clock.pass(Duration::days(1));
    take_back(&mut phone, case, id);
    let total = |phone: &mut TestPhone, on| phone.call(ReadExpenseMonth { month: day(on) }).total;
    assert_eq!(total(&mut phone, "2026-10-01"), Cents(1000));
    assert_eq!(total(&mut phone, "2026-11-01"), Cents(-1000));
}

#[test]
fn the_words_of_an_expense_find_its_case() {
    let (mut noor, mut bas, log, case, _) = with_expense();
    noor.call(SaveExpense {
        note: "Pasfoto's bij de Hema".into(),
        ..expense(case, "1250", "ID-kaart")
    });
    noor.sync(&log);
    bas.sync(&log);
    for phone in [&mut noor, &mut bas] {
        for text in ["taxi", "pasfot", "hema"] {
            let text = text.to_owned();
            let found = phone.call(Search {
                text,
                filter: CaseFilter::default(),
                shown: Shown::default(),
            });
            assert_eq!(found.cases.len(), 1);
        }
    }
}

#[test]
fn a_month_is_read_by_its_days_and_a_case_by_its_number() {
    let phone = TestPhone::new();
    let plan = |condition: &str| -> String {
        let sql =
            format!("EXPLAIN QUERY PLAN SELECT * FROM expenses e WHERE e.counted AND {condition}");
        let mut statement = phone.store.connection.prepare(&sql).expect("a query");
        let rows = statement.query_map([], |row| row.get::<_, String>("detail"));
        let steps: Result<Vec<String>, _> = rows.expect("a plan").collect();
        steps.expect("steps").join("; ")
    };
    let month = plan("e.day >= '2026-11-01' AND e.day < '2026-12-01'");
    assert!(month.contains("expenses_by_day"), "{month}");
    let case = plan("e.document = x'00'");
    assert!(case.contains("PRIMARY KEY"), "{case}");
}
