//! Money spent from the free budget.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::SyncMark;
use crate::{CaseId, Cents, ExpenseId, ReceiptId};

/// An expense that is being written, kept so that a kill loses nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpenseDraft {
    /// The expense it will become: saving twice makes one.
    pub id: ExpenseId,
    /// The amount as keyed in so far.
    pub amount: String,
    /// The chosen word; empty when none is.
    pub purpose: String,
    /// What more there is to say.
    pub note: String,
    /// The day it was spent; today, if none.
    pub day: Option<NaiveDate>,
    /// The photo that waits with it. Set by reading; what is saved here counts for nothing.
    #[serde(default)]
    pub photo: Option<ReceiptId>,
}

/// A photo of a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptRef {
    /// Which.
    pub id: ReceiptId,
    /// It can be shown; else it is still on its way from a colleague's phone.
    pub here: bool,
}

/// One expense, or the reversal of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpenseLine {
    /// Which.
    pub id: ExpenseId,
    /// For whom.
    pub case: CaseId,
    /// That one's name.
    pub case_name: String,
    /// The municipality's number; may be empty.
    pub case_number: String,
    /// How much; below zero for a reversal.
    pub cents: Cents,
    /// What for, as the chip said or as typed; may be empty.
    pub purpose: String,
    /// What more was said.
    pub note: String,
    /// The day it was spent, or taken back.
    pub day: NaiveDate,
    /// Who wrote it down.
    pub by: String,
    /// Its receipts.
    pub receipts: Vec<ReceiptRef>,
    /// The expense that this one takes back.
    pub reverses: Option<ExpenseId>,
    /// It was taken back.
    pub reversed: bool,
    /// Where it is, its receipts included.
    pub mark: SyncMark,
}

/// All that was spent on one case, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseExpenses {
    /// The lines.
    pub lines: Vec<ExpenseLine>,
    /// Their sum.
    pub total: Cents,
}

/// What was spent on one case in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseTotal {
    /// Which case.
    pub case: CaseId,
    /// Its name.
    pub name: String,
    /// The municipality's number; may be empty.
    pub number: String,
    /// How many lines.
    pub lines: u32,
    /// Their sum.
    pub total: Cents,
}

/// A month of the whole team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpenseMonth {
    /// The first day of it.
    pub month: NaiveDate,
    /// All lines, newest first.
    pub lines: Vec<ExpenseLine>,
    /// Per case, the most first.
    pub cases: Vec<CaseTotal>,
    /// The sum.
    pub total: Cents,
    /// What the team may spend in a month, when it agreed on that.
    pub budget: Option<Cents>,
}
