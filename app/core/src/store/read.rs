//! Questions, answered from projections alone: no document is opened to show a screen.

mod along;
mod case;
mod cases;
mod closing;
mod contact;
mod core_team;
mod cover;
mod decision;
mod decision_proof;
mod dossier;
mod effect;
mod expense;
mod filter;
mod import;
mod inbox;
mod matching;
mod network;
mod party;
mod recognise;
mod relation;
mod safety;
mod search;
mod signal;
mod study;
mod sync;
mod team;
mod today;
mod who;

use chrono::{DateTime, Utc};
use rusqlite::Row;
use rusqlite::types::FromSql;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::Store;
use super::meta::key;
use crate::view::{ClashValue, Settings, SyncMark};
use crate::{Error, PersonId};

impl Store {
    pub(super) fn read_settings(&self) -> Result<Settings, Error> {
        Ok(self.meta_json(key::SETTINGS)?.unwrap_or_default())
    }

    /// A colleague's name; empty when not known.
    fn name_of(&self, person: PersonId) -> Result<String, Error> {
        use rusqlite::OptionalExtension;
        Ok(self
            .connection
            .prepare_cached("SELECT name FROM people WHERE id = ?1")?
            .query_row([person.0.as_bytes()], |row| row.get(0))
            .optional()?
            .unwrap_or_default())
    }

    /// Puts names where the projection keeps devices.
    fn name_clashes(&self, values: &mut [ClashValue]) -> Result<(), Error> {
        for value in values {
            value.by = self.name_of_actor(&value.by)?;
        }
        Ok(())
    }

    /// Every row of a query.
    pub(super) fn rows<T>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Error> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn count(&self, sql: &str, params: impl rusqlite::Params) -> Result<u32, Error> {
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row(params, |row| row.get(0))?)
    }
}

/// An id column.
fn id(row: &Row<'_>, column: &str) -> rusqlite::Result<Uuid> {
    row.get::<_, [u8; 16]>(column).map(Uuid::from_bytes)
}

/// A moment, kept as milliseconds.
fn moment(row: &Row<'_>, column: &str) -> rusqlite::Result<DateTime<Utc>> {
    row.get(column).map(from_millis)
}

fn maybe_moment(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<DateTime<Utc>>> {
    Ok(row.get::<_, Option<i64>>(column)?.map(from_millis))
}

fn from_millis(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

/// A column of JSON that this app wrote; what cannot be read counts as empty.
fn json<T: DeserializeOwned + Default>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    Ok(serde_json::from_str(&row.get::<_, String>(column)?).unwrap_or_default())
}

/// A column of text with a day or time in it.
fn parsed<T: std::str::FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>> {
    Ok(row
        .get::<_, Option<String>>(column)?
        .and_then(|text| text.parse().ok()))
}

/// The mark of a row whose query gives `unsent` (rev above the document's acked).
fn mark(row: &Row<'_>) -> rusqlite::Result<SyncMark> {
    Ok(match get::<bool>(row, "unsent")? {
        true => SyncMark::OnlyHere,
        false => SyncMark::WithTeam,
    })
}

fn get<T: FromSql>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    row.get(column)
}
