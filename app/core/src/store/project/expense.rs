//! Projects a case's expenses, reversals and receipts, each expense under whom it is shown.

use rusqlite::params;
use uuid::Uuid;

use super::Part;
use super::gone::GoneRow;
use super::place::{Home, Place};
use crate::api::Change;
use crate::document::{
    Collection, Document, Fate, Kind, Money, Spending, Touched, Withdrawal, id_text,
};
use crate::store::Store;
use crate::store::documents::Origin;
use crate::{CaseId, Cents, Error};

/// Rows written in the case `?1`, wherever they are shown.
const WRITTEN_IN: &str = "(document = ?1 AND origin IS NULL OR origin = ?1)";

/// Formats the text by which an expense is found.
fn expense_text(purpose: &str, note: &str, cents: Cents) -> String {
    let (euros, cents) = (cents.0 / 100, cents.0 % 100);
    format!("{purpose}\n{note}\n€ {euros},{cents:02}")
}

fn fate_of(spending: &Spending, document: &Document) -> Fate {
    let withdrawn = spending.withdrawal().map(|reversal| Withdrawal {
        by: reversal.entry.by,
        at: reversal.entry.at,
        why: reversal.entry.why().to_owned(),
    });
    let key = id_text(spending.root);
    Fate {
        withdrawn,
        moved: document.fate(Collection::Expenses, &key).moved,
    }
}

impl Store {
    /// Projects the expenses of a case that were touched.
    pub(super) fn project_expenses(
        &mut self,
        home: Home,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        let case = home.own.document;
        for spending in document.spendings(touched) {
            self.project_spending(home, &spending, document, touched, origin)?;
        }
        for (_, id) in Self::touched_ids(touched, Collection::Expenses) {
            self.note_unsent(case, Part::Other, id, origin)?;
        }
        Ok(())
    }

    fn project_spending(
        &mut self,
        home: Home,
        spending: &Spending,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        let fate = fate_of(spending, document);
        let (own, case) = (home.own, home.own.document);
        let place = self.shown_at(home, &fate)?;
        let place = Some(place).filter(|place| place.kind == Kind::Case);
        let place = place.unwrap_or(own);
        let is_touched = |id: Uuid| {
            let key = (Collection::Expenses, id_text(id));
            touched.entries.contains(&key)
        };
        if home.anywhere || !fate.moved.is_empty() || spending.lines.len() > 1 {
            let origin = match is_touched(spending.root) {
                true => origin,
                false => Origin::Remote(None),
            };
            self.place_spending(own, place, spending, &fate, origin)?;
        }
        for line in &spending.lines {
            let rev = if is_touched(line.id) { origin.rev() } else { 0 };
            self.put_money(own, place, spending, line, rev)?;
        }
        for (id, receipt) in &spending.receipts {
            let rev = if is_touched(*id) { origin.rev() } else { 0 };
            self.connection
                .prepare_cached(
                    "INSERT INTO expense_receipts (document, expense, id, receipt, rev, origin)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                     ON CONFLICT DO UPDATE SET rev = max(rev, excluded.rev)",
                )?
                .execute(params![
                    place.document.as_bytes(),
                    spending.root.as_bytes(),
                    id.as_bytes(),
                    receipt.as_bytes(),
                    rev,
                    (place != own).then_some(case.as_bytes()),
                ])?;
        }
        let found_by = spending.standing().map_or_else(String::new, |money| {
            expense_text(&spending.purpose, &spending.note, money.cents)
        });
        self.put_case_text(place.document, "expense", spending.root, &found_by)
    }

    /// Moves the rows of an expense to the case under which it is shown, and records what it left.
    fn place_spending(
        &mut self,
        own: Place,
        place: Place,
        spending: &Spending,
        fate: &Fate,
        origin: Origin,
    ) -> Result<(), Error> {
        let first = spending.lines.first();
        let words = [spending.purpose.as_str(), spending.note.as_str()];
        let row = GoneRow {
            part: Part::Expense,
            id: spending.root,
            at: first.map_or(0, |first| first.entry.at.timestamp_millis()),
            channel: "",
            by: first.map_or(Uuid::nil(), |first| first.entry.by),
            text: &words.map(str::trim).join("\n"),
        };
        self.project_gone((own, place), &row, fate, origin)?;
        let id = spending.root.as_bytes();
        let from: Vec<[u8; 16]> = self.rows(
            &format!("SELECT DISTINCT document FROM expenses WHERE root = ?2 AND {WRITTEN_IN}"),
            params![own.document.as_bytes(), id],
            |row| row.get(0),
        )?;
        let away = (place != own).then_some(own.document.as_bytes());
        for before in from.into_iter().map(Uuid::from_bytes) {
            if before == place.document {
                continue;
            }
            for rows in ["expenses", "expense_receipts"] {
                let of = if rows == "expenses" {
                    "root"
                } else {
                    "expense"
                };
                self.connection
                    .prepare_cached(&format!(
                        "UPDATE {rows} SET document = ?3, origin = ?4
                         WHERE {of} = ?2 AND {WRITTEN_IN}"
                    ))?
                    .execute(params![
                        own.document.as_bytes(),
                        id,
                        place.document.as_bytes(),
                        away
                    ])?;
            }
            self.put_case_text(before, "expense", spending.root, "")?;
            self.stale.insert(before);
        }
        if place != own {
            self.stale.insert(place.document);
        }
        Ok(())
    }

    fn put_money(
        &self,
        own: Place,
        place: Place,
        spending: &Spending,
        line: &Money,
        rev: i64,
    ) -> Result<(), Error> {
        let note = match line.reverses {
            None => spending.note.as_str(),
            Some(_) => "",
        };
        self.connection
            .prepare_cached(
                "INSERT INTO expenses (document, id, root, cents, purpose, note, day, by, at, reverses,
                   counted, rev, origin)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
                 ON CONFLICT (document, id) DO UPDATE SET root = excluded.root, at = excluded.at,
                   purpose = excluded.purpose, note = excluded.note, counted = excluded.counted,
                   rev = max(rev, excluded.rev)",
            )?
            .execute(params![
                place.document.as_bytes(),
                line.id.as_bytes(),
                spending.root.as_bytes(),
                line.cents.0,
                spending.purpose,
                note,
                line.day.to_string(),
                line.entry.by.as_bytes(),
                line.entry.at.timestamp_millis(),
                line.reverses.as_ref().map(Uuid::as_bytes),
                line.booked,
                rev,
                (place != own).then_some(own.document.as_bytes()),
            ])?;
        Ok(())
    }

    /// Registers the words of expenses that were moved here.
    pub(super) fn index_expenses_moved_here(&self, case: Uuid) -> Result<(), Error> {
        let moved: Vec<([u8; 16], String, String, i64)> = self.rows(
            "SELECT e.root, e.purpose, e.note, e.cents FROM expenses e
             WHERE e.document = ?1 AND e.origin IS NOT NULL AND e.counted AND e.reverses IS NULL
               AND NOT EXISTS (SELECT 1 FROM expenses r
                               WHERE r.document = ?1 AND r.reverses = e.id AND r.counted)",
            [case.as_bytes()],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )?;
        for (root, purpose, note, cents) in moved {
            let words = expense_text(&purpose, &note, Cents(cents));
            self.put_case_text(case, "expense", Uuid::from_bytes(root), &words)?;
        }
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
