//! Reads of documents. A missing value, or one of another type, reads as empty: a newer app or a
//! damaged peer may have written it. It is kept but not shown.

use std::collections::HashSet;

use automerge::{ActorId, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value, ValueRef};
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

use super::{Collection, Document};

/// One of several concurrent values of a field, with the device that set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RawClash {
    /// The value.
    pub(crate) value: String,
    /// The device that set it.
    pub(crate) actor: ActorId,
    /// When it was set.
    pub(crate) at: DateTime<Utc>,
}

pub(super) fn scalar_at(reader: &impl ReadDoc, object: &ObjId, key: &str) -> Option<ScalarValue> {
    match reader.get(object, key) {
        Ok(Some((Value::Scalar(scalar), _))) => Some(scalar.into_owned()),
        _ => None,
    }
}

pub(super) fn str_at(reader: &impl ReadDoc, object: &ObjId, key: &str) -> String {
    match scalar_at(reader, object, key) {
        Some(ScalarValue::Str(text)) => text.to_string(),
        _ => String::new(),
    }
}

pub(super) fn int_at(reader: &impl ReadDoc, object: &ObjId, key: &str) -> Option<i64> {
    int_of(&scalar_at(reader, object, key)?)
}

pub(super) fn moment_at(reader: &impl ReadDoc, object: &ObjId, key: &str) -> Option<DateTime<Utc>> {
    from_millis(int_at(reader, object, key)?)
}

/// Returns the time a value holds, if it is an integer or timestamp in milliseconds.
pub(super) fn moment_of(value: &Value<'_>) -> Option<DateTime<Utc>> {
    match value {
        Value::Scalar(scalar) => from_millis(int_of(scalar)?),
        Value::Object(_) => None,
    }
}

fn int_of(value: &ScalarValue) -> Option<i64> {
    match value {
        ScalarValue::Int(n) | ScalarValue::Timestamp(n) => Some(*n),
        ScalarValue::Uint(n) => i64::try_from(*n).ok(),
        _ => None,
    }
}

/// Converts milliseconds since the Unix epoch. Times outside the years 1900 to 9998, from a wrong
/// clock or a faulty app, are rejected because date arithmetic on them would overflow.
pub(super) fn from_millis(millis: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(millis).filter(|at| (1900..9999).contains(&at.year()))
}

pub(super) fn flag_at(reader: &impl ReadDoc, object: &ObjId, key: &str) -> bool {
    matches!(
        scalar_at(reader, object, key),
        Some(ScalarValue::Boolean(true))
    )
}

/// Returns whether any of the concurrent values of a flag is true.
pub(super) fn any_flag_at(reader: &impl ReadDoc, object: &ObjId, key: &str) -> bool {
    let up = Value::Scalar(std::borrow::Cow::Owned(ScalarValue::Boolean(true)));
    let all = reader.get_all(object, key).unwrap_or_default();
    all.iter().any(|(value, _)| *value == up)
}

/// Returns whether a flag is set and all its concurrent values are true.
pub(super) fn all_flags(reader: &impl ReadDoc, object: &ObjId, key: &str) -> bool {
    let values = reader.get_all(object, key).unwrap_or_default();
    !values.is_empty()
        && values.iter().all(|(value, _)| {
            matches!(value, Value::Scalar(scalar) if scalar.as_ref() == &ScalarValue::Boolean(true))
        })
}

impl Document {
    /// Returns the flags in a map at the root. A flag in conflict is set if any of its values is.
    pub(super) fn flags(&self, collection: Collection) -> Vec<(String, bool)> {
        let Some(map) = self.map(collection) else {
            return Vec::new();
        };
        let keys = self.0.keys(&map);
        keys.map(|key| {
            let up = any_flag_at(&self.0, &map, &key);
            (key, up)
        })
        .collect()
    }

    /// Returns a scalar string at the root, or an empty one.
    pub(crate) fn str(&self, field: &str) -> String {
        str_at(&self.0, &ROOT, field)
    }

    /// Returns a root flag that protects someone: in a conflict, set if any of its values is.
    pub(crate) fn any_flag(&self, field: &str) -> bool {
        any_flag_at(&self.0, &ROOT, field)
    }

    /// Returns the distinct values of a root field, the shown one first; empty unless there are at
    /// least two.
    pub(crate) fn clash(&self, field: &str) -> Vec<RawClash> {
        let mut values = self.values_at(&ROOT, field);
        if values.len() < 2 {
            values.clear();
        }
        values
    }

