//! Changes to a signal: linking, picking up, resting.

use super::{at_most, name};
use crate::api::{LinkSignal, MAX_LINE, PickUpSignal, RestSignal, SetSignalSource, WakeSignal};
use crate::document::{Collection, Kind, id_text, picked_up};
use crate::store::{Store, Write};
use crate::view::CaseField;
use crate::{BadValue, CaseId, Error, without_marks};

impl Write for LinkSignal {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.link_signal(self)
    }
}

impl Write for PickUpSignal {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.pick_up_signal(self)
    }
}

impl Write for RestSignal {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.rest_signal(self)
    }
}

impl Write for WakeSignal {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.wake_signal(self)
    }
}

impl Write for SetSignalSource {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_signal_source(self)
    }
}

impl Store {
    pub(in crate::store) fn link_signal(&mut self, call: LinkSignal) -> Result<(), Error> {
        match self.document_row(call.case.0)? {
            Some(row) if row.kind == Kind::Case => {}
            _ => return Err(Error::NotFound),
        }
        self.edit(Kind::Signal, call.signal.0, |edit| {
            Ok(edit.set_in(Collection::Links, &id_text(call.case.0), true)?)
        })?;
        self.reopen(call.case)
    }

    pub(in crate::store) fn pick_up_signal(&mut self, call: PickUpSignal) -> Result<CaseId, Error> {
        let plain = without_marks(&call.name);
        let called = name(&plain)?;
        let case = CaseId(picked_up(call.signal.0));
        if self.document_row(call.signal.0)?.is_none() {
            return Err(Error::NotFound);
        }
        // The case id is derived from the signal, so a signal that was picked up before, also by a
        // colleague, leads to the same case.
        if self.document_row(case.0)?.is_none() {
            self.edit_or_create(Kind::Case, case.0, |edit| {
                Ok(edit.set_case_field(CaseField::Name, called)?)
            })?;
        }
        self.link_signal(LinkSignal {
            signal: call.signal,
            case,
        })?;
        Ok(case)
    }

    pub(in crate::store) fn rest_signal(&mut self, call: RestSignal) -> Result<(), Error> {
        if call
            .until
            .is_some_and(|day| day <= self.environment.today())
        {
            return Err(Error::Value(BadValue::Day));
        }
        let until = call.until.map(|day| day.to_string()).unwrap_or_default();
        self.edit(Kind::Signal, call.signal.0, |edit| {
            edit.set("resting_until", until)?;
            Ok(edit.set("resting", true)?)
        })
    }

    pub(in crate::store) fn wake_signal(&mut self, call: WakeSignal) -> Result<(), Error> {
        self.edit(Kind::Signal, call.signal.0, |edit| {
            edit.set("resting_until", "")?;
            Ok(edit.set("resting", false)?)
        })
    }

    pub(in crate::store) fn set_signal_source(
        &mut self,
        call: SetSignalSource,
    ) -> Result<(), Error> {
        let source = at_most(call.source.trim(), MAX_LINE)?;
        self.edit(Kind::Signal, call.signal.0, |edit| {
            Ok(edit.set("source", source)?)
        })
    }
}
