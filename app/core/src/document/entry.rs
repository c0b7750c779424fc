//! The entries of the maps, keyed by id.

use automerge::{ReadDoc, ScalarValue, ScalarValueRef, ValueRef};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

use super::fate::is_mark;
use super::order::wrongly;
use super::read::{all_flags, any_flag_at, from_millis, str_at};
use super::{Collection, Document, DocumentError, Edit};
use crate::model::{Channel, TrustStep};

/// Something that happened: a visit, a call, a meeting.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Encounter {
    pub(crate) at: DateTime<Utc>,
    /// The clock time recorded by the phone, if that was wrong; `at` is then the corrected time.
    pub(crate) said: Option<DateTime<Utc>>,
    pub(crate) channel: Channel,
    pub(crate) by: Uuid,
    pub(crate) text: String,
    /// It has marks of a move or withdrawal: [`Document::fate`] tells.
    pub(crate) altered: bool,
}

/// A promise.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Commitment {
    pub(crate) text: String,
    pub(crate) who: String,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) time: Option<NaiveTime>,
    pub(crate) by: Uuid,
    pub(crate) made: DateTime<Utc>,
    pub(crate) done: bool,
}

/// A safety fact. It can be ended but is never changed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Safety {
    pub(crate) text: String,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) ended: Option<DateTime<Utc>>,
    /// Who ended it. Older apps did not record this.
    pub(crate) ended_by: Option<Uuid>,
}

/// A trust step that was set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Trust {
    pub(crate) step: TrustStep,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
}

/// Formats an id as in documents: 32 hexadecimal digits, without hyphens.
pub(crate) fn id_text(id: Uuid) -> String {
    id.simple().to_string()
}

pub(super) fn id(text: &str) -> Uuid {
    Uuid::parse_str(text).unwrap_or_default()
}

pub(super) fn text(value: impl AsRef<str>) -> ScalarValue {
    ScalarValue::Str(value.as_ref().into())
}

fn moment_of(value: &ScalarValueRef<'_>) -> Option<DateTime<Utc>> {
    let millis = match value {
        ScalarValueRef::Int(at) | ScalarValueRef::Timestamp(at) => *at,
        ScalarValueRef::Uint(at) => i64::try_from(*at).ok()?,
        _ => return None,
    };
    from_millis(millis)
}

pub(super) fn moment(at: DateTime<Utc>) -> ScalarValue {
    ScalarValue::Timestamp(at.timestamp_millis())
}

impl Edit<'_, '_> {
    /// Adds an encounter.
    pub(crate) fn add_encounter(
        &mut self,
        key: Uuid,
        new: &Encounter,
    ) -> Result<(), DocumentError> {
        self.add_entry(
            Collection::Encounters,
            &id_text(key),
            [
                ("at", moment(new.at)),
                ("by", text(id_text(new.by))),
                ("channel", text(new.channel.word())),
                ("text", text(&new.text)),
            ],
        )
    }

    /// Adds a promise.
    pub(crate) fn add_commitment(
        &mut self,
        key: Uuid,
        new: &Commitment,
    ) -> Result<(), DocumentError> {
        let mut fields = vec![
            ("by", text(id_text(new.by))),
            ("made", moment(new.made)),
            ("text", text(&new.text)),
        ];
        if !new.who.is_empty() {
            fields.push(("who", text(&new.who)));
        }
        if let Some(due) = new.due {
            fields.push(("due", text(due.to_string())));
        }
        if let Some(time) = new.time {
            fields.push(("time", text(time.format("%H:%M").to_string())));
        }
        if new.done {
            fields.push(("done", ScalarValue::Boolean(true)));
        }
        self.add_entry(Collection::Commitments, &id_text(key), fields)
    }

