//! What became of an expense. An amount is never changed: it is reversed, and another may be booked in
//! its place, which can be reversed in turn.
//!
//! Of several reversals of one amount the first counts, and of several amounts booked in place of one
//! reversal the first counts, the same on every phone. So money is never counted twice, whatever two
//! people put right at the same time.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::{ExpenseEntry, ExpenseWhat};
use crate::document::{Collection, Document, Touched};
use crate::{Cents, day};

/// An amount or its reversal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Money {
    pub(crate) id: Uuid,
    pub(crate) entry: ExpenseEntry,
    /// Negative for a reversal.
    pub(crate) cents: Cents,
    /// The day to which it belongs.
    pub(crate) day: NaiveDate,
    pub(crate) reverses: Option<Uuid>,
    /// It took effect: it is not the second of two concurrent corrections.
    pub(crate) counts: bool,
    /// It is in the books: it counts, and was not put right within the same month.
    pub(crate) booked: bool,
}

/// An expense with everything that was done to it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spending {
    /// The first entry: what it was for, and with whom it is.
    pub(crate) root: Uuid,
    pub(crate) purpose: String,
    pub(crate) note: String,
    /// The first amount, and then what put it right, in order.
    pub(crate) lines: Vec<Money>,
    /// Photos of receipts, each with the entry that added it.
    pub(crate) receipts: Vec<(Uuid, Uuid)>,
}

impl Spending {
    /// Returns the amount that stands; none if it was withdrawn.
    pub(crate) fn standing(&self) -> Option<&Money> {
        let reversed = |line: &Money| self.effective_reversal(line.id).is_some();
        let mut amounts = self.lines.iter().filter(|line| line.reverses.is_none());
        amounts.find(|line| line.counts && !reversed(line))
    }

    /// Returns the reversal that withdrew it; none if an amount stands.
    pub(crate) fn withdrawal(&self) -> Option<&Money> {
        if self.standing().is_some() {
            return None;
        }
        self.lines
            .iter()
            .rfind(|line| line.counts && line.reverses.is_some())
    }

    /// Returns the reversal of an amount that counts.
    pub(crate) fn effective_reversal(&self, amount: Uuid) -> Option<&Money> {
        self.lines
            .iter()
            .find(|line| line.counts && line.reverses == Some(amount))
    }
}

/// Tells whether a correction belongs to the same books as the amount: made in its month, or on the day
/// on which the amount was written down. Both are then left out of all lists; later, both stand.
pub(crate) fn in_one_month(
    (amount, written): (NaiveDate, chrono::DateTime<chrono::Utc>),
    (corrected, at): (NaiveDate, chrono::DateTime<chrono::Utc>),
) -> bool {
    let month = |day: NaiveDate| (day.year(), day.month());
    month(amount) == month(corrected) || day::of(written) == day::of(at)
}

/// The entries of a case.
struct Entries(BTreeMap<Uuid, ExpenseEntry>);

impl Entries {
    /// Returns the first entry of the expense that an entry is about. `None` if the entries refer to
    /// each other in a circle, which no app writes.
    fn root_of(&self, id: Uuid) -> Option<Uuid> {
        let mut at = id;
        for _ in 0..=self.0.len() {
            at = match &self.0.get(&at)?.what {
                ExpenseWhat::Receipt { expense, .. } | ExpenseWhat::Reversed { expense, .. } => {
                    *expense
                }
                ExpenseWhat::Spent {
                    instead: Some(reversal),
                    ..
                } if self.is_reversal(*reversal) => *reversal,
                ExpenseWhat::Spent { .. } => return Some(at),
            };
        }
        None
    }

    fn is_reversal(&self, id: Uuid) -> bool {
        let entry = self.0.get(&id);
        entry.is_some_and(|entry| matches!(entry.what, ExpenseWhat::Reversed { .. }))
    }

