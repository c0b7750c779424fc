//! The map `expenses`: expenses, their reversals, and receipts that were added later. Each is a
//! separate entry whose amount is never changed, so that a merge cannot lose or alter one.

mod chain;

use automerge::ScalarValue;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::entry::id_text;
use super::read::{int_at, str_at};
use super::{Collection, Document, DocumentError, Edit};
use crate::{Cents, day};

pub(crate) use chain::{Money, Spending, in_one_month};

/// An entry of the map.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ExpenseEntry {
    /// The author.
    pub(crate) by: Uuid,
    /// When it was written.
    pub(crate) at: DateTime<Utc>,
    /// The content.
    pub(crate) what: ExpenseWhat,
}

impl ExpenseEntry {
    /// Returns the reason of a reversal; empty for other entries.
    pub(crate) fn why(&self) -> &str {
        match &self.what {
            ExpenseWhat::Reversed { why, .. } => why,
            _ => "",
        }
    }
}

/// The content of an entry.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ExpenseWhat {
    /// An expense.
    Spent {
        cents: Cents,
        purpose: String,
        note: String,
        day: NaiveDate,
        receipt: Option<Uuid>,
        /// The reversal in whose place it was booked.
        instead: Option<Uuid>,
    },
    /// The reversal of an expense.
    Reversed {
        expense: Uuid,
        day: NaiveDate,
        /// The reason; may be empty.
        why: String,
    },
    /// A receipt that was added to an expense later.
    Receipt { expense: Uuid, receipt: Uuid },
}

fn text(value: impl AsRef<str>) -> ScalarValue {
    ScalarValue::Str(value.as_ref().into())
}

impl Edit<'_, '_> {
    /// Adds an expense, a reversal or a receipt.
    pub(crate) fn add_expense(
        &mut self,
        key: Uuid,
        new: &ExpenseEntry,
    ) -> Result<(), DocumentError> {
        let mut fields = vec![
            ("at", ScalarValue::Timestamp(new.at.timestamp_millis())),
            ("by", text(id_text(new.by))),
        ];
        match &new.what {
            ExpenseWhat::Spent {
                cents,
                purpose,
                note,
                day,
                receipt,
                instead,
            } => {
                fields.push(("cents", ScalarValue::Int(cents.0)));
                fields.push(("day", text(day.to_string())));
                for (name, value) in [("purpose", purpose), ("note", note)] {
                    if !value.is_empty() {
                        fields.push((name, text(value)));
                    }
                }
                for (name, id) in [("receipt", receipt), ("instead", instead)] {
                    if let Some(id) = id {
                        fields.push((name, text(id_text(*id))));
                    }
                }
            }
            ExpenseWhat::Reversed { expense, day, why } => {
                fields.push(("day", text(day.to_string())));
                fields.push(("reverses", text(id_text(*expense))));
                if !why.is_empty() {
                    fields.push(("why", text(why)));
                }
            }
            ExpenseWhat::Receipt { expense, receipt } => {
                fields.push(("expense", text(id_text(*expense))));
                fields.push(("receipt", text(id_text(*receipt))));
            }
        }
        self.add_entry(Collection::Expenses, &id_text(key), fields)
    }

    /// Updates what an expense was for, where it differs.
    pub(crate) fn describe_expense(
        &mut self,
        key: Uuid,
        purpose: &str,
        note: &str,
    ) -> Result<(), DocumentError> {
        for (field, value) in [("purpose", purpose), ("note", note)] {
            self.set_in_entry(Collection::Expenses, &id_text(key), field, value)?;
        }
        Ok(())
    }
}

impl Document {
    /// Reads an entry. Returns `None` when the entry is missing or its amount is missing or out of
    /// range.
    pub(crate) fn expense(&self, key: &str) -> Option<ExpenseEntry> {
        let entry = self.entry(Collection::Expenses, key)?;
        let reader = self.reader();
        let field = |name: &str| str_at(reader, &entry, name);
        // An absent or malformed id counts as none: another phone's change must not hide the amount.
        let id = |name: &str| Uuid::parse_str(&field(name)).ok();
        let at = self.placed(&entry, "at").unwrap_or_default();
        let day = field("day").parse().unwrap_or_else(|_| day::of(at));
        let receipt = id("receipt");
        let what = match (id("reverses"), id("expense"), receipt) {
            (Some(expense), ..) => ExpenseWhat::Reversed {
                expense,
                day,
                why: field("why"),
            },
            (None, Some(expense), Some(receipt)) => ExpenseWhat::Receipt { expense, receipt },
            _ => ExpenseWhat::Spent {
                cents: int_at(reader, &entry, "cents")
                    .map(Cents)
                    .filter(|cents| cents.can_be_spent())?,
                // Concurrent words are joined.
                purpose: self.all_str(&entry, "purpose").join(" / "),
                note: self.all_str(&entry, "note").join(" / "),
                day,
                receipt,
                instead: id("instead"),
            },
        };
        Some(ExpenseEntry {
            by: id("by").unwrap_or_default(),
            at,
            what,
        })
    }
}
