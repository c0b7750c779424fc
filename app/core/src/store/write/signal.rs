//! Changes to a signal: linking, picking up, resting.

use super::closing::{is_closed, reopen};
use super::{at_most, name};
use crate::api::{LinkSignal, PickUpSignal, RestSignal, SetSignalSource, WakeSignal};
use crate::document::{Collection, Kind, id_text, picked_up};
use crate::model::{CaseField, MAX_LINE};
use crate::store::{Store, Write};
use crate::view::Saved;
use crate::{BadValue, CaseId, Error, without_marks};

impl Write for LinkSignal {
    fn run(self, store: &mut Store) -> Result<Saved, Error> {
        match store.document_row(self.case.0)? {
            Some(row) if row.kind == Kind::Case => {}
            _ => return Err(Error::NotFound),
        }
        let closed = is_closed(store, self.case)?;
        store.edit(Kind::Signal, self.signal.0, |edit| {
            Ok(edit.set_in(Collection::Links, &id_text(self.case.0), true)?)
        })?;
        // A signal that is newer than the closing has reopened the case by itself.
        let reopened = reopen(store, self.case)? || closed && !is_closed(store, self.case)?;
        Ok(Saved { reopened })
    }
}

impl Write for PickUpSignal {
    fn run(self, store: &mut Store) -> Result<CaseId, Error> {
        let plain = without_marks(&self.name);
        let called = name(&plain)?;
        let case = CaseId(picked_up(self.signal.0));
        if store.document_row(self.signal.0)?.is_none() {
            return Err(Error::NotFound);
        }
        // The case id is derived from the signal, so a signal that was picked up before, also by a
        // colleague, leads to the same case.
        if store.document_row(case.0)?.is_none() {
            store.edit_or_create(Kind::Case, case.0, |edit| {
                Ok(edit.set_case_field(CaseField::Name, called)?)
            })?;
        }
        LinkSignal {
            signal: self.signal,
            case,
        }
        .run(store)?;
        Ok(case)
    }
}

impl Write for RestSignal {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        if self
            .until
            .is_some_and(|day| day <= store.environment.today())
        {
            return Err(Error::Value(BadValue::Day));
        }
        let until = self.until.map(|day| day.to_string()).unwrap_or_default();
        store.edit(Kind::Signal, self.signal.0, |edit| {
            edit.set("resting_until", until)?;
            Ok(edit.set("resting", true)?)
        })
    }
}

impl Write for WakeSignal {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        store.edit(Kind::Signal, self.signal.0, |edit| {
            edit.set("resting_until", "")?;
            Ok(edit.set("resting", false)?)
        })
    }
}

impl Write for SetSignalSource {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let source = at_most(self.source.trim(), MAX_LINE)?;
        store.edit(Kind::Signal, self.signal.0, |edit| {
            Ok(edit.set("source", source)?)
        })
    }
}
