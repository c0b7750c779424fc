//! The team's escalation list and its members' public keys.

use automerge::ScalarValue;
use uuid::Uuid;

use super::read::{flag_at, int_at, moment_at, str_at};
use super::{Collection, Document, DocumentError, Edit, id_text};
use crate::PersonId;
use chrono::{DateTime, Utc};

/// A person to call for escalation. Every field is a separate scalar, so that edits of different
/// fields never conflict.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct CallLine {
    pub(crate) name: String,
    pub(crate) role: String,
    /// As typed, not normalised.
    pub(crate) phone: String,
    /// Sort key, ascending, with gaps for insertion; ties are broken by id.
    pub(crate) rank: i64,
    pub(crate) gone: bool,
}

/// A team member's public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PersonKey {
    /// The public key, in hexadecimal.
    pub(crate) key: String,
    pub(crate) person: PersonId,
    pub(crate) at: DateTime<Utc>,
}

impl Edit<'_, '_> {
    /// Adds a line, or updates the fields of an existing one that differ.
    pub(crate) fn write_call_line(
        &mut self,
        id: Uuid,
        line: &CallLine,
    ) -> Result<(), DocumentError> {
        let key = id_text(id);
        let text = |value: &str| ScalarValue::Str(value.into());
        let fields = [
            ("name", text(&line.name)),
            ("role", text(&line.role)),
            ("phone", text(&line.phone)),
            ("rank", ScalarValue::Int(line.rank)),
            ("gone", ScalarValue::Boolean(line.gone)),
        ];
        self.add_entry(Collection::CallList, &key, fields.clone())?;
        for (field, value) in fields {
            self.set_in_entry(Collection::CallList, &key, field, value)?;
        }
        Ok(())
    }

    /// Changes the rank of a line.
    pub(crate) fn rank_call_line(&mut self, id: Uuid, rank: i64) -> Result<(), DocumentError> {
        self.set_in_entry(Collection::CallList, &id_text(id), "rank", rank)?;
        Ok(())
    }

    /// Records whose key this is. An existing entry for the key is left unchanged.
    pub(crate) fn add_key(&mut self, key: &PersonKey) -> Result<(), DocumentError> {
        self.add_entry(
            Collection::Keys,
            &key.key,
            [
                ("at", ScalarValue::Timestamp(key.at.timestamp_millis())),
                ("person", ScalarValue::Str(id_text(key.person.0).into())),
            ],
        )
    }
}

impl Document {
    /// Returns all lines, including removed ones, in no particular order.
    pub(crate) fn call_list(&self) -> Vec<(Uuid, CallLine)> {
        let reader = self.reader();
        self.ids(Collection::CallList)
            .into_iter()
            .filter_map(|id| {
                let entry = self.entry(Collection::CallList, &id_text(id))?;
                let line = CallLine {
                    name: str_at(reader, &entry, "name"),
                    role: str_at(reader, &entry, "role"),
                    phone: str_at(reader, &entry, "phone"),
                    rank: int_at(reader, &entry, "rank").unwrap_or_default(),
                    gone: flag_at(reader, &entry, "gone"),
                };
                Some((id, line))
            })
            .collect()
    }

    /// Returns all registered public keys.
    pub(crate) fn person_keys(&self) -> Vec<PersonKey> {
        let reader = self.reader();
        self.keys(Collection::Keys)
            .into_iter()
            .filter_map(|key| {
                let entry = self.entry(Collection::Keys, &key)?;
                let person = Uuid::parse_str(&str_at(reader, &entry, "person")).ok()?;
                Some(PersonKey {
                    person: PersonId(person),
                    at: moment_at(reader, &entry, "at").unwrap_or_default(),
                    key,
                })
            })
            .collect()
    }
}
