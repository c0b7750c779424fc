//! Logging what happened.

use chrono::TimeDelta;

use super::sentence;
use crate::call::{EditEncounter, KeepPlace, SaveDraft, SaveEncounter};
use crate::document::{Collection, Encounter, Kind, SignalRoot};
use crate::store::Store;
use crate::store::meta::key;
use crate::view::{CaseField, CaseStatus, Place, Who};
use crate::{BadValue, Error};

/// So far ahead of this phone's clock an encounter may be: the clock may have been set right since
/// the sheet was opened.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

impl Store {
    pub(in crate::store) fn save_draft(&mut self, call: SaveDraft) -> Result<(), Error> {
        match call.draft {
            Some(draft) => self.set_meta_json(key::DRAFT, &draft),
            None => self.clear_meta(key::DRAFT),
        }
    }

    pub(in crate::store) fn keep_place(&mut self, call: KeepPlace) -> Result<(), Error> {
        let place = Place {
            path: call.path,
            sheet: call.sheet,
            at: self.environment.now(),
        };
        self.set_meta_json(key::PLACE, &place)
    }

    pub(in crate::store) fn save_encounter(&mut self, call: SaveEncounter) -> Result<(), Error> {
        let text = sentence(&call.text)?;
        let now = self.environment.now();
        let at = call.at.unwrap_or(now);
        if at > now + AHEAD {
            return Err(Error::Value(BadValue::Future));
        }
        let encounter = Encounter {
            at,
            channel: call.channel,
            by: self.me.0,
            text: text.to_owned(),
        };
        match call.who {
            Who::Case(case) => self.edit(Kind::Case, case.0, |edit| {
                // Closed files come to life again by themselves: the person was never written off.
                if edit.str(CaseField::Status.key()) == CaseStatus::Closed.word() {
                    edit.set_case_field(CaseField::Status, CaseStatus::Open.word())?;
                }
                Ok(edit.add_encounter(call.id.0, &encounter)?)
            })?,
            Who::Contact(contact) => self.edit(Kind::Contact, contact.0, |edit| {
                Ok(edit.add_encounter(call.id.0, &encounter)?)
            })?,
            Who::Unknown if self.document_row(call.id.0)?.is_some() => {}
            Who::Unknown => self.edit_or_create(Kind::Signal, call.id.0, |edit| {
                Ok(edit.write_signal(&SignalRoot {
                    at,
                    channel: call.channel,
                    by: encounter.by,
                    source: String::new(),
                    text: encounter.text,
                    resting: false,
                    resting_until: None,
                    links: Vec::new(),
                })?)
            })?,
        }
        self.clear_meta(key::DRAFT)
    }

    pub(in crate::store) fn edit_encounter(&mut self, call: EditEncounter) -> Result<(), Error> {
        let text = sentence(&call.text)?;
        let (kind, document) = match call.who {
            Who::Case(case) => (Kind::Case, case.0),
            Who::Contact(contact) => (Kind::Contact, contact.0),
            Who::Unknown => {
                return self.edit(Kind::Signal, call.id.0, |edit| Ok(edit.set("text", text)?));
            }
        };
        let found = self.edit(kind, document, |edit| {
            let key = crate::document::id_text(call.id.0);
            Ok(edit.set_in_entry(Collection::Encounters, &key, "text", text)?)
        })?;
        if found { Ok(()) } else { Err(Error::NotFound) }
    }
}
