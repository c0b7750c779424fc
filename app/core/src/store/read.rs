//! Queries. Screens are served from projections alone, without opening documents.

mod case;
mod case_export;
mod cases;
mod client_view;
mod closing;
mod contact;
pub(super) mod core_team;
mod cover;
mod decision;
mod decision_proof;
mod effect;
mod expense;
mod filter;
mod import;
mod inbox;
mod joining;
mod matching;
mod network;
pub(super) mod news;
mod party;
mod put_right;
mod recognise;
mod relation;
mod safety;
mod search;
mod settings;
mod settle;
mod signal;
mod study;
mod sync;
mod taking_back;
pub(super) mod team;
pub(super) mod team_settings;
mod today;
mod who;

use chrono::{DateTime, Utc};
use rusqlite::types::FromSql;
use rusqlite::{OptionalExtension, Row};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::Store;
use crate::model::SyncMark;
use crate::view::ClashValue;
use crate::{Error, PersonId};

/// Returns a colleague's name; empty if unknown.
fn name_of(store: &Store, person: PersonId) -> Result<String, Error> {
    Ok(store
        .connection
        .prepare_cached("SELECT name FROM people WHERE id = ?1")?
        .query_row([person.0.as_bytes()], |row| row.get(0))
        .optional()?
        .unwrap_or_default())
}

/// Replaces actor ids by names in clash values.
fn name_clashes(store: &Store, values: &mut [ClashValue]) -> Result<(), Error> {
    for value in values {
        value.by = store.name_of_actor(&value.by)?;
    }
    Ok(())
}

/// Reads an id column.
fn id(row: &Row<'_>, column: &str) -> rusqlite::Result<Uuid> {
    row.get::<_, [u8; 16]>(column).map(Uuid::from_bytes)
}

/// Reads a timestamp column, in milliseconds.
fn moment(row: &Row<'_>, column: &str) -> rusqlite::Result<DateTime<Utc>> {
    row.get(column).map(from_millis)
}

fn maybe_moment(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<DateTime<Utc>>> {
    Ok(row.get::<_, Option<i64>>(column)?.map(from_millis))
}

fn from_millis(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

/// Reads a JSON column that this app wrote; unparsable JSON counts as the default value.
fn json<T: DeserializeOwned + Default>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    Ok(serde_json::from_str(&row.get::<_, String>(column)?).unwrap_or_default())
}

/// Reads a text column that holds a date or time.
fn parsed<T: std::str::FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>> {
    Ok(row
        .get::<_, Option<String>>(column)?
        .and_then(|text| text.parse().ok()))
}

/// Reads the sync mark of a row from the column `unsent`.
fn mark(row: &Row<'_>) -> rusqlite::Result<SyncMark> {
    Ok(match get::<bool>(row, "unsent")? {
        true => SyncMark::OnlyHere,
        false => SyncMark::WithTeam,
    })
}

fn get<T: FromSql>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    row.get(column)
}
