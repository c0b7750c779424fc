//! Projects a case's expenses, reversals and receipts.

use rusqlite::params;
use uuid::Uuid;

use super::Part;
use crate::api::Change;
use crate::document::{Collection, Document, ExpenseEntry, ExpenseWhat, Touched, id_text};
use crate::store::Store;
use crate::store::documents::Origin;
use crate::{CaseId, Cents, Error};

/// The columns of an expense that an [`ExpenseEntry`] does not hold.
struct Row<'a> {
    cents: Cents,
    purpose: &'a str,
    note: &'a str,
    day: chrono::NaiveDate,
    reverses: Option<Uuid>,
}

/// Formats the text by which an expense is found.
fn expense_text(purpose: &str, note: &str, cents: Cents) -> String {
    let (euros, cents) = (cents.0 / 100, cents.0 % 100);
    format!("{purpose}\n{note}\n€ {euros},{cents:02}")
}

impl Store {
    /// Projects the touched expenses of a case.
    pub(super) fn project_expenses(
        &mut self,
        case: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        let entries = Self::touched_ids(touched, Collection::Expenses);
        for (key, id) in &entries {
            let Some(entry) = document.expense(key) else {
                continue;
            };
            match &entry.what {
                ExpenseWhat::Spent {
                    cents,
                    purpose,
                    note,
                    day,
                    receipt,
                } => {
                    let row = Row {
                        cents: *cents,
                        purpose,
                        note,
                        day: *day,
                        reverses: None,
                    };
                    self.project_expense(case, *id, &entry, &row, origin)?;
                    self.put_case_text(case, "expense", *id, &expense_text(purpose, note, *cents))?;
                    if let Some(receipt) = receipt {
                        self.project_receipt(case, *id, *id, *receipt, origin)?;
                    }
                }
                ExpenseWhat::Reversed { expense, day } => {
                    // The reversed expense precedes the reversal causally, so the document holds it.
                    let Some(ExpenseWhat::Spent { cents, purpose, .. }) =
                        document.expense(&id_text(*expense)).map(|of| of.what)
                    else {
                        continue;
                    };
                    let row = Row {
                        cents: -cents,
                        purpose: &purpose,
                        note: "",
                        day: *day,
                        reverses: Some(*expense),
                    };
                    self.project_expense(case, *id, &entry, &row, origin)?;
                    self.count_reversals(case, *expense)?;
                }
                ExpenseWhat::Receipt { expense, receipt } => {
                    self.project_receipt(case, *expense, *id, *receipt, origin)?;
                }
            }
            self.note_unsent(case, Part::Other, *id, origin)?;
        }
        Ok(())
    }

    fn project_expense(
        &self,
        case: Uuid,
        id: Uuid,
        entry: &ExpenseEntry,
        row: &Row<'_>,
        origin: Origin,
    ) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "INSERT INTO expenses (document, id, cents, purpose, note, day, by, at, reverses, rev)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                 ON CONFLICT (document, id) DO UPDATE SET at = excluded.at",
            )?
            .execute(params![
                case.as_bytes(),
                id.as_bytes(),
                row.cents.0,
                row.purpose,
                row.note,
                row.day.to_string(),
                entry.by.as_bytes(),
                entry.at.timestamp_millis(),
                row.reverses.as_ref().map(Uuid::as_bytes),
                origin.rev(),
            ])?;
        Ok(())
    }

    /// Marks the first reversal of an expense as the one that counts, the same on every phone: two
    /// phones may both have reversed it offline.
    fn count_reversals(&self, case: Uuid, expense: Uuid) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "UPDATE expenses SET counted = (id = (SELECT id FROM expenses
                     WHERE document = ?1 AND reverses = ?2 ORDER BY at, id LIMIT 1))
                 WHERE document = ?1 AND reverses = ?2",
            )?
            .execute(params![case.as_bytes(), expense.as_bytes()])?;
        Ok(())
    }

    fn project_receipt(
        &self,
        case: Uuid,
        expense: Uuid,
        id: Uuid,
        receipt: Uuid,
        origin: Origin,
    ) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "INSERT INTO expense_receipts (document, expense, id, receipt, rev)
                 VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
            )?
            .execute(params![
                case.as_bytes(),
                expense.as_bytes(),
                id.as_bytes(),
                receipt.as_bytes(),
                origin.rev(),
            ])?;
        Ok(())
    }

    /// Marks a photo made on this phone as unsent.
    pub(in crate::store) fn note_unsent_receipt(&self, id: Uuid, rev: i64) -> Result<(), Error> {
        match rev {
            0 => Ok(()),
            rev => self.note_unsent(id, Part::Other, id, Origin::Local(rev)),
        }
    }

    /// Reports a change to the cases that show a receipt, after its photo arrived or its sync mark
    /// changed.
    pub(in crate::store) fn tell_receipt(&mut self, receipt: Uuid) -> Result<(), Error> {
        let cases: Vec<[u8; 16]> = {
            let mut statement = self.connection.prepare_cached(
                "SELECT DISTINCT document FROM expense_receipts WHERE receipt = ?1",
            )?;
            let rows = statement.query_map([receipt.as_bytes()], |row| row.get(0))?;
            rows.collect::<Result<_, _>>()?
        };
        for case in cases {
            let case = CaseId(Uuid::from_bytes(case));
            self.changes.insert(Change::Case(case));
        }
        Ok(())
    }
}