    /// Returns the distinct values of an object's field, the shown one first.
    pub(super) fn values_at(&self, object: &ObjId, field: &str) -> Vec<RawClash> {
        let Ok(mut all) = self.0.get_all(object, field) else {
            return Vec::new();
        };
        // Automerge returns the winner last.
        all.reverse();
        let mut values: Vec<RawClash> = Vec::new();
        for (value, op) in all {
            let Value::Scalar(scalar) = value else {
                continue;
            };
            let ScalarValue::Str(text) = scalar.as_ref() else {
                continue;
            };
            if values.iter().any(|known| known.value == text.as_str()) {
                continue;
            }
            let Some(meta) = self
                .0
                .hash_for_opid(&op)
                .and_then(|hash| self.0.get_change_by_hash(&hash))
            else {
                continue;
            };
            values.push(RawClash {
                value: text.to_string(),
                actor: meta.actor_id().clone(),
                at: self.made_at(&op).unwrap_or_default(),
            });
        }
        values
    }

    /// Returns the device that last wrote a field of the root or of an entry; none if an import did,
    /// which is nobody's in particular.
    pub(crate) fn writer(&self, entry: Option<(Collection, &str)>, field: &str) -> Option<ActorId> {
        let object = match entry {
            Some((collection, key)) => self.entry(collection, key)?,
            None => ROOT,
        };
        match self.0.get(&object, field) {
            Ok(Some((_, op))) if self.is_dated(&op) => match op {
                ObjId::Id(_, actor, _) => Some(actor),
                ObjId::Root => None,
            },
            _ => None,
        }
    }

    /// Returns the maps at the root that exist, in one pass.
    pub(super) fn maps(&self) -> impl Iterator<Item = (Collection, ObjId)> {
        self.0.map_range(ROOT, ..).filter_map(|field| {
            let collection = Collection::from_key(&field.key)?;
            let is_map = matches!(field.value, ValueRef::Object(ObjType::Map));
            is_map.then(|| (collection, field.id()))
        })
    }

    /// Returns the root fields with concurrent values, in one pass.
    pub(super) fn unsettled(&self) -> HashSet<String> {
        let fields = self.0.map_range(ROOT, ..).filter(|field| field.conflict);
        fields.map(|field| field.key.into_owned()).collect()
    }

    /// Returns the keys of a map at the root.
    pub(crate) fn keys(&self, collection: Collection) -> Vec<String> {
        match self.map(collection) {
            Some(map) => self.0.keys(&map).collect(),
            None => Vec::new(),
        }
    }

    /// Returns the keys of a map at the root that are ids.
    pub(crate) fn ids(&self, collection: Collection) -> Vec<Uuid> {
        let keys = self.keys(collection);
        keys.iter()
            .filter_map(|k| Uuid::parse_str(k).ok())
            .collect()
    }

    /// Returns the keys of a flag map whose flag is set in any of its concurrent values.
    pub(crate) fn flags_up(&self, collection: Collection) -> Vec<String> {
        let Some(map) = self.map(collection) else {
            return Vec::new();
        };
        let mut keys = self.keys(collection);
        keys.retain(|key| any_flag_at(&self.0, &map, key));
        keys
    }

    pub(super) fn map(&self, collection: Collection) -> Option<ObjId> {
        match self.0.get(ROOT, collection.key()) {
            Ok(Some((Value::Object(ObjType::Map), map))) => Some(map),
            _ => None,
        }
    }

    pub(super) fn entry(&self, collection: Collection, key: &str) -> Option<ObjId> {
        match self.0.get(self.map(collection)?, key) {
            Ok(Some((Value::Object(ObjType::Map), entry))) => Some(entry),
            _ => None,
        }
    }

    /// Returns the distinct string values of a field, the shown one first.
    pub(super) fn all_str(&self, entry: &ObjId, field: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for (value, _) in self
            .0
            .get_all(entry, field)
            .unwrap_or_default()
            .iter()
            .rev()
        {
            if let Value::Scalar(scalar) = value
                && let ScalarValue::Str(text) = scalar.as_ref()
                && !texts.iter().any(|known| known == text.as_str())
            {
                texts.push(text.to_string());
            }
        }
        texts
    }

    /// Returns the due day and time of a promise. Of concurrent days the earliest counts, with the
    /// time set by the same device: being early is better than being late.
    pub(super) fn due(&self, entry: &ObjId) -> (Option<NaiveDate>, Option<NaiveTime>) {
        let reader = &self.0;
        // A malformed day or time counts as none: the promise itself is still shown.
        let time_of = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
        if self.all_str(entry, "due").len() < 2 {
            let due = str_at(reader, entry, "due").parse().ok();
            return (due, time_of(&str_at(reader, entry, "time")));
        }
        let days = self.values_at(entry, "due").into_iter();
        let parsed = days.filter_map(|day| Some((day.value.parse().ok()?, day.actor)));
        let Some((due, actor)) = parsed.min() else {
            return (None, None);
        };
        let times = self.values_at(entry, "time");
        let own = times.iter().find(|time| time.actor == actor);
        let time = own.or(times.first()).and_then(|time| time_of(&time.value));
        (Some(due), time)
    }

    pub(super) fn reader(&self) -> &impl ReadDoc {
        &self.0
    }
}
