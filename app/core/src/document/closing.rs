//! Closings and reopenings of a case. Append-only.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entry::{id, id_text, moment, text};
use super::read::str_at;
use super::{Collection, Document, DocumentError, Edit};
use crate::model::{ClosingWhat, Outcome};

/// A closing or reopening of a case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Closing {
    /// Placed after everything its author knew of the case: a clock that runs behind cannot put a
    /// reopening before its closing.
    pub(crate) at: DateTime<Utc>,
    pub(crate) by: Uuid,
    pub(crate) what: ClosingWhat,
    /// Only for a closing.
    pub(crate) outcome: Option<Outcome>,
    /// The reason; may be empty.
    pub(crate) text: String,
}

impl Edit<'_, '_> {
    /// Adds a closing or reopening.
    pub(crate) fn add_closing(&mut self, key: Uuid, new: &Closing) -> Result<(), DocumentError> {
        let mut fields = vec![
            ("at", moment(new.at)),
            ("by", text(id_text(new.by))),
            ("what", text(new.what.word())),
        ];
        if let Some(outcome) = new.outcome {
            fields.push(("outcome", text(outcome.word())));
        }
        if !new.text.is_empty() {
            fields.push(("text", text(&new.text)));
        }
        self.add_entry(Collection::Closings, &id_text(key), fields)
    }
}

impl Document {
    /// Reads a closing or reopening. Returns `None` for an entry of a newer app that this one does not
    /// understand.
    pub(crate) fn closing(&self, key: &str) -> Option<Closing> {
        let entry = self.entry(Collection::Closings, key)?;
        let reader = self.reader();
        Some(Closing {
            at: self.placed(&entry, "at")?,
            by: id(&str_at(reader, &entry, "by")),
            what: ClosingWhat::from_word(&str_at(reader, &entry, "what"))?,
            outcome: Outcome::from_word(&str_at(reader, &entry, "outcome")),
            text: str_at(reader, &entry, "text"),
        })
    }
}
