//! Expenses from the free budget.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::SyncMark;
use crate::{CaseId, Cents, ExpenseId, ReceiptId};

/// An unsaved expense, stored so that it survives the app being killed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpenseDraft {
    /// The id of the expense it becomes, which makes saving idempotent.
    pub id: ExpenseId,
    /// The amount keyed in so far.
    pub amount: String,
    /// The chosen purpose; empty if none.
    pub purpose: String,
    /// An additional note.
    pub note: String,
    /// The day it was spent; `None` for today.
    pub day: Option<NaiveDate>,
    /// The draft's photo. Filled in when reading; ignored when saving.
    #[serde(default)]
    pub photo: Option<ReceiptId>,
}

/// A photo of a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptRef {
    /// Its id.
    pub id: ReceiptId,
    /// Whether the photo is on this phone; otherwise it has not arrived yet.
    pub here: bool,
}

/// An expense, or the reversal of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpenseLine {
    /// Its id.
    pub id: ExpenseId,
    /// The expense that it belongs to: the same after its amount was changed.
    pub of: ExpenseId,
    /// The case it was spent on.
    pub case: CaseId,
    /// The case's name.
    pub case_name: String,
    /// Whether a danger is recorded for that case that still holds.
    pub danger: bool,
    /// The municipality's case number; may be empty.
    pub case_number: String,
    /// The amount; negative for a reversal.
    pub cents: Cents,
    /// The purpose, as chosen or typed; may be empty.
    pub purpose: String,
    /// The additional note.
    pub note: String,
    /// The day it was spent or reversed.
    pub day: NaiveDate,
    /// Who recorded it.
    pub by: String,
    /// Its receipts.
    pub receipts: Vec<ReceiptRef>,
    /// The expense that this one reverses.
    pub reverses: Option<ExpenseId>,
    /// Whether it was reversed in a later month.
    pub reversed: bool,
    /// Whether the team has it, including its receipts.
    pub mark: SyncMark,
}

/// All expenses on one case, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseExpenses {
    /// The lines.
    pub lines: Vec<ExpenseLine>,
    /// Their sum.
    pub total: Cents,
}

/// The expenses on one case in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseTotal {
    /// The case.
    pub case: CaseId,
    /// Its name.
    pub name: String,
    /// Whether a danger is recorded that still holds.
    pub danger: bool,
    /// The municipality's case number; may be empty.
    pub number: String,
    /// The number of lines.
    pub lines: u32,
    /// Their sum.
    pub total: Cents,
}

/// The expenses of the whole team in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpenseMonth {
    /// The first day of the month.
    pub month: NaiveDate,
    /// All lines, newest first.
    pub lines: Vec<ExpenseLine>,
    /// Totals per case, largest first.
    pub cases: Vec<CaseTotal>,
    /// The sum.
    pub total: Cents,
    /// The team's monthly budget, if it agreed on one.
    pub budget: Option<Cents>,
}
