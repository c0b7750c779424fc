//! What becomes of a signal.

use crate::call::{CreateCase, LinkSignal, PickUpSignal, RestSignal};
use crate::document::{Collection, Kind, id_text};
use crate::store::Store;
use crate::{CaseId, Error};

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
        let case = self.create_case(CreateCase { name: call.name })?;
        self.link_signal(LinkSignal {
            signal: call.signal,
            case,
        })?;
        Ok(case)
    }

    pub(in crate::store) fn rest_signal(&mut self, call: RestSignal) -> Result<(), Error> {
        self.edit(Kind::Signal, call.signal.0, |edit| {
            Ok(edit.set("resting", true)?)
        })
    }
}
