//! Expenses from the free budget.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::view::ExpenseDraft;
use crate::{CaseId, ExpenseId, ReceiptId};

/// Reads the expenses on a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadExpenses {
    /// The case.
    pub case: CaseId,
}

impl Query for ReadExpenses {
    fn shows(&self, change: &Change) -> bool {
        match change {
            Change::Case(case) => *case == self.case,
            Change::Team | Change::Sync | Change::Everything => true,
            _ => false,
        }
    }
}

/// Reads the team's expenses in a month. An expense counts for the month of its day as stored by the
/// phone that recorded it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadExpenseMonth {
    /// Any day of the month.
    pub month: NaiveDate,
}

impl Query for ReadExpenseMonth {
    fn shows(&self, change: &Change) -> bool {
        matches!(
            change,
            Change::Case(_) | Change::Team | Change::Sync | Change::Everything
        )
    }
}

/// Reads the photo of a receipt as a JPEG, also one of a draft; `None` if the photo has not arrived yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadReceipt {
    /// The receipt.
    pub receipt: ReceiptId,
}

impl Query for ReadReceipt {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Case(_) | Change::Everything)
    }
}

/// Reads the unsaved expense on a case, if there is one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadExpenseDraft {
    /// The case.
    pub case: CaseId,
}

/// Stores the unsaved expense, or drops it with its photo. Not synced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveExpenseDraft {
    /// The case.
    pub case: CaseId,
    /// The draft; `None` drops it.
    pub draft: Option<ExpenseDraft>,
}

/// Records an expense and drops the draft in the same transaction. Idempotent by id. If the request fails,
/// the draft is kept.
///
/// # Errors
/// [`BadValue::Amount`](crate::BadValue::Amount) for an invalid amount,
/// [`BadValue::Future`](crate::BadValue::Future) for a day in the future.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveExpense {
    /// The case it was spent on.
    pub case: CaseId,
    /// Its id, chosen by the caller (the draft's).
    pub id: ExpenseId,
    /// The amount as keyed in ([`Cents::keyed`](crate::Cents::keyed)): the only mandatory field.
    pub amount: String,
    /// What it was spent on; may be empty.
    pub purpose: String,
    /// An additional note; may be empty.
    pub note: String,
    /// The day it was spent; `None` for today.
    pub day: Option<NaiveDate>,
    /// Whether to attach the draft's photo.
    pub photo: bool,
}

/// Changes an expense. Its amount is never overwritten: it is reversed and the right one booked in its
/// place, also for another day. Of two people who change an amount at the same time, the first counts.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) if there is no such expense, or it was withdrawn;
/// [`BadValue::Amount`](crate::BadValue::Amount) for an invalid amount,
/// [`BadValue::Future`](crate::BadValue::Future) for a day in the future.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeExpense {
    /// The case of the expense.
    pub case: CaseId,
    /// The expense, or the amount that stands.
    pub id: ExpenseId,
    /// The amount as keyed in.
    pub amount: String,
    /// What it was spent on; may be empty.
    pub purpose: String,
    /// An additional note; may be empty.
    pub note: String,
    /// The day it was spent; `None` leaves it.
    pub day: Option<NaiveDate>,
}

/// Attaches a photo to an expense or to the draft of one. The photo is scaled down and stripped of
/// metadata. An expense keeps all photos attached to it.
///
/// # Errors
/// [`BadValue::Picture`](crate::BadValue::Picture) if the bytes are not a valid photo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddReceipt {
    /// The case of the expense.
    pub case: CaseId,
    /// The expense; `None` for the draft, whose earlier photo is replaced.
    pub expense: Option<ExpenseId>,
    /// The bytes of a JPEG or PNG file.
    pub picture: Vec<u8>,
}

/// Removes the photo from the draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DropReceipt {
    /// The case of the draft.
    pub case: CaseId,
}
