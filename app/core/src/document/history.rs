//! How an entry came to be what it is: every value that was written to one of its fields, with the
//! device and the time. Read from the changes themselves, so that it also holds for what older apps
//! wrote.

use automerge::legacy::{Key, ObjectId, OpType};
use automerge::{ActorId, ObjId, ROOT, ScalarValue};
use chrono::{DateTime, Utc};

use super::read::from_millis;
use super::{Collection, Document};

/// A value that was written to a field of an entry.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Written {
    pub(crate) field: String,
    pub(crate) value: WrittenValue,
    pub(crate) actor: ActorId,
    pub(crate) at: DateTime<Utc>,
}

/// A written value of a kind that entries hold.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum WrittenValue {
    Text(String),
    Flag(bool),
    /// Milliseconds since the Unix epoch.
    Moment(i64),
}

impl Document {
    /// Returns what was written to an entry, oldest first.
    pub(crate) fn entry_history(&self, collection: Collection, key: &str) -> Vec<Written> {
        let entry = self.entry(collection, key);
        entry.map_or_else(Vec::new, |entry| self.history_of(&entry))
    }

    /// Returns what was written to the root, oldest first.
    pub(crate) fn root_history(&self) -> Vec<Written> {
        self.history_of(&ROOT)
    }

    fn history_of(&self, object: &ObjId) -> Vec<Written> {
        let is_it = |of: &ObjectId| match (of, object) {
            (ObjectId::Root, ObjId::Root) => true,
            (ObjectId::Id(id), ObjId::Id(counter, actor, _)) => {
                id.counter() == *counter && id.actor() == actor
            }
            _ => false,
        };
        let mut written = Vec::new();
        for change in self.0.get_changes(&[]) {
            let at = self.moment_of_change(&change.hash());
            for op in change.decode().operations {
                let (Key::Map(field), OpType::Put(value)) = (&op.key, &op.action) else {
                    continue;
                };
                if !is_it(&op.obj) {
                    continue;
                }
                let value = match value {
                    ScalarValue::Str(text) => WrittenValue::Text(text.to_string()),
                    ScalarValue::Boolean(flag) => WrittenValue::Flag(*flag),
                    ScalarValue::Timestamp(at) | ScalarValue::Int(at) => WrittenValue::Moment(*at),
                    _ => continue,
                };
                written.push(Written {
                    field: field.to_string(),
                    value,
                    actor: change.actor_id().clone(),
                    at: at.and_then(from_millis).unwrap_or_default(),
                });
            }
        }
        written.sort_by_key(|written| written.at);
        written
    }
}
