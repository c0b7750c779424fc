//! Relations of a case to other cases and contacts. They are ended, never deleted.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entry::{id, id_text, moment, text};
use super::read::{flag_at, str_at};
use super::{Collection, Document, DocumentError, Edit};
use crate::model::{RelationKind, Who};
use crate::{CaseId, ContactId};

/// A relation to another case or contact.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Relation {
    pub(crate) kind: RelationKind,
    /// A case or contact.
    pub(crate) other: Who,
    pub(crate) note: String,
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) ended: bool,
}

impl Edit<'_, '_> {
    /// Adds a relation to a case or contact.
    pub(crate) fn add_relation(&mut self, key: Uuid, new: &Relation) -> Result<(), DocumentError> {
        let (is, other) = match new.other {
            Who::Case(CaseId(id)) => ("case", id),
            Who::Contact(ContactId(id)) => ("contact", id),
            Who::Unknown | Who::Study(_) => {
                return Err(DocumentError::Shape("a tie to nobody"));
            }
        };
        let mut fields = vec![
            ("at", moment(new.at)),
            ("by", text(id_text(new.by))),
            ("kind", text(new.kind.word())),
            ("is", text(is)),
            ("other", text(id_text(other))),
        ];
        if !new.note.is_empty() {
            fields.push(("note", text(&new.note)));
        }
        self.add_entry(Collection::Relations, &id_text(key), fields)
    }

    /// Ends a relation. Returns whether it exists.
    pub(crate) fn end_relation(&mut self, key: Uuid) -> Result<bool, DocumentError> {
        self.set_in_entry(Collection::Relations, &id_text(key), "off", true)
    }
}

impl Document {
    /// Reads a relation. Returns `None` for an entry of a newer app that this one does not understand.
    pub(crate) fn relation(&self, key: &str) -> Option<Relation> {
        let entry = self.entry(Collection::Relations, key)?;
        let reader = self.reader();
        let other = Uuid::parse_str(&str_at(reader, &entry, "other")).ok()?;
        Some(Relation {
            kind: RelationKind::from_word(&str_at(reader, &entry, "kind"))?,
            other: match str_at(reader, &entry, "is").as_str() {
                "case" => Who::Case(CaseId(other)),
                "contact" => Who::Contact(ContactId(other)),
                _ => return None,
            },
            note: str_at(reader, &entry, "note"),
            by: id(&str_at(reader, &entry, "by")),
            at: self.placed(&entry, "at").unwrap_or_default(),
            ended: flag_at(reader, &entry, "off"),
        })
    }
}
