//! Changes to relations between people.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::at_most;
use crate::api::{AddRelation, EndRelation};
use crate::document::{Kind, Relation};
use crate::model::{MAX_LINE, RelationKind, Who};
use crate::store::{Store, Write};
use crate::{CaseId, ContactId, Error, RelationId};

impl Write for AddRelation {
    fn run(self, store: &mut Store) -> Result<RelationId, Error> {
        let note = at_most(self.note.trim(), MAX_LINE)?.to_owned();
        let (kind, other) = match self.other {
            Who::Case(CaseId(other)) if other != self.case.0 => (Kind::Case, other),
            Who::Contact(ContactId(other)) => (Kind::Contact, other),
            _ => return Err(Error::NotFound),
        };
        if store
            .document_row(other)?
            .is_none_or(|row| row.kind != kind)
        {
            return Err(Error::NotFound);
        }
        let same = same_relations(store, self.case.0, other, self.kind)?;
        if let Some((_, known)) = same.first().filter(|_| note.is_empty()) {
            return Ok(RelationId(*known));
        }
        let key = store.new_id();
        let relation = Relation {
            kind: self.kind,
            other: self.other,
            note,
            by: store.me.0,
            at: store.environment.now(),
            ended: false,
        };
        store.edit(Kind::Case, self.case.0, |edit| {
            Ok(edit.add_relation(key, &relation)?)
        })?;
        Ok(RelationId(key))
    }
}

impl Write for EndRelation {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let found: Option<(String, [u8; 16])> = store
            .connection
            .prepare_cached("SELECT kind, other FROM relations WHERE document = ?1 AND id = ?2")?
            .query_row(params![self.of.0.as_bytes(), self.id.0.as_bytes()], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let (word, other) = found.ok_or(Error::NotFound)?;
        let kind = RelationKind::from_word(&word).ok_or(Error::NotFound)?;
        for (document, id) in same_relations(store, self.of.0, Uuid::from_bytes(other), kind)? {
            store.edit(Kind::Case, document, |edit| Ok(edit.end_relation(id)?))?;
        }
        Ok(())
    }
}

/// Returns all current relations of this kind between the two, recorded from either side, as
/// document and relation id.
fn same_relations(
    store: &Store,
    one: Uuid,
    other: Uuid,
    kind: RelationKind,
) -> Result<Vec<(Uuid, Uuid)>, Error> {
    let mut statement = store.connection.prepare_cached(
        "SELECT document, id FROM relations WHERE NOT ended
           AND (document = ?1 AND other = ?2 AND kind = ?3
                OR document = ?2 AND other = ?1 AND kind = ?4)",
    )?;
    let rows = statement.query_map(
        params![
            one.as_bytes(),
            other.as_bytes(),
            kind.word(),
            kind.inverse().word()
        ],
        |row| {
            let ids: ([u8; 16], [u8; 16]) = (row.get(0)?, row.get(1)?);
            Ok((Uuid::from_bytes(ids.0), Uuid::from_bytes(ids.1)))
        },
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}
