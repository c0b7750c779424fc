//! Putting an expense right. An amount is never overwritten: a reversal takes it away, and another may be
//! booked in its place.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::Source;
use crate::api::ChangeExpense;
use crate::document::{Collection, ExpenseEntry, ExpenseWhat, Kind, Money, Spending, in_one_month};
use crate::model::{EntryRef, MAX_LINE, MAX_TEXT};
use crate::store::write::at_most;
use crate::store::{Store, Write};
use crate::{BadValue, CaseId, Cents, Error, ExpenseId};

impl Store {
    /// Finds the case in which an expense was written, and its first entry.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such expense; a reversal is none.
    pub(super) fn source_of_expense(&self, case: CaseId, id: ExpenseId) -> Result<Source, Error> {
        let found: Option<([u8; 16], [u8; 16])> = self
            .connection
            .prepare_cached(
                "SELECT root, coalesce(origin, document) FROM expenses
                 WHERE document = ?1 AND id = ?2 AND reverses IS NULL
                 UNION ALL SELECT root, origin FROM expenses
                 WHERE root = ?2 AND origin = ?1 AND reverses IS NULL LIMIT 1",
            )?
            .query_row([case.0.into_bytes(), id.0.into_bytes()], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let (root, document) = found.ok_or(Error::NotFound)?;
        Ok(Source {
            kind: Kind::Case,
            document: Uuid::from_bytes(document),
            collection: Collection::Expenses,
            id: Uuid::from_bytes(root),
        })
    }

    /// Reads an expense with what was done to it.
    pub(in crate::store) fn spending(&mut self, source: Source) -> Result<Spending, Error> {
        let document = self.open_document(source.document)?;
        let found = document.spendings_of(&[source.id]).pop();
        self.keep_open(source.document, document);
        found.ok_or(Error::NotFound)
    }

    fn add_expenses(
        &mut self,
        source: Source,
        new: impl IntoIterator<Item = (Uuid, ExpenseWhat)>,
    ) -> Result<(), Error> {
        let (by, at) = (self.me.0, self.environment.now());
        self.edit(Kind::Case, source.document, |edit| {
            for (key, what) in new {
                edit.add_expense(key, &ExpenseEntry { by, at, what })?;
            }
            Ok(())
        })
    }
}

/// Reverses the amount that stands, if one does.
pub(super) fn reverse(store: &mut Store, source: Source, why: &str) -> Result<(), Error> {
    let spending = store.spending(source)?;
    let Some(standing) = spending.standing() else {
        return Ok(());
    };
    let reversal = ExpenseWhat::Reversed {
        expense: standing.id,
        day: store.environment.today(),
        why: why.to_owned(),
    };
    let key = store.new_id();
    store.add_expenses(source, [(key, reversal)])
}

/// Books a withdrawn expense again.
pub(super) fn book_again(store: &mut Store, source: Source) -> Result<(), Error> {
    let spending = store.spending(source)?;
    let Some(reversal) = spending.withdrawal() else {
        return Ok(());
    };
    let of = |line: &&Money| Some(line.id) == reversal.reverses;
    let amount = spending.lines.iter().find(of).ok_or(Error::NotFound)?;
    let day = store.day_of_books(amount);
    let again = in_place_of(
        reversal.id,
        amount.cents,
        day,
        (&spending.purpose, &spending.note),
    );
    let key = store.new_id();
    store.add_expenses(source, [(key, again)])
}

fn in_place_of(
    reversal: Uuid,
    cents: Cents,
    day: NaiveDate,
    (purpose, note): (&str, &str),
) -> ExpenseWhat {
    ExpenseWhat::Spent {
        cents,
        // For apps that do not know that it belongs to another entry.
        purpose: purpose.to_owned(),
        note: note.to_owned(),
        day,
        receipt: None,
        instead: Some(reversal),
    }
}

impl Store {
    /// Returns the day for an amount in place of this one: the same, or today once its month is over.
    fn day_of_books(&self, amount: &Money) -> NaiveDate {
        let now: (NaiveDate, DateTime<Utc>) = (self.environment.today(), self.environment.now());
        match in_one_month((amount.day, amount.entry.at), now) {
            true => amount.day,
            false => now.0,
        }
    }
}

impl Write for ChangeExpense {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let cents = Cents::keyed(&self.amount)?;
        let today = store.environment.today();
        if self.day.is_some_and(|day| day > today) {
            return Err(Error::Value(BadValue::Future));
        }
        let purpose = at_most(self.purpose.trim(), MAX_LINE)?.to_owned();
        let note = at_most(self.note.trim(), MAX_TEXT)?.to_owned();
        let (case, id) = (self.case, self.id);
        let source = store.source_of(EntryRef::Expense { case, id })?;
        let spending = store.spending(source)?;
        let standing = spending.standing().ok_or(Error::NotFound)?;
        store.edit(Kind::Case, source.document, |edit| {
            Ok(edit.describe_expense(source.id, &purpose, &note)?)
        })?;
        let day = self.day.filter(|day| *day != standing.day);
        if cents == standing.cents && day.is_none() {
            return Ok(());
        }
        let day = day.unwrap_or_else(|| store.day_of_books(standing));
        let reversal = ExpenseWhat::Reversed {
            expense: standing.id,
            day: today,
            why: String::new(),
        };
        let (away, right) = (store.new_id(), store.new_id());
        let instead = in_place_of(away, cents, day, (&purpose, &note));
        store.add_expenses(source, [(away, reversal), (right, instead)])
    }
}
