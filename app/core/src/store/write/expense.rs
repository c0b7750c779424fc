//! Recording and reversing expenses.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::at_most;
use crate::api::{
    AddReceipt, DropReceipt, MAX_LINE, MAX_TEXT, ReadExpenseDraft, ReverseExpense, SaveExpense,
    SaveExpenseDraft,
};
use crate::document::{ExpenseEntry, ExpenseWhat, Kind};
use crate::picture::Picture;
use crate::store::documents::blob_name;
use crate::store::meta::to_json;
use crate::store::{Read, Store, Write};
use crate::view::ExpenseDraft;
use crate::{BadValue, CaseId, Cents, Error, ExpenseId, ReceiptId};

impl Read for ReadExpenseDraft {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.read_expense_draft(self.case)
    }
}

impl Write for SaveExpenseDraft {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.save_expense_draft(self)
    }
}

impl Write for SaveExpense {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.save_expense(self)
    }
}

impl Write for ReverseExpense {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.reverse_expense(self)
    }
}

impl Write for DropReceipt {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.drop_receipt(self)
    }
}

impl Write for AddReceipt {
    fn run(self, store: &mut Store) -> Result<ReceiptId, Error> {
        let photo = Picture::prepare(&self.picture)?;
        store.add_receipt(self.case, self.expense, &photo)
    }
}

impl Store {
    pub(in crate::store) fn save_expense_draft(
        &mut self,
        call: SaveExpenseDraft,
    ) -> Result<(), Error> {
        let Some(draft) = call.draft else {
            return self.drop_expense_draft(call.case);
        };
        self.connection
            .prepare_cached(
                "INSERT INTO expense_drafts (case_id, draft) VALUES (?1, ?2)
                 ON CONFLICT (case_id) DO UPDATE SET draft = excluded.draft",
            )?
            .execute(params![call.case.0.as_bytes(), to_json(&draft)?])?;
        Ok(())
    }

