//! Texts by which a case is found, beyond its own columns.
//!
//! A part of the practice that keeps texts in a case gives them here while it projects an entry:
//!
//! ```text
//! self.put_case_text(case, "decision", entry, &format!("{}\n{}", decision.goal, decision.why))?;
//! ```
//!
//! That is all: the case is found by these words, and its hit shows the text they stand in. Nothing
//! is to be read back or indexed by hand; the search row is written once, when the document is done.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::Error;
use crate::store::Store;
use crate::view::{CaseField, Clash};

impl Store {
    /// Keeps the text of one entry (`id`) of a part of the practice (`part`, one word) for search, or
    /// drops it when it is empty. Several fields go into one text, a line each. May be called before
    /// the case itself is known.
    pub(in crate::store) fn put_case_text(
        &self,
        case: Uuid,
        part: &str,
        id: Uuid,
        text: &str,
    ) -> Result<(), Error> {
        let key = params![case.as_bytes(), part, id.as_bytes(), text.trim()];
        let changed = if text.trim().is_empty() {
            self.connection
                .prepare_cached(
                    "DELETE FROM case_texts WHERE case_id = ?1 AND part = ?2 AND id = ?3 AND ?4 = ''",
                )?
                .execute(key)?
        } else {
            self.connection
                .prepare_cached(
                    "INSERT INTO case_texts (case_id, part, id, text) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (case_id, part, id) DO UPDATE SET text = excluded.text
                       WHERE text != excluded.text",
                )?
                .execute(key)?
        };
        if changed > 0 {
            self.index_case_later(case)?;
        }
        Ok(())
    }

    /// The case's search row is written anew at the end of this projection.
    pub(super) fn index_case_later(&self, case: Uuid) -> Result<(), Error> {
        self.connection
            .prepare_cached("INSERT OR IGNORE INTO cases_to_index (case_id) VALUES (?1)")?
            .execute([case.as_bytes()])?;
        Ok(())
    }

    /// Writes the search rows that are behind. A case that is not here yet gets its own when it comes.
    pub(in crate::store) fn index_late_cases(&self) -> Result<(), Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT case_id FROM cases_to_index")?;
        let late: Vec<[u8; 16]> = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        if late.is_empty() {
            return Ok(());
        }
        for case in late {
            self.index_whole_case(case)?;
        }
        self.connection
            .prepare_cached("DELETE FROM cases_to_index")?
            .execute([])?;
        Ok(())
    }

    pub(super) fn index_whole_case(&self, case: [u8; 16]) -> Result<(), Error> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT key, name, clashes, number, concat_ws(char(10), number, address, postcode, district,
                   phone, what_matters, does, donts, background, reported_by, problems,
                   (SELECT group_concat(text, char(10)) FROM case_texts WHERE case_id = ?1)) AS rest,
                   (SELECT group_concat(concat_ws(' ', c.name, a.note), char(10))
                    FROM around a LEFT JOIN contacts c ON c.id = a.contact
                    WHERE a.case_id = ?1) AS near
                 FROM cases WHERE id = ?1",
            )?
            .query_row([case], |row| {
                Ok((
                    row.get(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, String>(2)?,
                    row.get::<_, String>(3)?,
                    row.get::<_, String>(4)?,
                    row.get::<_, Option<String>>(5)?,
                ))
            })
            .optional()?;
        let Some((key, name, clashes, number, mut rest, near)) = found else {
            return Ok(());
        };
        // The other side of a clash is found too.
        let clashes: Vec<Clash<CaseField>> = serde_json::from_str(&clashes).unwrap_or_default();
        for value in clashes.into_iter().flat_map(|clash| clash.values) {
            rest.push('\n');
            rest.push_str(&value.value);
        }
        self.index_case(key, &name, &number, &rest)?;
        match near {
            Some(near) => self.index_with_case(Uuid::from_bytes(case), &near),
            None => Ok(()),
        }
    }
}
