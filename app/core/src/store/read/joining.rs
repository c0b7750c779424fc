//! Cases that were joined or removed.

use rusqlite::{OptionalExtension, Row};

use super::{id, moment};
use crate::api::ReadRemovedCases;
use crate::store::{Read, Store};
use crate::view::{OtherCase, Together};
use crate::{CaseId, Error};

/// Whether a case says nothing but a name: no text, and no entry of any kind, here or leading here.
const EMPTY: &str = "
    SELECT number || address || postcode || district || phone || reported_by
           || what_matters || does || donts || background = ''
       AND NOT EXISTS (SELECT 1 FROM encounters WHERE document = ?1)
       AND NOT EXISTS (SELECT 1 FROM entries_gone WHERE document = ?1)
       AND NOT EXISTS (SELECT 1 FROM commitments WHERE document = ?1)
       AND NOT EXISTS (SELECT 1 FROM safety WHERE document = ?1)
       AND NOT EXISTS (SELECT 1 FROM trust WHERE document = ?1)
       AND NOT EXISTS (SELECT 1 FROM decisions WHERE document = ?1)
       AND NOT EXISTS (SELECT 1 FROM expenses WHERE document = ?1)
       AND NOT EXISTS (SELECT 1 FROM parties WHERE document = ?1)
       AND NOT EXISTS (SELECT 1 FROM closings WHERE document = ?1)
       AND NOT EXISTS (SELECT 1 FROM agenda WHERE document = ?1)
       AND NOT EXISTS (SELECT 1 FROM around WHERE case_id = ?1)
       AND NOT EXISTS (SELECT 1 FROM relations WHERE document = ?1)
       AND NOT EXISTS (SELECT 1 FROM relations WHERE other = ?1)
       AND NOT EXISTS (SELECT 1 FROM signal_links WHERE case_id = ?1)
       AND NOT EXISTS (SELECT 1 FROM case_joins WHERE ?1 IN (case_id, into_id))
    FROM cases WHERE id = ?1";

impl Store {
    /// Returns whether nothing was recorded in a case.
    pub(in crate::store) fn is_empty_case(&self, case: CaseId) -> Result<bool, Error> {
        Ok(self
            .connection
            .prepare_cached(EMPTY)?
            .query_row([case.0.as_bytes()], |row| row.get(0))
            .optional()?
            .unwrap_or_default())
    }
}

fn other(row: &Row<'_>) -> rusqlite::Result<(OtherCase, String)> {
    let other = OtherCase {
        case: CaseId(id(row, "id")?),
        name: row.get("name")?,
        by: String::new(),
        at: moment(row, "at")?,
    };
    Ok((other, row.get("actor")?))
}

/// Returns with which cases a case is joined.
pub(super) fn together(store: &Store, case: CaseId) -> Result<Together, Error> {
    let read = |sql: &str| -> Result<Vec<OtherCase>, Error> {
        let found = store.rows(sql, [case.0.as_bytes()], other)?;
        let named = found.into_iter().map(|(other, actor)| {
            let by = store.name_of_actor(&actor)?;
            Ok(OtherCase { by, ..other })
        });
        named.collect()
    };
    let into = read(
        "SELECT o.id, o.name, j.actor, j.at FROM cases c JOIN cases o ON o.id = c.joined
         JOIN case_joins j ON j.case_id = c.id WHERE c.id = ?1",
    )?;
    Ok(Together {
        into: into.into_iter().next(),
        here: read(
            "SELECT c.id, c.name, j.actor, j.at FROM cases c JOIN case_joins j ON j.case_id = c.id
             WHERE c.joined = ?1 ORDER BY j.at, c.id",
        )?,
        empty: store.is_empty_case(case)?,
    })
}

impl Read for ReadRemovedCases {
    fn run(self, store: &mut Store) -> Result<Vec<OtherCase>, Error> {
        store.rows(
            "SELECT w.document AS id, w.name, coalesce(p.name, '') AS by_name, w.removed_at AS at
             FROM withdrawn w JOIN documents d ON d.id = w.document AND d.kind = 1
             LEFT JOIN people p ON p.id = w.removed_by
             WHERE w.removed_at IS NOT NULL ORDER BY w.removed_at DESC, w.document LIMIT 20",
            [],
            |row| {
                Ok(OtherCase {
                    case: CaseId(id(row, "id")?),
                    name: row.get("name")?,
                    by: row.get("by_name")?,
                    at: moment(row, "at")?,
                })
            },
        )
    }
}
