//! Closings of a case.

use super::{id, mark, moment};
use crate::model::{ClosingWhat, Outcome};
use crate::store::Store;
use crate::view::ClosingLine;
use crate::{CaseId, Error};

/// Returns closings and reopenings, newest first.
pub(super) fn closings(store: &Store, case: CaseId) -> Result<Vec<ClosingLine>, Error> {
    store.rows(
        "SELECT c.id, c.at, c.what, c.outcome, c.text, c.by_encounter,
                coalesce(p.name, '') AS by_name, c.rev > max(d.acked, 0) AS unsent
         FROM closings c JOIN documents d ON d.id = c.document
         LEFT JOIN people p ON p.id = c.by
         WHERE c.document = ?1 ORDER BY c.at DESC, c.id DESC",
        [case.0.as_bytes()],
        |row| {
            let what: String = row.get("what")?;
            Ok(ClosingLine {
                id: id(row, "id")?,
                at: moment(row, "at")?,
                by: row.get("by_name")?,
                what: ClosingWhat::from_word(&what).unwrap_or(ClosingWhat::Reopened),
                outcome: Outcome::from_word(&row.get::<_, String>("outcome")?),
                text: row.get("text")?,
                by_encounter: row.get("by_encounter")?,
                mark: mark(row)?,
            })
        },
    )
}
