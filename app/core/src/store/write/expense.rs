//! Recording and reversing expenses.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::at_most;
use crate::api::{AddReceipt, DropReceipt, ReadExpenseDraft, SaveExpense, SaveExpenseDraft};
use crate::document::{ExpenseEntry, ExpenseWhat, Kind};
use crate::model::{EntryRef, MAX_LINE, MAX_TEXT};
use crate::picture::Picture;
use crate::store::documents::blob_name;
use crate::store::meta::to_json;
use crate::store::{Read, Store, Write};
use crate::view::ExpenseDraft;
use crate::{BadValue, CaseId, Cents, Error, ExpenseId, ReceiptId};

impl Write for SaveExpenseDraft {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let Some(draft) = self.draft else {
            return drop_expense_draft(store, self.case);
        };
        store
            .connection
            .prepare_cached(
                "INSERT INTO expense_drafts (case_id, draft) VALUES (?1, ?2)
                 ON CONFLICT (case_id) DO UPDATE SET draft = excluded.draft",
            )?
            .execute(params![self.case.0.as_bytes(), to_json(&draft)?])?;
        Ok(())
    }
}

impl Read for ReadExpenseDraft {
    fn run(self, store: &mut Store) -> Result<Option<ExpenseDraft>, Error> {
        let row: Option<(String, Option<Vec<u8>>)> = store
            .connection
            .prepare_cached("SELECT draft, photo FROM expense_drafts WHERE case_id = ?1")?
            .query_row([self.case.0.as_bytes()], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let Some((draft, photo)) = row else {
            return Ok(None);
        };
        // A draft that holds only a photo has no text yet.
        let draft = serde_json::from_str(&draft).unwrap_or_else(|_| ExpenseDraft {
            id: ExpenseId(store.new_id()),
            amount: String::new(),
            purpose: String::new(),
            note: String::new(),
            day: None,
            photo: None,
        });
        let photo = photo.map(|photo| ReceiptId(blob_name(&photo).0));
        Ok(Some(ExpenseDraft { photo, ..draft }))
    }
}

fn drop_expense_draft(store: &mut Store, case: CaseId) -> Result<(), Error> {
    store
        .connection
        .prepare_cached("DELETE FROM expense_drafts WHERE case_id = ?1")?
        .execute([case.0.as_bytes()])?;
    Ok(())
}

impl Write for DropReceipt {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        store
            .connection
            .prepare_cached("UPDATE expense_drafts SET photo = NULL WHERE case_id = ?1")?
            .execute([self.case.0.as_bytes()])?;
        Ok(())
    }
}

impl Write for SaveExpense {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let cents = Cents::keyed(&self.amount)?;
        let today = store.environment.today();
        let day = self.day.unwrap_or(today);
        if day > today {
            return Err(Error::Value(BadValue::Future));
        }
        let purpose = at_most(self.purpose.trim(), MAX_LINE)?.to_owned();
        let note = at_most(self.note.trim(), MAX_TEXT)?.to_owned();
        // On a retry of an expense already saved, its photo is no longer in the draft.
        let entry = EntryRef::Expense {
            case: self.case,
            id: self.id,
        };
        if store.source_of(entry) == Err(Error::NotFound) {
            let receipt = match self.photo {
                true => Some(keep_draft_photo(store, self.case)?),
                false => None,
            };
            let what = ExpenseWhat::Spent {
                cents,
                purpose,
                note,
                day,
                receipt,
                instead: None,
            };
            add_expense(store, self.case, self.id.0, what)?;
        }
        drop_expense_draft(store, self.case)
    }
}

impl Write for AddReceipt {
    fn run(self, store: &mut Store) -> Result<ReceiptId, Error> {
        let photo = Picture::prepare(&self.picture)?;
        add_receipt(store, self.case, self.expense, &photo)
    }
}

/// Adds a prepared photo to an expense, or to the draft of one.
pub(crate) fn add_receipt(
    store: &mut Store,
    case: CaseId,
    expense: Option<ExpenseId>,
    photo: &Picture,
) -> Result<ReceiptId, Error> {
    let Some(expense) = expense else {
        store
            .connection
            .prepare_cached(
                "INSERT INTO expense_drafts (case_id, draft, photo) VALUES (?1, '', ?2)
                 ON CONFLICT (case_id) DO UPDATE SET photo = excluded.photo",
            )?
            .execute(params![case.0.as_bytes(), photo.0])?;
        return Ok(ReceiptId(blob_name(&photo.0).0));
    };
    let source = store.source_of(EntryRef::Expense { case, id: expense })?;
    let receipt = keep_photo(store, &photo.0)?;
    let known = store
        .connection
        .prepare_cached(
            "SELECT 1 FROM expense_receipts
             WHERE expense = ?1 AND receipt = ?2",
        )?
        .exists([source.id, receipt].map(Uuid::into_bytes))?;
    if !known {
        let key = store.new_id();
        let what = ExpenseWhat::Receipt {
            expense: source.id,
            receipt,
        };
        add_expense(store, CaseId(source.document), key, what)?;
    }
    Ok(ReceiptId(receipt))
}

fn keep_draft_photo(store: &mut Store, case: CaseId) -> Result<Uuid, Error> {
    let photo: Option<Vec<u8>> = store
        .connection
        .prepare_cached("SELECT photo FROM expense_drafts WHERE case_id = ?1")?
        .query_row([case.0.as_bytes()], |row| row.get(0))
        .optional()?
        .flatten();
    keep_photo(store, &photo.ok_or(Error::NotFound)?)
}

fn keep_photo(store: &mut Store, photo: &[u8]) -> Result<Uuid, Error> {
    let (id, rev) = store.add_blob(Kind::Receipt, photo)?;
    store.note_unsent_receipt(id, rev)?;
    Ok(id)
}

fn add_expense(store: &mut Store, case: CaseId, key: Uuid, what: ExpenseWhat) -> Result<(), Error> {
    let entry = ExpenseEntry {
        by: store.me.0,
        at: store.environment.now(),
        what,
    };
    store.edit(
        Kind::Case,
        case.0,
        |edit| Ok(edit.add_expense(key, &entry)?),
    )
}

/// Adds an expense of a sample team.
#[cfg(feature = "sample")]
pub(crate) fn seed_expense(
    store: &mut Store,
    people: &[Uuid; 2],
    seed: &crate::seed::SeedExpense,
) -> Result<(), Error> {
    let entry = ExpenseEntry {
        by: people[seed.by],
        at: seed.at,
        what: ExpenseWhat::Spent {
            cents: seed.cents,
            purpose: seed.purpose.clone(),
            note: seed.note.clone(),
            day: seed.day,
            receipt: None,
            instead: None,
        },
    };
    store.edit(Kind::Case, seed.case, |edit| {
        Ok(edit.add_expense(seed.id, &entry)?)
    })
}
