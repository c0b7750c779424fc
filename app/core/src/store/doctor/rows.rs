//! The rows of a document, compared with those that a fresh projection makes.

use rusqlite::params;
use uuid::Uuid;

use crate::Error;
use crate::document::{Document, Kind};
use crate::store::Store;
use crate::store::documents::Origin;
use crate::store::project::tables::TABLES;

/// Columns that do not follow from the document: row numbers, and what this phone knows of a row.
const LOCAL: [&str; 3] = ["key", "rev", "arrived"];

/// Tables beside [`TABLES`] with rows of one document, and the condition that selects these.
const BESIDE: [(&str, &str); 6] = [
    ("signal_links", "signal = ?1"),
    ("interviews", "study = ?1"),
    ("study_marks", "study = ?1"),
    (
        "case_problems",
        "case_key IN (SELECT key FROM cases WHERE id = ?1)",
    ),
    (
        "contact_tags",
        "contact IN (SELECT key FROM contacts WHERE id = ?1)",
    ),
    (
        "name_words",
        "row IN (SELECT key FROM cases WHERE id = ?1
                 UNION ALL SELECT -key FROM contacts WHERE id = ?1)",
    ),
];

/// Columns of the tables in [`BESIDE`] that hold a row number.
const NUMBERS: [&str; 3] = ["case_key", "contact", "row"];

/// Tables with the rows of the team's document; there is one of those.
const OF_THE_TEAM: [&str; 4] = ["people", "team_settings", "call_list", "person_keys"];

/// What only this phone knows of a row.
struct Known {
    table: &'static str,
    rows: String,
    id_column: &'static str,
    id: Vec<u8>,
    rev: i64,
    arrived: Option<i64>,
}

impl Store {
    /// Compares the rows of a document with a fresh projection, and rebuilds them if they differ.
    /// Returns whether they did.
    pub(super) fn check_rows(
        &mut self,
        kind: Kind,
        id: Uuid,
        document: &Document,
    ) -> Result<bool, Error> {
        let late = self
            .connection
            .prepare_cached("SELECT 1 FROM to_project WHERE document = ?1")?
            .exists([id.as_bytes()])?;
        if late {
            // Projected by older rules: not a fault.
            self.atomically(|store| store.project_again(id))?;
        }
        let before = self.rows_of(kind, id)?;
        let fresh = self.fresh_rows(kind, id, document)?;
        if before == fresh {
            return Ok(false);
        }
        let different = before.iter().filter(|row| !fresh.contains(row)).count();
        tracing::warn!("{different} rows of document {id} do not follow from it");
        self.atomically(|store| store.project_again(id))?;
        if self.rows_of(kind, id)? != fresh {
            self.atomically(|store| store.rebuild_rows(kind, id))?;
        }
        Ok(true)
    }

    /// Projects a document without its present rows, reads what that makes, and undoes it.
    fn fresh_rows(
        &mut self,
        kind: Kind,
        id: Uuid,
        document: &Document,
    ) -> Result<Vec<String>, Error> {
        let (changes, ahead) = (self.changes.clone(), self.ahead);
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let fresh = self.clear_rows(kind, id).and_then(|()| {
            let all = document.all_touched();
            self.project(kind, id, document, &all, Origin::Remote(None))?;
            self.rows_of(kind, id)
        });
        self.connection.execute_batch("ROLLBACK")?;
        // What is buffered for search belongs to the undone rows.
        self.read_search_rows()?;
        (self.changes, self.ahead) = (changes, ahead);
        fresh
    }

