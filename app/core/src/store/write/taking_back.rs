//! Moving and withdrawing entries.

mod put_right;

use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::at_most;
use super::closing::reopen;
use crate::api::{MoveEntry, RestoreEntry, UnlinkSignal, WithdrawEntry};
use crate::document::{Collection, Kind, SignalRoot, Withdrawal, id_text};
use crate::model::{EntryRef, MAX_TEXT, Who};
use crate::store::{Store, Write};
use crate::view::Saved;
use crate::{CaseId, Error, SignalId};
use put_right::{book_again, reverse};

/// Where an entry was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::store) struct Source {
    pub(in crate::store) kind: Kind,
    pub(in crate::store) document: Uuid,
    pub(in crate::store) collection: Collection,
    pub(in crate::store) id: Uuid,
}

impl Source {
    /// Returns whether it is an encounter or interview, which can be with anybody.
    fn was_said(self) -> bool {
        matches!(
            self.collection,
            Collection::Encounters | Collection::Interviews
        )
    }
}

impl Store {
    /// Finds where an entry was written: it may be shown elsewhere, or not at all.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such document.
    pub(in crate::store) fn source_of(&self, entry: EntryRef) -> Result<Source, Error> {
        let (shown, id, table) = match entry {
            EntryRef::Encounter { who, id } => {
                let shown = match who {
                    Who::Case(case) => case.0,
                    Who::Contact(contact) => contact.0,
                    Who::Study(study) => study.0,
                    Who::Unknown => id.0,
                };
                (shown, id.0, "encounters")
            }
            EntryRef::Commitment { case, id } => (case.0, id.0, "commitments"),
            EntryRef::Expense { case, id } => return self.source_of_expense(case, id),
        };
        let find = |table: &str| -> Result<Option<Option<[u8; 16]>>, Error> {
            Ok(self
                .connection
                .prepare_cached(&format!(
                    "SELECT origin FROM {table} WHERE document = ?1 AND id = ?2"
                ))?
                .query_row([shown.as_bytes(), id.as_bytes()], |row| row.get(0))
                .optional()?)
        };
        let origin = match find(table)? {
            None => find("entries_gone")?,
            here => here,
        };
        let document = origin.flatten().map_or(shown, Uuid::from_bytes);
        let kind = self.document_row(document)?.ok_or(Error::NotFound)?.kind;
        let collection = match (entry, kind) {
            (EntryRef::Commitment { .. }, _) => Collection::Commitments,
            (_, Kind::Study) => Collection::Interviews,
            _ => Collection::Encounters,
        };
        Ok(Source {
            kind,
            document,
            collection,
            id,
        })
    }
}

impl Write for WithdrawEntry {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let source = store.source_of(self.entry)?;
        let why = at_most(self.why.trim(), MAX_TEXT)?;
        let gone = store
            .connection
            .prepare_cached(
                "SELECT 1 FROM entries_gone WHERE origin = ?1 AND id = ?2 AND moved_to IS NULL",
            )?
            .exists([source.document.as_bytes(), source.id.as_bytes()])?;
        // Whoever withdrew it first remains the one who did.
        if gone {
            return Ok(());
        }
        if source.collection == Collection::Expenses {
            return reverse(store, source, why);
        }
        withdraw(store, source, why)
    }
}

fn withdraw(store: &mut Store, source: Source, why: &str) -> Result<(), Error> {
    let new = Withdrawal {
        by: store.me.0,
        at: store.environment.now(),
        why: why.to_owned(),
    };
    let found = store.edit(source.kind, source.document, |edit| match source.kind {
        Kind::Signal => Ok(edit.withdraw_signal(&new).map(|()| true)?),
        _ => Ok(edit.withdraw_entry(source.collection, &id_text(source.id), &new)?),
    })?;
    if found { Ok(()) } else { Err(Error::NotFound) }
}

impl Write for RestoreEntry {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let source = store.source_of(self.entry)?;
        if source.collection == Collection::Expenses {
            return book_again(store, source);
        }
        let found = store.edit(source.kind, source.document, |edit| match source.kind {
            Kind::Signal => Ok(edit.restore_signal().map(|()| true)?),
            _ => Ok(edit.restore_entry(source.collection, &id_text(source.id))?),
        })?;
        if found { Ok(()) } else { Err(Error::NotFound) }
    }
}