    /// Updates the fields of a promise that differ. Returns whether the promise exists.
    pub(crate) fn edit_commitment(
        &mut self,
        key: Uuid,
        words: &str,
        who: &str,
        due: Option<NaiveDate>,
        time: Option<NaiveTime>,
    ) -> Result<bool, DocumentError> {
        let due = due.map(|day| day.to_string()).unwrap_or_default();
        let time = time.map(|time| time.format("%H:%M").to_string());
        let time = time.unwrap_or_default();
        let fields: [(&str, &str); 4] = [
            ("text", words),
            ("who", who),
            ("due", &due),
            ("time", &time),
        ];
        for (field, value) in fields {
            if !self.set_in_entry(Collection::Commitments, &id_text(key), field, value)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Adds a safety fact.
    pub(crate) fn add_safety(&mut self, key: Uuid, new: &Safety) -> Result<(), DocumentError> {
        self.add_entry(
            Collection::Safety,
            &id_text(key),
            [
                ("at", moment(new.at)),
                ("by", text(id_text(new.by))),
                ("text", text(&new.text)),
            ],
        )
    }

    /// Adds a trust step.
    pub(crate) fn add_trust(&mut self, key: Uuid, new: &Trust) -> Result<(), DocumentError> {
        self.add_entry(
            Collection::Trust,
            &id_text(key),
            [
                ("at", moment(new.at)),
                ("by", text(id_text(new.by))),
                ("step", text(new.step.word())),
            ],
        )
    }
}

impl Document {
    /// Reads an encounter. Concurrent texts are joined.
    pub(crate) fn encounter(&self, key: &str) -> Option<Encounter> {
        let entry = self.entry(Collection::Encounters, key)?;
        let mut encounter = Encounter {
            at: DateTime::default(),
            said: None,
            channel: Channel::from_word(""),
            by: Uuid::nil(),
            text: String::new(),
            altered: false,
        };
        // One pass over the fields instead of a lookup per field: most of what a new phone reads is
        // encounters.
        for field in self.reader().map_range(&entry, ..) {
            match (field.key.as_ref(), &field.value) {
                ("text", _) if field.conflict => {
                    encounter.text = self.all_str(&entry, "text").join("\n———\n");
                }
                ("text", ValueRef::Scalar(ScalarValueRef::Str(text))) => {
                    encounter.text = text.to_string();
                }
                ("channel", ValueRef::Scalar(ScalarValueRef::Str(word))) => {
                    encounter.channel = Channel::from_word(word);
                }
                ("by", ValueRef::Scalar(ScalarValueRef::Str(by))) => encounter.by = id(by),
                ("at", ValueRef::Scalar(at)) => {
                    let said = moment_of(at).unwrap_or_default();
                    // The change that wrote the time, which may be a later one.
                    encounter.at = self.place(&field.id(), said);
                    encounter.said = wrongly(said, encounter.at);
                }
                (field, _) => encounter.altered |= is_mark(field),
            }
        }
        Some(encounter)
    }

    /// Reads a promise.
    pub(crate) fn commitment(&self, key: &str) -> Option<Commitment> {
        let entry = self.entry(Collection::Commitments, key)?;
        let reader = self.reader();
        let (due, time) = self.due(&entry);
        Some(Commitment {
            // Concurrent texts are joined.
            text: self.all_str(&entry, "text").join(" / "),
            who: str_at(reader, &entry, "who"),
            due,
            time,
            by: id(&str_at(reader, &entry, "by")),
            made: self.placed(&entry, "made").unwrap_or_default(),
            // In a conflict the promise stays open: showing it once too often is safer than losing it.
            done: all_flags(reader, &entry, "done"),
        })
    }

    /// Reads a safety fact.
    pub(crate) fn safety(&self, key: &str) -> Option<Safety> {
        let entry = self.entry(Collection::Safety, key)?;
        let reader = self.reader();
        Some(Safety {
            text: str_at(reader, &entry, "text"),
            by: id(&str_at(reader, &entry, "by")),
            at: self.placed(&entry, "at").unwrap_or_default(),
            ended: self.placed(&entry, "ended"),
            ended_by: Uuid::parse_str(&str_at(reader, &entry, "ended_by")).ok(),
        })
    }

    /// Reads a trust step; none if it was a slip that another replaced.
    pub(crate) fn trust(&self, key: &str) -> Option<Trust> {
        let entry = self.entry(Collection::Trust, key)?;
        let reader = self.reader();
        if any_flag_at(reader, &entry, super::fate::GONE) {
            return None;
        }
        Some(Trust {
            step: TrustStep::from_word(&str_at(reader, &entry, "step")),
            by: id(&str_at(reader, &entry, "by")),
            at: self.placed(&entry, "at").unwrap_or_default(),
        })
    }
}
