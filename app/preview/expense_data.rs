//! The fictional duo's expenses, and the sample replies about them. Variants: `bare`, `fail`, `dear`
//! (over budget).

use std::sync::Mutex;

use chrono::{Datelike, Days, NaiveDate};
use voorveld_core::api::{Request, Response};
use voorveld_core::model::*;
use voorveld_core::view::*;
use voorveld_core::{BadValue, CaseId, Cents, Error, ExpenseId, ReceiptId};

use super::data::{id, today};

/// A photo of one pixel.
const PHOTO: &[u8] = include_bytes!("receipt.jpg");

pub const RECEIPT: ReceiptId = ReceiptId(uuid::Uuid::from_u128(900));

fn line(
    number: u128,
    days: u64,
    case: (u128, &str),
    cents: i64,
    what: (&str, &str),
) -> ExpenseLine {
    ExpenseLine {
        id: ExpenseId(id(800 + number)),
        of: ExpenseId(id(800 + number)),
        case: CaseId(id(case.0)),
        case_name: case.1.into(),
        danger: case.1 == "Duivenman",
        case_number: format!("2025-{:03}", case.0),
        cents: Cents(cents),
        purpose: what.0.into(),
        note: what.1.into(),
        day: today() - Days::new(days),
        by: if number.is_multiple_of(2) {
            "Bas"
        } else {
            "Noor"
        }
        .into(),
        receipts: vec![ReceiptRef {
            id: RECEIPT,
            here: true,
        }],
        reverses: None,
        reversed: false,
        mark: SyncMark::WithTeam,
    }
}

/// The expenses of the month up to today.
pub fn lines() -> Vec<ExpenseLine> {
    let mut lines = vec![
        line(1, 0, (5, "Y."), 5_810, ("ID-kaart", "met pasfoto's")),
        line(2, 1, (2, "G."), 3_995, ("Telefoon", "")),
        line(3, 4, (2, "G."), 3_120, ("Boodschappen", "")),
        line(4, 6, (6, "Mevr. K."), 4_650, ("Taxi", "naar de kliniek")),
        line(6, 8, (3, "T."), 6_500, ("Fiets", "")),
        line(8, 12, (7, "Gezin V."), 8_435, ("Boodschappen", "")),
        line(
            9,
            14,
            (4, "Meneer P."),
            1_850,
            ("Anders", "Sleutel bijgemaakt"),
        ),
    ];
    lines[0].mark = SyncMark::OnlyHere;
    lines[1].receipts[0].here = false;
    lines[6].receipts.clear();
    lines
}

pub fn month(of: NaiveDate, budget: Option<i64>) -> ExpenseMonth {
    let month = of.with_day(1).expect("a first day");
    let lines: Vec<ExpenseLine> = lines()
        .into_iter()
        .filter(|line| line.day >= month && line.day.month() == month.month())
        .collect();
    let mut cases: Vec<CaseTotal> = Vec::new();
    for line in &lines {
        match cases.iter_mut().find(|sum| sum.case == line.case) {
            Some(sum) => {
                sum.lines += 1;
                sum.total.0 += line.cents.0;
            }
            None => cases.push(CaseTotal {
                case: line.case,
                name: line.case_name.clone(),
                danger: line.danger,
                number: line.case_number.clone(),
                lines: 1,
                total: line.cents,
            }),
        }
    }
    ExpenseMonth {
        month,
        total: lines.iter().map(|line| line.cents).sum(),
        lines,
        cases,
        budget: budget.map(Cents),
    }
}

/// The expenses of one case, including one with its reversal.
pub fn of_case(case: CaseId) -> CaseExpenses {
    let at = (case.0.as_u128(), "Duivenman");
    let mut lines = vec![
        line(12, 1, at, -1_250, ("Taxi", "")),
        line(13, 2, at, 1_250, ("Taxi", "")),
        line(14, 9, at, 2_400, ("Anders", "Zak duivenvoer")),
    ];
    lines[0].reverses = Some(lines[1].id);
    lines[0].receipts.clear();
    lines[1].reversed = true;
    CaseExpenses {
        total: lines.iter().map(|line| line.cents).sum(),
        lines,
    }
}

/// Replies about expenses; keeps the draft as the store does.
#[derive(Default)]
pub struct Drafts(Mutex<Option<ExpenseDraft>>);

impl Drafts {
    pub fn answer(
        &self,
        request: &Request,
        is: &impl Fn(&str) -> bool,
    ) -> Option<Result<Response, Error>> {
        let mut kept = self.0.lock().expect("no panic while locked");
        Some(Ok(match request {
            Request::ReadExpenses(_) if is("bare") => Response::ReadExpenses(CaseExpenses {
                lines: vec![],
                total: Cents(0),
            }),
            Request::ReadExpenses(ask) => Response::ReadExpenses(of_case(ask.case)),
            Request::ReadExpenseMonth(ask) => {
                let budget = if is("dear") { 20_000 } else { 100_000 };
                Response::ReadExpenseMonth(month(ask.month, (!is("bare")).then_some(budget)))
            }
            Request::ReadReceipt(_) => Response::ReadReceipt(Some(PHOTO.to_vec())),
            Request::ReadExpenseDraft(_) => Response::ReadExpenseDraft(kept.clone()),
            Request::SaveExpenseDraft(keep) => {
                *kept = keep.draft.clone();
                Response::SaveExpenseDraft(())
            }
            Request::SaveExpense(_) if is("fail") => return Some(Err(Error::DiskFull)),
            Request::SaveExpense(new) => match Cents::keyed(&new.amount) {
                Ok(_) => {
                    *kept = None;
                    Response::SaveExpense(())
                }
                Err(error) => return Some(Err(error)),
            },
            Request::ChangeExpense(_) => Response::ChangeExpense(()),
            Request::AddReceipt(_) if is("fail") => {
                return Some(Err(Error::Value(BadValue::Picture)));
            }
            Request::AddReceipt(_) => Response::AddReceipt(RECEIPT),
            Request::DropReceipt(_) => Response::DropReceipt(()),
            Request::SetTeamSetting(_) => Response::SetTeamSetting(()),
            _ => return None,
        }))
    }
}
