//! The map `expenses`: expenses, their reversals, and receipts that were added later. Each is a
//! separate entry that is never changed, so that a merge cannot lose or alter an amount.

use automerge::ScalarValue;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::entry::id_text;
use super::read::{int_at, str_at};
use super::{Collection, Document, DocumentError, Edit};
use crate::{Cents, day};

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
    },
    /// The reversal of an expense.
    Reversed { expense: Uuid, day: NaiveDate },
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
            } => {
                fields.push(("cents", ScalarValue::Int(cents.0)));
                fields.push(("day", text(day.to_string())));
                for (name, value) in [("purpose", purpose), ("note", note)] {
                    if !value.is_empty() {
                        fields.push((name, text(value)));
                    }
                }
                if let Some(receipt) = receipt {
                    fields.push(("receipt", text(id_text(*receipt))));
                }
            }
            ExpenseWhat::Reversed { expense, day } => {
                fields.push(("day", text(day.to_string())));
                fields.push(("reverses", text(id_text(*expense))));
            }
            ExpenseWhat::Receipt { expense, receipt } => {
                fields.push(("expense", text(id_text(*expense))));
                fields.push(("receipt", text(id_text(*receipt))));
            }
        }
        self.add_entry(Collection::Expenses, &id_text(key), fields)
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
            (Some(expense), ..) => ExpenseWhat::Reversed { expense, day },
            (None, Some(expense), Some(receipt)) => ExpenseWhat::Receipt { expense, receipt },
            _ => ExpenseWhat::Spent {
                cents: int_at(reader, &entry, "cents")
                    .map(Cents)
                    .filter(|cents| cents.can_be_spent())?,
                purpose: field("purpose"),
                note: field("note"),
                day,
                receipt,
            },
        };
        Some(ExpenseEntry {
            by: id("by").unwrap_or_default(),
            at,
            what,
        })
    }
}