    pub(in crate::store) fn read_expense_draft(
        &self,
        case: CaseId,
    ) -> Result<Option<ExpenseDraft>, Error> {
        let row: Option<(String, Option<Vec<u8>>)> = self
            .connection
            .prepare_cached("SELECT draft, photo FROM expense_drafts WHERE case_id = ?1")?
            .query_row([case.0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((draft, photo)) = row else {
            return Ok(None);
        };
        // A draft that holds only a photo has no text yet.
        let draft = serde_json::from_str(&draft).unwrap_or_else(|_| ExpenseDraft {
            id: ExpenseId(self.new_id()),
            amount: String::new(),
            purpose: String::new(),
            note: String::new(),
            day: None,
            photo: None,
        });
        let photo = photo.map(|photo| ReceiptId(blob_name(&photo).0));
        Ok(Some(ExpenseDraft { photo, ..draft }))
    }

    fn drop_expense_draft(&mut self, case: CaseId) -> Result<(), Error> {
        self.connection
            .prepare_cached("DELETE FROM expense_drafts WHERE case_id = ?1")?
            .execute([case.0.as_bytes()])?;
        Ok(())
    }

    pub(in crate::store) fn drop_receipt(&mut self, call: DropReceipt) -> Result<(), Error> {
        self.connection
            .prepare_cached("UPDATE expense_drafts SET photo = NULL WHERE case_id = ?1")?
            .execute([call.case.0.as_bytes()])?;
        Ok(())
    }

    pub(in crate::store) fn save_expense(&mut self, call: SaveExpense) -> Result<(), Error> {
        let cents = Cents::keyed(&call.amount)?;
        let today = self.environment.today();
        let day = call.day.unwrap_or(today);
        if day > today {
            return Err(Error::Value(BadValue::Future));
        }
        let purpose = at_most(call.purpose.trim(), MAX_LINE)?.to_owned();
        let note = at_most(call.note.trim(), MAX_TEXT)?.to_owned();
        // On a retry of an expense already saved, its photo is no longer in the draft.
        if self.find_expense(call.case, call.id)?.is_none() {
            let receipt = match call.photo {
                true => Some(self.keep_draft_photo(call.case)?),
                false => None,
            };
            let what = ExpenseWhat::Spent {
                cents,
                purpose,
                note,
                day,
                receipt,
            };
            self.add_expense(call.case, call.id.0, what)?;
        }
        self.drop_expense_draft(call.case)
    }

    pub(in crate::store) fn reverse_expense(&mut self, call: ReverseExpense) -> Result<(), Error> {
        match self.find_expense(call.case, call.id)? {
            Some(false) => {}
            Some(true) => return Ok(()),
            None => return Err(Error::NotFound),
        }
        let key = self.new_id();
        let what = ExpenseWhat::Reversed {
            expense: call.id.0,
            day: self.environment.today(),
        };
        self.add_expense(call.case, key, what)
    }

    /// Adds a prepared photo to an expense, or to the draft of one.
    pub(crate) fn add_receipt(
        &mut self,
        case: CaseId,
        expense: Option<ExpenseId>,
        photo: &Picture,
    ) -> Result<ReceiptId, Error> {
        let Some(expense) = expense else {
            self.connection
                .prepare_cached(
                    "INSERT INTO expense_drafts (case_id, draft, photo) VALUES (?1, '', ?2)
                     ON CONFLICT (case_id) DO UPDATE SET photo = excluded.photo",
                )?
                .execute(params![case.0.as_bytes(), photo.0])?;
            return Ok(ReceiptId(blob_name(&photo.0).0));
        };
        self.find_expense(case, expense)?.ok_or(Error::NotFound)?;
        let receipt = self.keep_photo(&photo.0)?;
        let known = self
            .connection
            .prepare_cached(
                "SELECT 1 FROM expense_receipts
                 WHERE document = ?1 AND expense = ?2 AND receipt = ?3",
            )?
            .exists([case.0, expense.0, receipt].map(Uuid::into_bytes))?;
        if !known {
            let key = self.new_id();
            let what = ExpenseWhat::Receipt {
                expense: expense.0,
                receipt,
            };
            self.add_expense(case, key, what)?;
        }
        Ok(ReceiptId(receipt))
    }

    fn keep_draft_photo(&mut self, case: CaseId) -> Result<Uuid, Error> {
        let photo: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT photo FROM expense_drafts WHERE case_id = ?1")?
            .query_row([case.0.as_bytes()], |row| row.get(0))
            .optional()?
            .flatten();
        self.keep_photo(&photo.ok_or(Error::NotFound)?)
    }

    fn keep_photo(&mut self, photo: &[u8]) -> Result<Uuid, Error> {
        let (id, rev) = self.add_blob(Kind::Receipt, photo)?;
        self.note_unsent_receipt(id, rev)?;
        Ok(id)
    }

    fn add_expense(&mut self, case: CaseId, key: Uuid, what: ExpenseWhat) -> Result<(), Error> {
        let entry = ExpenseEntry {
            by: self.me.0,
            at: self.environment.now(),
            what,
        };
        self.edit(
            Kind::Case,
            case.0,
            |edit| Ok(edit.add_expense(key, &entry)?),
        )
    }

    /// Adds an expense of a sample team.
    #[cfg(feature = "sample")]
    pub(crate) fn seed_expense(
        &mut self,
        people: &[Uuid; 2],
        seed: &crate::sample::SeedExpense,
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
            },
        };
        self.edit(Kind::Case, seed.case, |edit| {
            Ok(edit.add_expense(seed.id, &entry)?)
        })
    }

    /// Returns whether an expense was reversed; `None` when it does not exist.
    fn find_expense(&self, case: CaseId, id: ExpenseId) -> Result<Option<bool>, Error> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM expenses r WHERE r.document = ?1 AND r.reverses = ?2)
                 FROM expenses WHERE document = ?1 AND id = ?2 AND reverses IS NULL",
            )?
            .query_row([case.0.into_bytes(), id.0.into_bytes()], |row| row.get(0))
            .optional()?)
    }
}
