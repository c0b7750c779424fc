//! Safety facts, in force and ended.

use rusqlite::Row;

use super::{id, moment};
use crate::store::Store;
use crate::view::{EndedFact, SafetyFact};
use crate::{CaseId, Error, SafetyFactId};

/// SQL: whether a fact is in force for the case whose id is in the given column. It is read from the
/// facts themselves, so no copy of it can fall behind.
macro_rules! danger {
    ($id:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM safety s WHERE s.document = ",
            $id,
            " AND s.ended IS NULL) AS danger"
        )
    };
}
pub(super) use danger;

fn fact(row: &Row<'_>) -> rusqlite::Result<SafetyFact> {
    Ok(SafetyFact {
        id: SafetyFactId(id(row, "id")?),
        text: row.get("text")?,
        by: row.get("by_name")?,
        at: moment(row, "at")?,
    })
}

/// Returns the facts in force, oldest first.
pub(super) fn safety(store: &Store, case: CaseId) -> Result<Vec<SafetyFact>, Error> {
    store.rows(
        "SELECT s.id, s.text, s.at, coalesce(p.name, '') AS by_name FROM safety s
         LEFT JOIN people p ON p.id = s.by
         WHERE s.document = ?1 AND s.ended IS NULL ORDER BY s.at, s.id",
        [case.0.as_bytes()],
        fact,
    )
}

/// Returns ended facts, last ended first.
pub(super) fn safety_ended(store: &Store, case: CaseId) -> Result<Vec<EndedFact>, Error> {
    store.rows(
        "SELECT s.id, s.text, s.at, coalesce(p.name, '') AS by_name, s.ended,
                coalesce(e.name, '') AS ended_name
         FROM safety s LEFT JOIN people p ON p.id = s.by LEFT JOIN people e ON e.id = s.ended_by
         WHERE s.document = ?1 AND s.ended IS NOT NULL ORDER BY s.ended DESC, s.id",
        [case.0.as_bytes()],
        |row| {
            Ok(EndedFact {
                fact: fact(row)?,
                ended: moment(row, "ended")?,
                ended_by: row.get("ended_name")?,
            })
        },
    )
}
