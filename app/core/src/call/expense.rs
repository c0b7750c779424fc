//! Money spent from the free budget.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::view::ExpenseDraft;
use crate::{CaseId, ExpenseId, ReceiptId};

/// What was spent on a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadExpenses {
    /// Which case.
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

/// What the team spent in a month. A line belongs to the month of its day, as it was on the phone that
/// wrote it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadExpenseMonth {
    /// Any day of it.
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

/// A receipt's photo, as a JPEG; none while it is not here. One of a draft is found too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadReceipt {
    /// Which.
    pub receipt: ReceiptId,
}

impl Query for ReadReceipt {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Case(_) | Change::Everything)
    }
}

/// The expense that is being written for a case, if one was left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadExpenseDraft {
    /// Which case.
    pub case: CaseId,
}

/// Keeps that expense, or drops it and its photo. Not synced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveExpenseDraft {
    /// Which case.
    pub case: CaseId,
    /// The draft; none drops it.
    pub draft: Option<ExpenseDraft>,
}

/// Writes an expense down, and drops the draft in the same transaction. The same id again changes
/// nothing. An amount that cannot be is [`BadValue::Amount`](crate::BadValue::Amount), a day that is
/// still to come [`BadValue::Future`](crate::BadValue::Future); the draft then stands as before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SaveExpense {
    /// For whom.
    pub case: CaseId,
    /// Its number, chosen by the caller (the draft's).
    pub id: ExpenseId,
    /// How much, as keyed in ([`Cents::keyed`](crate::Cents::keyed)): the only mandatory field.
    pub amount: String,
    /// What for; may be empty.
    pub purpose: String,
    /// What more there is to say; may be empty.
    pub note: String,
    /// The day it was spent; today, if none.
    pub day: Option<NaiveDate>,
    /// The photo that waits with the draft belongs to it.
    pub photo: bool,
}

/// Takes an expense back by a line of the same amount below zero, today. One that was taken back stays
/// so; nothing is ever deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReverseExpense {
    /// Whose.
    pub case: CaseId,
    /// Which.
    pub id: ExpenseId,
}

/// Puts a photo with an expense, or with the draft of one. It is made small first, and nothing stays
/// in it but the picture. Two photos of one expense both stay.
/// What is no photo is [`BadValue::Picture`](crate::BadValue::Picture).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddReceipt {
    /// Whose.
    pub case: CaseId,
    /// Which expense; none for the draft, whose earlier photo it takes the place of.
    pub expense: Option<ExpenseId>,
    /// A JPEG or PNG file, of any size.
    pub picture: Vec<u8>,
}

/// Takes the photo away from the draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DropReceipt {
    /// Whose draft.
    pub case: CaseId,
}
