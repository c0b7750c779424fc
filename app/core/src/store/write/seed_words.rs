//! Adds tags to sample contacts and lets sample signals rest.

use chrono::Days;
use rusqlite::OptionalExtension;
use uuid::Uuid;

use crate::api::SetContactTag;
use crate::document::Kind;
use crate::store::{Store, Write};
use crate::{ContactId, Error};

/// Adds a tag to the contact of this name.
pub(crate) fn seed_word(store: &mut Store, contact: &str, word: &str) -> Result<(), Error> {
    let Some(id) = seeded(store, "SELECT id FROM contacts WHERE name = ?1", contact)? else {
        return Ok(());
    };
    SetContactTag {
        contact: ContactId(id),
        tag: word.to_owned(),
        applies: true,
    }
    .run(store)
}

/// Lets the signal whose text begins like this rest for `days` days; with zero it returns today.
pub(crate) fn seed_rest(store: &mut Store, text: &str, days: i64) -> Result<(), Error> {
    let begins = "SELECT document FROM encounters WHERE kind = 3 AND text LIKE ?1 || '%'";
    let Some(id) = seeded(store, begins, text)? else {
        return Ok(());
    };
    let days = Days::new(u64::try_from(days).unwrap_or_default());
    let until = store.environment.today() + days;
    store.edit(Kind::Signal, id, |edit| {
        edit.set("resting_until", until.to_string())?;
        Ok(edit.set("resting", true)?)
    })
}

/// Returns the id of the matching document, if this sample team has it.
fn seeded(store: &Store, sql: &str, text: &str) -> Result<Option<Uuid>, Error> {
    let id: Option<[u8; 16]> = store
        .connection
        .query_row(sql, [text], |row| row.get(0))
        .optional()?;
    Ok(id.map(Uuid::from_bytes))
}
