//! What became of an entry after it was written: moved to somebody else, or withdrawn.
//!
//! The entry stays where it was written, and marks in it say where it is shown. Each mark is a scalar
//! of its own, so that a move, a withdrawal and an edit on different phones merge without a conflict:
//! an edit goes along with a move, and what is withdrawn stays withdrawn with the edit in it.

use automerge::{ActorId, ObjId, ROOT, ReadDoc, ScalarValue};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entry::{id_text, moment};
use super::read::{any_flag_at, str_at};
use super::{Collection, Document, DocumentError, Edit};
use crate::model::Who;
use crate::{CaseId, ContactId};

pub(super) const GONE: &str = "gone";
const GONE_AT: &str = "gone_at";
const GONE_BY: &str = "gone_by";
const GONE_WHY: &str = "gone_why";
const MOVED_TO: &str = "moved_to";

/// A withdrawal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Withdrawal {
    pub(crate) by: Uuid,
    pub(crate) at: DateTime<Utc>,
    /// The reason; may be empty.
    pub(crate) why: String,
}

/// A move to another person.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Moved {
    pub(crate) to: Who,
    /// The device that moved it.
    pub(crate) actor: ActorId,
    pub(crate) at: DateTime<Utc>,
}

/// What became of an entry.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Fate {
    pub(crate) withdrawn: Option<Withdrawal>,
    /// The concurrent moves; the first counts, the same on every phone.
    pub(crate) moved: Vec<Moved>,
}

/// Returns whether a field of an entry is a mark of its fate.
pub(super) fn is_mark(field: &str) -> bool {
    field == GONE || field == MOVED_TO
}

pub(super) fn who_word(who: Who) -> String {
    match who {
        Who::Case(case) => format!("case:{}", id_text(case.0)),
        Who::Contact(contact) => format!("contact:{}", id_text(contact.0)),
        Who::Study(_) | Who::Unknown => String::new(),
    }
}

/// Reads to whom an entry was moved. A word of a newer app is no move that this app can follow.
pub(crate) fn moved_to(word: &str) -> Option<Who> {
    let (kind, id) = word.split_once(':')?;
    let id = Uuid::parse_str(id).ok()?;
    match kind {
        "case" => Some(Who::Case(CaseId(id))),
        "contact" => Some(Who::Contact(ContactId(id))),
        _ => None,
    }
}

fn marks(new: &Withdrawal) -> [(&'static str, ScalarValue); 4] {
    [
        (GONE, true.into()),
        (GONE_AT, moment(new.at)),
        (GONE_BY, id_text(new.by).as_str().into()),
        (GONE_WHY, new.why.as_str().into()),
    ]
}

impl Edit<'_, '_> {
    /// Withdraws an entry. Returns whether it exists.
    pub(crate) fn withdraw_entry(
        &mut self,
        collection: Collection,
        key: &str,
        new: &Withdrawal,
    ) -> Result<bool, DocumentError> {
        for (field, value) in marks(new) {
            if !self.set_in_entry(collection, key, field, value)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Marks an entry as a slip, which another one replaced at once.
    pub(crate) fn drop_slip(
        &mut self,
        collection: Collection,
        key: &str,
    ) -> Result<(), DocumentError> {
        self.set_in_entry(collection, key, GONE, true).map(drop)
    }

    /// Brings a withdrawn entry back. Returns whether the entry exists.
    pub(crate) fn restore_entry(
        &mut self,
        collection: Collection,
        key: &str,
    ) -> Result<bool, DocumentError> {
        self.set_in_entry(collection, key, GONE, false)
    }

    /// Moves an entry to a case or contact. Returns whether it exists.
    pub(crate) fn move_entry(
        &mut self,
        collection: Collection,
        key: &str,
        to: Who,
    ) -> Result<bool, DocumentError> {
        self.set_in_entry(collection, key, MOVED_TO, who_word(to).as_str())
    }

    /// Withdraws a signal.
    pub(crate) fn withdraw_signal(&mut self, new: &Withdrawal) -> Result<(), DocumentError> {
        marks(new)
            .into_iter()
            .try_for_each(|(field, value)| self.set(field, value))
    }

    /// Brings a withdrawn signal back.
    pub(crate) fn restore_signal(&mut self) -> Result<(), DocumentError> {
        self.set(GONE, false)
    }
}

impl Document {
    /// Returns the device that wrote an entry.
    pub(crate) fn entry_actor(&self, collection: Collection, key: &str) -> Option<ActorId> {
        match self.entry(collection, key)? {
            ObjId::Id(_, actor, _) => Some(actor),
            ObjId::Root => None,
        }
    }

    /// Reads what became of an entry.
    pub(crate) fn fate(&self, collection: Collection, key: &str) -> Fate {
        let entry = self.entry(collection, key);
        entry.map_or_else(Fate::default, |entry| self.fate_at(&entry))
    }

    /// Reads what became of a signal. It is never moved: it is linked.
    pub(crate) fn signal_fate(&self) -> Fate {
        self.fate_at(&ROOT)
    }

    fn fate_at(&self, object: &ObjId) -> Fate {
        let reader = self.reader();
        // Withdrawn by one and brought back by another at the same time: it stays withdrawn, because
        // it may stand under the wrong person.
        let withdrawn = any_flag_at(reader, object, GONE).then(|| Withdrawal {
            by: Uuid::parse_str(&str_at(reader, object, GONE_BY)).unwrap_or_default(),
            at: self.placed(object, GONE_AT).unwrap_or_default(),
            why: self.all_str(object, GONE_WHY).join(" / "),
        });
        let moved = match reader.get(object, MOVED_TO) {
            Ok(Some(_)) => self.values_at(object, MOVED_TO),
            _ => Vec::new(),
        };
        let moved = moved.into_iter().filter_map(|value| {
            Some(Moved {
                to: moved_to(&value.value)?,
                actor: value.actor,
                at: value.at,
            })
        });
        Fate {
            withdrawn,
            moved: moved.collect(),
        }
    }
}
