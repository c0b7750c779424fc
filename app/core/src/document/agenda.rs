//! The entries of a case on the core team's agenda, with what was decided.
//!
//! Each phone that puts a case on the agenda adds its own entry, so that texts of different authors
//! never merge; the open entries of a case together form one agenda item. Fields of an entry: `at`,
//! `by`; `status` and `question`, both strings; `on`, the time of the last edit, or false once the
//! entry was taken off; `decision`, `decided_by`, `decided_at` and `meeting` (2026-11-27) once
//! something was decided.

use automerge::{ReadDoc, ScalarValue, Value};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::entry::{id, moment, text};
use super::read::str_at;
use super::{Collection, Document, DocumentError, Edit, id_text};
use crate::model::{AgendaField, words};

/// An agenda entry. Concurrent values of a text are joined, one per line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AgendaEntry {
    pub(crate) at: DateTime<Utc>,
    pub(crate) by: Uuid,
    pub(crate) status: String,
    pub(crate) question: String,
    /// Taken off the agenda. A concurrent edit keeps the entry on it.
    pub(crate) off: bool,
    pub(crate) decision: String,
    pub(crate) decided_by: Uuid,
    pub(crate) decided_at: Option<DateTime<Utc>>,
    pub(crate) meeting: Option<NaiveDate>,
}

/// The outcome of an agenda item.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Resolution {
    pub(crate) text: String,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) meeting: NaiveDate,
}

words!(AgendaField -> pub(crate) key {
    Status = "status",
    Question = "question",
});

impl Edit<'_, '_> {
    /// Adds an entry that puts the case on the agenda.
    pub(crate) fn add_to_agenda(
        &mut self,
        key: Uuid,
        by: Uuid,
        at: DateTime<Utc>,
    ) -> Result<(), DocumentError> {
        self.add_entry(
            Collection::Agenda,
            &id_text(key),
            [("at", moment(at)), ("by", text(id_text(by)))],
        )
    }

    /// Takes an entry off the agenda.
    pub(crate) fn take_off_agenda(&mut self, key: Uuid) -> Result<(), DocumentError> {
        self.set_in_entry(Collection::Agenda, &id_text(key), "on", false)?;
        Ok(())
    }

    /// Writes a text of an entry. Setting `on` as well keeps the entry on the agenda if another phone
    /// takes it off concurrently.
    pub(crate) fn write_agenda(
        &mut self,
        key: Uuid,
        field: AgendaField,
        value: &str,
        at: DateTime<Utc>,
    ) -> Result<(), DocumentError> {
        let key = id_text(key);
        self.set_in_entry(Collection::Agenda, &key, field.key(), value)?;
        self.set_in_entry(Collection::Agenda, &key, "on", moment(at))?;
        Ok(())
    }

    /// Records the outcome on an entry.
    pub(crate) fn decide_agenda(
        &mut self,
        key: Uuid,
        outcome: &Resolution,
    ) -> Result<(), DocumentError> {
        let key = id_text(key);
        for (field, value) in [
            ("decision", text(&outcome.text)),
            ("decided_by", text(id_text(outcome.by))),
            ("decided_at", moment(outcome.at)),
            ("meeting", text(outcome.meeting.to_string())),
        ] {
            self.set_in_entry(Collection::Agenda, &key, field, value)?;
        }
        Ok(())
    }
}

impl Document {
    /// Reads an agenda entry.
    pub(crate) fn agenda_entry(&self, key: &str) -> Option<AgendaEntry> {
        let entry = self.entry(Collection::Agenda, key)?;
        let reader = self.reader();
        let on = reader.get_all(&entry, "on").unwrap_or_default();
        let off = |value: &Value<'_>| matches!(value, Value::Scalar(value) if **value == ScalarValue::Boolean(false));
        let lines = |field| self.all_str(&entry, field).join("\n").trim().to_owned();
        Some(AgendaEntry {
            at: self.placed(&entry, "at").unwrap_or_default(),
            by: id(&str_at(reader, &entry, "by")),
            status: lines(AgendaField::Status.key()),
            question: lines(AgendaField::Question.key()),
            off: !on.is_empty() && on.iter().all(|(value, _)| off(value)),
            decision: lines("decision"),
            decided_by: id(&str_at(reader, &entry, "decided_by")),
            decided_at: self.placed(&entry, "decided_at"),
            meeting: str_at(reader, &entry, "meeting").parse().ok(),
        })
    }
}
