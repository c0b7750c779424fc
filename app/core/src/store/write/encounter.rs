//! Logging encounters.

use chrono::{DateTime, TimeDelta, Utc};

use super::sentence;
use crate::api::{EditEncounter, SaveEncounter, SaveInterview};
use crate::document::{Collection, Encounter, Kind, SignalRoot};
use crate::store::meta::key;
use crate::store::{Store, Write};
use crate::view::{InterviewRole, Who};
use crate::{BadValue, CaseId, EncounterId, Error, InterviewId};

/// Tolerance for encounters dated ahead of this phone's clock, which may have been corrected since
/// the sheet was opened.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

impl Write for SaveEncounter {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.save_encounter(self)
    }
}

impl Write for EditEncounter {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.edit_encounter(self)
    }
}

impl Store {
    pub(in crate::store) fn save_encounter(&mut self, call: SaveEncounter) -> Result<(), Error> {
        let text = sentence(&call.text)?;
        let at = self.happened_at(call.at)?;
        let encounter = Encounter {
            at,
            said: None,
            channel: call.channel,
            by: self.me.0,
            text: text.to_owned(),
        };
        match call.who {
            Who::Case(case) => {
                if self.is_hidden(case.0)? {
                    self.edit(Kind::Case, case.0, |edit| Ok(edit.bring_back()?))?;
                }
                // An encounter reopens a closed case, unless it is a retry of one that was already
                // saved.
                if !self.is_logged(case, call.id)? {
                    self.reopen(case)?;
                }
                self.edit(Kind::Case, case.0, |edit| {
                    Ok(edit.add_encounter(call.id.0, &encounter)?)
                })?;
            }
            Who::Contact(contact) => self.edit(Kind::Contact, contact.0, |edit| {
                Ok(edit.add_encounter(call.id.0, &encounter)?)
            })?,
            Who::Study(study) => self.save_interview(SaveInterview {
                id: InterviewId(call.id.0),
                study,
                text: encounter.text,
                channel: call.channel,
                role: InterviewRole::default(),
                themes: Vec::new(),
                at: Some(at),
                help: None,
            })?,
            Who::Unknown if self.document_row(call.id.0)?.is_some() => {}
            Who::Unknown => self.edit_or_create(Kind::Signal, call.id.0, |edit| {
                Ok(edit.write_signal(&SignalRoot {
                    at,
                    said: None,
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

    /// Returns when something happened: the stated moment, or else now. Rejects moments in the
    /// future.
    pub(super) fn happened_at(&self, said: Option<DateTime<Utc>>) -> Result<DateTime<Utc>, Error> {
        let said = said.unwrap_or_else(|| self.environment.now());
        let at = self.environment.not_ahead(said, AHEAD);
        at.ok_or(Error::Value(BadValue::Future))
    }

    fn is_logged(&self, case: CaseId, id: EncounterId) -> Result<bool, Error> {
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM encounters WHERE document = ?1 AND id = ?2")?
            .exists([case.0.as_bytes(), id.0.as_bytes()])?)
    }

    pub(in crate::store) fn edit_encounter(&mut self, call: EditEncounter) -> Result<(), Error> {
        let text = sentence(&call.text)?;
        let (kind, document, entries) = match call.who {
            Who::Case(case) => (Kind::Case, case.0, Collection::Encounters),
            Who::Contact(contact) => (Kind::Contact, contact.0, Collection::Encounters),
            Who::Study(study) => (Kind::Study, study.0, Collection::Interviews),
            Who::Unknown => {
                return self.edit(Kind::Signal, call.id.0, |edit| Ok(edit.set("text", text)?));
            }
        };
        let found = self.edit(kind, document, |edit| {
            let key = crate::document::id_text(call.id.0);
            Ok(edit.set_in_entry(entries, &key, "text", text)?)
        })?;
        if found { Ok(()) } else { Err(Error::NotFound) }
    }
}
