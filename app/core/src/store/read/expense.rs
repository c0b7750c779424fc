//! Expenses: per case, and of the team per month.

use std::collections::HashMap;

use chrono::{Datelike, Months};
use rusqlite::{Params, Row};
use uuid::Uuid;

use super::safety::danger;
use super::team_settings::team_settings;
use super::{id, mark, parsed};
use crate::api::{ReadExpenseMonth, ReadExpenses, ReadReceipt};
use crate::document::Kind;
use crate::model::SyncMark;
use crate::store::documents::blob_name;
use crate::store::{Read, Store};
use crate::view::{CaseExpenses, CaseTotal, ExpenseLine, ExpenseMonth, ReceiptRef};
use crate::{CaseId, Cents, Error, ExpenseId, ReceiptId};

/// Selects expense lines as `e`; a condition and an order must be appended.
const LINES: &str = concat!(
    "SELECT e.document, e.id, e.cents, e.purpose, e.note, e.day, e.reverses,
           c.name AS case_name, c.number AS case_number, coalesce(p.name, '') AS by_name,
           e.root, EXISTS (SELECT 1 FROM expenses f WHERE f.root = e.root AND f.document = e.document
                   AND f.rev > max(d.acked, 0)) AS unsent,
           EXISTS (SELECT 1 FROM expenses r
                   WHERE r.document = e.document AND r.reverses = e.id) AS reversed, ",
    danger!("e.document"),
    " FROM expenses e
    JOIN cases c INDEXED BY cases_filtered ON c.id = e.document
    JOIN documents d ON d.id = coalesce(e.origin, e.document)
    LEFT JOIN people p ON p.id = e.by
    WHERE e.counted"
);

/// Selects the receipts of the same lines.
const RECEIPTS: &str = "
    SELECT e.id AS expense, r.receipt, f.id IS NOT NULL AS here,
           coalesce(f.rev > f.acked, 0) OR r.rev > max(d.acked, 0) AS unsent
    FROM expenses e
    JOIN expense_receipts r ON r.document = e.document AND r.expense = e.root
    JOIN documents d ON d.id = coalesce(e.origin, e.document)
    LEFT JOIN documents f ON f.id = r.receipt
    WHERE e.counted AND e.reverses IS NULL";

fn line(row: &Row<'_>) -> rusqlite::Result<ExpenseLine> {
    let reverses: Option<[u8; 16]> = row.get("reverses")?;
    Ok(ExpenseLine {
        id: ExpenseId(id(row, "id")?),
        of: ExpenseId(id(row, "root")?),
        case: CaseId(id(row, "document")?),
        case_name: row.get("case_name")?,
        danger: row.get("danger")?,
        case_number: row.get("case_number")?,
        cents: Cents(row.get("cents")?),
        purpose: row.get("purpose")?,
        note: row.get("note")?,
        day: parsed(row, "day")?.unwrap_or_default(),
        by: row.get("by_name")?,
        receipts: Vec::new(),
        reverses: reverses.map(|id| ExpenseId(Uuid::from_bytes(id))),
        reversed: row.get("reversed")?,
        mark: mark(row)?,
    })
}

impl Read for ReadExpenses {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.project_first(self.case.0)?;
        expenses(store, self.case)
    }
}

impl Read for ReadExpenseMonth {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let day = self.month;
        let month = day.with_day(1).unwrap_or(day);
        let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
        let days = [month.to_string(), next.to_string()];
        let lines = expense_lines(store, "e.day >= ?1 AND e.day < ?2", days)?;
        let budget = team_settings(store)?.budget_month;
        Ok(ExpenseMonth {
            month,
            cases: totals(&lines),
            total: lines.iter().map(|line| line.cents).sum(),
            lines,
            budget: budget.map(|cents| Cents(cents.into())),
        })
    }
}

impl Read for ReadReceipt {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let receipt = self.receipt;
        if let Some(photo) = store.blob(Kind::Receipt, receipt.0)? {
            return Ok(Some(photo));
        }
        // Drafts are few, so a scan will do.
        let waiting: Vec<Vec<u8>> = store.rows(
            "SELECT photo FROM expense_drafts WHERE photo IS NOT NULL",
            [],
            |row| row.get(0),
        )?;
        let mut waiting = waiting.into_iter();
        Ok(waiting.find(|photo| blob_name(photo).0 == receipt.0))
    }
}

/// Returns the expenses of a case, newest first, with their sum.
pub(super) fn expenses(store: &Store, case: CaseId) -> Result<CaseExpenses, Error> {
    let lines = expense_lines(store, "e.document = ?1", [case.0.as_bytes()])?;
    Ok(CaseExpenses {
        total: lines.iter().map(|line| line.cents).sum(),
        lines,
    })
}

/// Returns expense lines with their receipts, newest first.
fn expense_lines(
    store: &Store,
    condition: &str,
    params: impl Params + Clone,
) -> Result<Vec<ExpenseLine>, Error> {
    let mut lines = store.rows(
        &format!("{LINES} AND {condition} ORDER BY e.day DESC, e.at DESC, e.id DESC"),
        params.clone(),
        line,
    )?;
    let mut receipts: HashMap<Uuid, Vec<(ReceiptRef, SyncMark)>> = HashMap::new();
    let found = store.rows(
        &format!("{RECEIPTS} AND {condition} ORDER BY r.id"),
        params,
        |row| {
            let receipt = ReceiptRef {
                id: ReceiptId(id(row, "receipt")?),
                here: row.get("here")?,
            };
            Ok((id(row, "expense")?, (receipt, mark(row)?)))
        },
    )?;
    for (expense, receipt) in found {
        receipts.entry(expense).or_default().push(receipt);
    }
    for line in &mut lines {
        for (receipt, mark) in receipts.remove(&line.id.0).unwrap_or_default() {
            line.receipts.push(receipt);
            if mark == SyncMark::OnlyHere {
                line.mark = mark;
            }
        }
    }
    Ok(lines)
}

/// Returns the sum per case, largest first.
fn totals(lines: &[ExpenseLine]) -> Vec<CaseTotal> {
    let mut totals: Vec<CaseTotal> = Vec::new();
    let mut places: HashMap<CaseId, usize> = HashMap::new();
    for line in lines {
        let place = *places.entry(line.case).or_insert_with(|| {
            totals.push(CaseTotal {
                case: line.case,
                name: line.case_name.clone(),
                danger: line.danger,
                number: line.case_number.clone(),
                lines: 0,
                total: Cents(0),
            });
            totals.len() - 1
        });
        totals[place].lines += 1;
        totals[place].total.0 += line.cents.0;
    }
    totals.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.name.cmp(&b.name)));
    totals
}