impl Write for MoveEntry {
    fn run(self, store: &mut Store) -> Result<Saved, Error> {
        let source = store.source_of(self.entry)?;
        match (source.kind, self.to) {
            (Kind::Signal, Who::Case(case)) => link_only(store, SignalId(source.id), Some(case)),
            (Kind::Signal, Who::Unknown) => link_only(store, SignalId(source.id), None),
            (Kind::Signal, _) => Err(Error::NotFound),
            (Kind::Study, Who::Study(study)) if study.0 == source.document => {
                move_to(store, source, self.to)?;
                Ok(Saved::default())
            }
            (_, Who::Study(_)) => Err(Error::NotFound),
            (_, Who::Unknown) => make_signal(store, source).map(|()| Saved::default()),
            (_, Who::Contact(_)) if !source.was_said() => Err(Error::NotFound),
            (_, Who::Case(case)) => {
                let reopened = bring_back(store, Kind::Case, case.0)?
                    && source.was_said()
                    && reopen(store, case)?;
                move_to(store, source, self.to)?;
                Ok(Saved { reopened })
            }
            (_, Who::Contact(contact)) => {
                bring_back(store, Kind::Contact, contact.0)?;
                move_to(store, source, self.to)?;
                Ok(Saved::default())
            }
        }
    }
}

fn move_to(store: &mut Store, source: Source, to: Who) -> Result<(), Error> {
    let found = store.edit(source.kind, source.document, |edit| {
        Ok(edit.move_entry(source.collection, &id_text(source.id), to)?)
    })?;
    if found { Ok(()) } else { Err(Error::NotFound) }
}

/// Brings a case or contact back that was taken back with an import, since something is recorded with
/// it. Returns true.
///
/// # Errors
/// [`Error::NotFound`] if it does not exist.
pub(super) fn bring_back(store: &mut Store, kind: Kind, id: Uuid) -> Result<bool, Error> {
    match store.document_row(id)? {
        Some(row) if row.kind == kind => {}
        _ => return Err(Error::NotFound),
    }
    if store.is_hidden(id)? {
        store.edit(kind, id, |edit| Ok(edit.bring_back()?))?;
    }
    Ok(true)
}

/// Links a signal to this case and to no other.
fn link_only(store: &mut Store, signal: SignalId, case: Option<CaseId>) -> Result<Saved, Error> {
    let reopened = match case {
        Some(case) => bring_back(store, Kind::Case, case.0)? && reopen(store, case)?,
        None => false,
    };
    let kept = case.map(|case| id_text(case.0));
    store.edit(Kind::Signal, signal.0, |edit| {
        for (other, linked) in edit.flags(Collection::Links, |_| true)? {
            if linked && Some(&other) != kept.as_ref() {
                edit.set_in(Collection::Links, &other, false)?;
            }
        }
        match &kept {
            Some(case) => Ok(edit.set_in(Collection::Links, case, true)?),
            None => Ok(()),
        }
    })?;
    Ok(Saved { reopened })
}

/// Makes a signal of an encounter whose person turned out not to be known, and withdraws the encounter.
/// The signal has its id, so that two phones make one.
fn make_signal(store: &mut Store, source: Source) -> Result<(), Error> {
    if !source.was_said() {
        return Err(Error::NotFound);
    }
    let document = store.open_document(source.document)?;
    let key = id_text(source.id);
    let said = match source.kind {
        Kind::Study => document
            .interview(&key)
            .map(|said| (said.at, said.channel, said.by, said.text)),
        _ => document
            .encounter(&key)
            .map(|said| (said.at, said.channel, said.by, said.text)),
    };
    store.keep_open(source.document, document);
    let (at, channel, by, text) = said.ok_or(Error::NotFound)?;
    store.edit_or_create(Kind::Signal, source.id, |edit| {
        edit.restore_signal()?;
        Ok(edit.write_signal(&SignalRoot::heard(at, channel, by, text))?)
    })?;
    withdraw(store, source, "")
}

impl Write for UnlinkSignal {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let document = store.open_document(self.signal.0)?;
        let links = document.signal_root().links;
        store.keep_open(self.signal.0, document);
        let mut from = vec![self.case.0];
        for link in links {
            // Linked to a case for which this one stands.
            if store.standing(link)? == self.case.0 {
                from.push(link);
            }
        }
        store.edit(Kind::Signal, self.signal.0, |edit| {
            from.iter()
                .try_for_each(|case| Ok(edit.set_in(Collection::Links, &id_text(*case), false)?))
        })
    }
}
