//! Logging encounters.

use automerge::ScalarValue;
use chrono::{DateTime, TimeDelta, Utc};

use super::closing::reopen;
use super::sentence;
use crate::api::{EditEncounter, SaveEncounter, SaveInterview};
use crate::document::{Encounter, Kind, SignalRoot, id_text};
use crate::model::{EntryRef, InterviewRole, Who};
use crate::store::{Store, Write, drafts};
use crate::view::Saved;
use crate::{BadValue, CaseId, EncounterId, Error, InterviewId};

/// Tolerance for encounters dated ahead of this phone's clock, which may have been corrected since
/// the sheet was opened.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

impl Write for SaveEncounter {
    fn run(self, store: &mut Store) -> Result<Saved, Error> {
        let text = sentence(&self.text)?;
        let at = happened_at(store, self.at)?;
        let encounter = Encounter {
            at,
            said: None,
            channel: self.channel,
            by: store.me.0,
            text: text.to_owned(),
            altered: false,
        };
        let mut saved = Saved::default();
        match self.who {
            Who::Case(case) => {
                if store.is_hidden(case.0)? {
                    store.edit(Kind::Case, case.0, |edit| Ok(edit.bring_back()?))?;
                }
                // An encounter reopens a closed case, unless it is a retry of one that was already
                // saved.
                saved.reopened = !is_logged(store, case, self.id)? && reopen(store, case)?;
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
                Ok(edit.write_signal(&SignalRoot::heard(
                    at,
                    self.channel,
                    encounter.by,
                    encounter.text,
                ))?)
            })?,
        }
        drafts::drop(store, self.id)?;
        Ok(saved)
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
        let at = match self.at {
            Some(at) => Some(happened_at(store, Some(at))?),
            None => None,
        };
        let mut fields: Vec<(&str, ScalarValue)> = vec![("text", text.into())];
        fields.extend(at.map(|at| ("at", ScalarValue::Timestamp(at.timestamp_millis()))));
        fields.extend(
            self.channel
                .map(|channel| ("channel", channel.word().into())),
        );
        let (who, id) = (self.who, self.id);
        let source = store.source_of(EntryRef::Encounter { who, id })?;
        let found = store.edit(source.kind, source.document, |edit| {
            let key = id_text(source.id);
            for (field, value) in fields {
                let there = match source.kind {
                    Kind::Signal => edit.set(field, value).map(|()| true)?,
                    _ => edit.set_in_entry(source.collection, &key, field, value)?,
                };
                if !there {
                    return Ok(false);
                }
            }
            Ok(true)
        })?;
        if found { Ok(()) } else { Err(Error::NotFound) }
    }
}