    /// Projects a document again, and restores what only this phone knows about its rows.
    fn rebuild_rows(&mut self, kind: Kind, id: Uuid) -> Result<(), Error> {
        let known = self.known_of(id)?;
        self.unindex_said(id)?;
        for (table, kind) in [("cases", Kind::Case), ("contacts", Kind::Contact)] {
            let key: Vec<i64> = self.rows(
                &format!("SELECT key FROM {table} WHERE id = ?1"),
                [id.as_bytes()],
                |row| row.get(0),
            )?;
            for key in key {
                self.unindex(kind, key)?;
            }
        }
        self.clear_rows(kind, id)?;
        self.project_again(id)?;
        for row in known {
            let (table, rows, id_column) = (row.table, row.rows, row.id_column);
            self.connection
                .prepare_cached(&format!(
                    "UPDATE {table} SET rev = ?3 WHERE {rows} AND {id_column} = ?2"
                ))?
                .execute(params![id.as_bytes(), row.id, row.rev])?;
            if row.arrived.is_some() {
                self.connection
                    .prepare_cached(
                        "UPDATE encounters SET arrived = ?3
                         WHERE coalesce(origin, document) = ?1 AND id = ?2",
                    )?
                    .execute(params![id.as_bytes(), row.id, row.arrived])?;
            }
        }
        Ok(())
    }

    fn known_of(&self, id: Uuid) -> Result<Vec<Known>, Error> {
        let mut known = Vec::new();
        for listed in &TABLES {
            let Some(unsent) = &listed.unsent else {
                continue;
            };
            let (table, rows, id_column) = (listed.name, listed.rows_of(), unsent.id);
            let arrived = if table == "encounters" {
                "arrived"
            } else {
                "NULL"
            };
            known.extend(self.rows(
                &format!("SELECT {id_column}, rev, {arrived} FROM {table} WHERE {rows}"),
                [id.as_bytes()],
                |row| {
                    Ok(Known {
                        table,
                        rows: rows.clone(),
                        id_column,
                        id: row.get(0)?,
                        rev: row.get(1)?,
                        arrived: row.get(2)?,
                    })
                },
            )?);
        }
        Ok(known)
    }

    fn clear_rows(&self, kind: Kind, id: Uuid) -> Result<(), Error> {
        if kind == Kind::Team {
            // The names of others may stand there too.
            return Ok(());
        }
        for (table, rows) in places() {
            self.connection
                .prepare_cached(&format!("DELETE FROM {table} WHERE {rows}"))?
                .execute([id.as_bytes()])?;
        }
        Ok(())
    }

    /// Returns the rows of a document, as texts, in a fixed order.
    fn rows_of(&self, kind: Kind, id: Uuid) -> Result<Vec<String>, Error> {
        let mut all = Vec::new();
        if kind == Kind::Team {
            for table in OF_THE_TEAM {
                self.add_rows(table, "?1 = ?1", id, &mut all)?;
            }
        } else {
            for (table, rows) in places() {
                self.add_rows(table, &rows, id, &mut all)?;
            }
        }
        all.sort_unstable();
        Ok(all)
    }

    fn add_rows(
        &self,
        table: &str,
        rows: &str,
        id: Uuid,
        all: &mut Vec<String>,
    ) -> Result<(), Error> {
        let beside = BESIDE.iter().any(|(name, _)| *name == table);
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT * FROM {table} WHERE {rows}"))?;
        let columns: Vec<usize> = statement
            .column_names()
            .enumerate()
            .filter(|(_, name)| !(LOCAL.contains(name) || beside && NUMBERS.contains(name)))
            .map(|(place, _)| place)
            .collect();
        let mut rows = statement.query([id.as_bytes()])?;
        while let Some(row) = rows.next()? {
            let mut text = table.to_owned();
            for column in &columns {
                text.push_str(&format!(" {:?}", row.get_ref(*column)?));
            }
            all.push(text);
        }
        Ok(())
    }
}

/// The tables with rows of a document, those that are found by way of another one first.
fn places() -> impl Iterator<Item = (&'static str, String)> {
    let beside = BESIDE
        .iter()
        .map(|(table, rows)| (*table, (*rows).to_owned()));
    let listed = TABLES.iter().filter(|table| table.follows);
    beside.chain(listed.map(|table| (table.name, table.rows_of())))
}