    fn spending(&self, root: Uuid, of: &[Uuid]) -> Option<Spending> {
        let ExpenseWhat::Spent { purpose, note, .. } = &self.0.get(&root)?.what else {
            return None;
        };
        let mut parts: Vec<(Uuid, &ExpenseEntry)> = of
            .iter()
            .filter_map(|id| Some((*id, self.0.get(id)?)))
            .collect();
        parts.sort_by_key(|(id, entry)| (entry.at, *id));
        let mut reversals: BTreeMap<Uuid, Vec<(Uuid, &ExpenseEntry, NaiveDate)>> = BTreeMap::new();
        let mut in_place: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
        for (id, entry) in &parts {
            match entry.what {
                ExpenseWhat::Reversed { expense, day, .. } => {
                    reversals
                        .entry(expense)
                        .or_default()
                        .push((*id, *entry, day));
                }
                ExpenseWhat::Spent {
                    instead: Some(of), ..
                } => in_place.entry(of).or_default().push(*id),
                _ => {}
            }
        }
        let mut spending = Spending {
            root,
            purpose: purpose.clone(),
            note: note.clone(),
            lines: Vec::new(),
            receipts: Vec::new(),
        };
        let mut open = vec![(root, true)];
        while let Some((amount, counts)) = open.pop() {
            let entry = self.0.get(&amount)?;
            let ExpenseWhat::Spent { cents, day, .. } = entry.what else {
                continue;
            };
            let place = spending.lines.len();
            spending.lines.push(Money {
                id: amount,
                entry: entry.clone(),
                cents,
                day,
                reverses: None,
                counts,
                booked: counts,
            });
            let of_it = reversals.get(&amount).into_iter().flatten();
            for (number, (id, reversal, on)) in of_it.enumerate() {
                let first = counts && number == 0;
                let at_once = in_one_month((day, entry.at), (*on, reversal.at));
                if first && at_once {
                    spending.lines[place].booked = false;
                }
                spending.lines.push(Money {
                    id: *id,
                    entry: (*reversal).clone(),
                    cents: -cents,
                    day: *on,
                    reverses: Some(amount),
                    counts: first,
                    booked: first && !at_once,
                });
                let instead = in_place.get(id).into_iter().flatten().enumerate();
                open.extend(instead.map(|(number, id)| (*id, first && number == 0)));
            }
        }
        for (id, entry) in &parts {
            match &entry.what {
                ExpenseWhat::Receipt { receipt, .. }
                | ExpenseWhat::Spent {
                    receipt: Some(receipt),
                    ..
                } => spending.receipts.push((*id, *receipt)),
                _ => {}
            }
        }
        Some(spending)
    }
}

impl Document {
    /// Reads the expenses that touched entries are about.
    pub(crate) fn spendings(&self, touched: &Touched) -> Vec<Spending> {
        let of = |(collection, _): &&(Collection, String)| *collection == Collection::Expenses;
        let keys = touched.entries.iter().filter(of);
        let ids: Vec<Uuid> = keys
            .filter_map(|(_, key)| Uuid::parse_str(key).ok())
            .collect();
        self.spendings_of(&ids)
    }

    /// Reads the expenses that these entries are about.
    pub(crate) fn spendings_of(&self, ids: &[Uuid]) -> Vec<Spending> {
        if ids.is_empty() {
            return Vec::new();
        }
        let keys = self.keys(Collection::Expenses).into_iter();
        let entries = keys.filter_map(|key| {
            let id = Uuid::parse_str(&key).ok()?;
            Some((id, self.expense(&key)?))
        });
        let entries = Entries(entries.collect());
        let mut parts: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
        for id in entries.0.keys() {
            if let Some(root) = entries.root_of(*id) {
                parts.entry(root).or_default().push(*id);
            }
        }
        let roots: BTreeSet<Uuid> = ids.iter().filter_map(|id| entries.root_of(*id)).collect();
        roots
            .into_iter()
            .filter_map(|root| entries.spending(root, parts.get(&root)?))
            .collect()
    }
}
