//! Logging encounters.

use chrono::{DateTime, TimeDelta, Utc};

use super::closing::reopen;
use super::sentence;
use crate::api::{EditEncounter, SaveEncounter, SaveInterview};
use crate::document::{Collection, Encounter, Kind, SignalRoot};
use crate::model::{InterviewRole, Who};
use crate::store::meta::key;
use crate::store::{Store, Write};
use crate::{BadValue, CaseId, EncounterId, Error, InterviewId};

/// Tolerance for encounters dated ahead of this phone's clock, which may have been corrected since
/// the sheet was opened.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

impl Write for SaveEncounter {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let text = sentence(&self.text)?;
        let at = happened_at(store, self.at)?;
        let encounter = Encounter {
            at,
            said: None,
            channel: self.channel,
            by: store.me.0,
            text: text.to_owned(),
        };
        match self.who {
            Who::Case(case) => {
                if store.is_hidden(case.0)? {
                    store.edit(Kind::Case, case.0, |edit| Ok(edit.bring_back()?))?;
                }
                // An encounter reopens a closed case, unless it is a retry of one that was already
                // saved.
                if !is_logged(store, case, self.id)? {
                    reopen(store, case)?;
                }
                store.edit(Kind::Case, case.0, |edit| {
                    Ok(edit.add_encounter(self.id.0, &encounter)?)
                })?;
            }
            Who::Contact(contact) => store.edit(Kind::Contact, contact.0, |edit| {
                Ok(edit.add_encounter(self.id.0, &encounter)?)
            })?,
            Who::Study(study) => SaveInterview {
                id: InterviewId(self.id.0),
                study,
                text: encounter.text,
                channel: self.channel,
                role: InterviewRole::default(),
                themes: Vec::new(),
                at: Some(at),
                help: None,
            }
            .run(store)?,
            Who::Unknown if store.document_row(self.id.0)?.is_some() => {}
            Who::Unknown => store.edit_or_create(Kind::Signal, self.id.0, |edit| {
                Ok(edit.write_signal(&SignalRoot {
                    at,
                    said: None,
                    channel: self.channel,
                    by: encounter.by,
                    source: String::new(),
                    text: encounter.text,
                    resting: false,
                    resting_until: None,
                    links: Vec::new(),
                })?)
            })?,
        }
        store.clear_meta(key::DRAFT)
    }
}

/// Returns when something happened: the stated moment, or else now. Rejects moments in the
/// future.
pub(super) fn happened_at(
    store: &Store,
    said: Option<DateTime<Utc>>,
) -> Result<DateTime<Utc>, Error> {
    let said = said.unwrap_or_else(|| store.environment.now());
    let at = store.environment.not_ahead(said, AHEAD);
    at.ok_or(Error::Value(BadValue::Future))
}

fn is_logged(store: &Store, case: CaseId, id: EncounterId) -> Result<bool, Error> {
    Ok(store
        .connection
        .prepare_cached("SELECT 1 FROM encounters WHERE document = ?1 AND id = ?2")?
        .exists([case.0.as_bytes(), id.0.as_bytes()])?)
}

impl Write for EditEncounter {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let text = sentence(&self.text)?;
        let (kind, document, entries) = match self.who {
            Who::Case(case) => (Kind::Case, case.0, Collection::Encounters),
            Who::Contact(contact) => (Kind::Contact, contact.0, Collection::Encounters),
            Who::Study(study) => (Kind::Study, study.0, Collection::Interviews),
            Who::Unknown => {
                return store.edit(Kind::Signal, self.id.0, |edit| Ok(edit.set("text", text)?));
            }
        };
        let found = store.edit(kind, document, |edit| {
            let key = crate::document::id_text(self.id.0);
            Ok(edit.set_in_entry(entries, &key, "text", text)?)
        })?;
        if found { Ok(()) } else { Err(Error::NotFound) }
    }
}
