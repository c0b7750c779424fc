//! Texts by which a case is found, other than its own columns.
//!
//! Code that projects an entry with text registers the text:
//!
//! ```text
//! self.put_case_text(case, "decision", entry, &format!("{}\n{}", decision.goal, decision.why))?;
//! ```
//!
//! The case is then found by these words, and its hit shows the matching text. The search row is
//! written once, at the end of the projection.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::Error;
use crate::document::Kind;
use crate::model::CaseField;
use crate::store::Store;
use crate::view::Clash;

impl Store {
    /// Stores the text of entry `id` for search, or removes it if it is empty; `part` names the entry's
    /// kind in one word. Several fields are joined by newlines. May be called before the case itself
    /// has arrived.
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

    /// Queues the case, to write its search row at the end of this projection.
    pub(super) fn index_case_later(&self, case: Uuid) -> Result<(), Error> {
        self.connection
            .prepare_cached("INSERT OR IGNORE INTO cases_to_index (case_id) VALUES (?1)")?
            .execute([case.as_bytes()])?;
        Ok(())
    }

    /// Writes the search rows of queued cases. One that has not arrived gets its row when it does.
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
        let joined: Option<i64> = self
            .connection
            .prepare_cached("SELECT key FROM cases WHERE id = ?1 AND joined IS NOT NULL")?
            .query_row([case], |row| row.get(0))
            .optional()?;
        if let Some(key) = joined {
            // Found by way of the case that stands for it.
            return self.unindex(Kind::Case, key);
        }
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
        // Both sides of a clash can be found.
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
