//! Projects relations between people.

use rusqlite::params;
use uuid::Uuid;

use super::Part;
use crate::api::Change;
use crate::document::{Collection, Document, Kind, Touched};
use crate::model::Who;
use crate::store::Store;
use crate::store::documents::Origin;
use crate::{CaseId, ContactId, Error};

impl Store {
    /// Projects the touched relations, and reports the change to the other side, which shows them too.
    pub(super) fn project_relations(
        &mut self,
        case: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        for (key, entry) in Self::touched_ids(touched, Collection::Relations) {
            let Some(relation) = document.relation(&key) else {
                continue;
            };
            let (kind, other) = match relation.other {
                Who::Case(CaseId(other)) => {
                    self.changes.insert(Change::Case(CaseId(other)));
                    (Kind::Case, other)
                }
                Who::Contact(ContactId(other)) => {
                    self.changes.insert(Change::Contact(ContactId(other)));
                    (Kind::Contact, other)
                }
                Who::Unknown | Who::Study(_) => continue,
            };
            self.connection
                .prepare_cached(
                    "INSERT INTO relations
                       (document, id, kind, other, other_kind, note, at, by, ended, rev)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                     ON CONFLICT (document, id) DO UPDATE SET note = excluded.note, at = excluded.at,
                       ended = excluded.ended, rev = max(rev, excluded.rev)",
                )?
                .execute(params![
                    case.as_bytes(),
                    entry.as_bytes(),
                    relation.kind.word(),
                    other.as_bytes(),
                    kind as u8,
                    relation.note,
                    relation.at.timestamp_millis(),
                    relation.by.as_bytes(),
                    relation.ended,
                    origin.rev(),
                ])?;
            let found_by = match relation.ended {
                true => "",
                false => relation.note.as_str(),
            };
            self.put_case_text(case, "relation", entry, found_by)?;
            self.note_unsent(case, Part::Other, entry, origin)?;
        }
        Ok(())
    }

    /// Reports a change to those related to a case: their pages show whether it has a danger.
    pub(super) fn tell_related(&mut self, case: Uuid) -> Result<(), Error> {
        let related: Vec<(u8, [u8; 16])> = self
            .connection
            .prepare_cached(
                "SELECT other_kind, other FROM relations WHERE document = ?1 AND NOT ended
                 UNION SELECT 1, document FROM relations WHERE other = ?1 AND NOT ended",
            )?
            .query_map([case.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        for (kind, other) in related {
            let other = Uuid::from_bytes(other);
            self.changes.insert(match kind == Kind::Contact as u8 {
                true => Change::Contact(ContactId(other)),
                false => Change::Case(CaseId(other)),
            });
        }
        Ok(())
    }
}
