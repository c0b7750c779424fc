//! Money spent, in the map `expenses`: what was spent, reversals of it, and receipts that came later.
//! Each is an entry of its own and is never changed, so that no merge can lose or change an amount.

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
    /// Who wrote it.
    pub(crate) by: Uuid,
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// What it says.
    pub(crate) what: ExpenseWhat,
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ExpenseWhat {
    /// Money was spent.
    Spent {
        cents: Cents,
        purpose: String,
        note: String,
        day: NaiveDate,
        receipt: Option<Uuid>,
    },
    /// An expense was none after all.
    Reversed { expense: Uuid, day: NaiveDate },
    /// A receipt of an expense was found.
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
    /// An entry; none when it says nothing this app understands, or an amount that cannot be.
    pub(crate) fn expense(&self, key: &str) -> Option<ExpenseEntry> {
        let entry = self.entry(Collection::Expenses, key)?;
        let reader = self.reader();
        let field = |name: &str| str_at(reader, &entry, name);
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
