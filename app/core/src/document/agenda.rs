//! What of a case is on the core team's agenda, and what was decided.
//!
//! Each phone that puts a case on the agenda makes an entry of its own, so that nobody's words end up
//! under another's; the open entries of a case are one item. Shape of an entry: `at`, `by`; `status`
//! and `question`, texts; `on`, the moment somebody last wrote in it, or false once it was taken off;
//! `decision`, `decided_by`, `decided_at` and `meeting` (2026-11-27) once something was decided.

use automerge::{ReadDoc, ScalarValue, Value};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::entry::{id, moment, text};
use super::read::str_at;
use super::{Collection, Document, DocumentError, Edit, id_text};
use crate::view::AgendaField;

/// An entry as it reads. Where two phones wrote a text at once, both stand in it, a line each.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AgendaEntry {
    pub(crate) at: DateTime<Utc>,
    pub(crate) by: Uuid,
    pub(crate) status: String,
    pub(crate) question: String,
    /// Taken off. Who wrote in it without knowing that keeps it on.
    pub(crate) off: bool,
    pub(crate) decision: String,
    pub(crate) decided_by: Uuid,
    pub(crate) decided_at: Option<DateTime<Utc>>,
    pub(crate) meeting: Option<NaiveDate>,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Resolution {
    pub(crate) text: String,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) meeting: NaiveDate,
}

impl AgendaField {
    /// The key in documents.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Question => "question",
        }
    }
}

impl Edit<'_, '_> {
    /// Puts the case on the agenda.
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

    /// Writes one of the texts of an entry, which thereby stays on whoever takes it off meanwhile.
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

    /// Writes what was decided on an entry.
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
    /// An entry of the agenda.
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
