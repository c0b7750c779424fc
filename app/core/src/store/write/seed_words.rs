//! Words on made-up contacts, and made-up signals that rest.

use chrono::Days;
use rusqlite::OptionalExtension;
use uuid::Uuid;

use crate::call::SetContactTag;
use crate::document::Kind;
use crate::store::Store;
use crate::{ContactId, Error};

impl Store {
    /// Puts a word on the contact of this name.
    pub(crate) fn seed_word(&mut self, contact: &str, word: &str) -> Result<(), Error> {
        let Some(id) = self.seeded("SELECT id FROM contacts WHERE name = ?1", contact)? else {
            return Ok(());
        };
        self.set_contact_tag(SetContactTag {
            contact: ContactId(id),
            tag: word.to_owned(),
            applies: true,
        })
    }

    /// Lets the signal that begins like this rest for so many days; for none, it came back today.
    pub(crate) fn seed_rest(&mut self, text: &str, days: i64) -> Result<(), Error> {
        let begins = "SELECT document FROM encounters WHERE kind = 3 AND text LIKE ?1 || '%'";
        let Some(id) = self.seeded(begins, text)? else {
            return Ok(());
        };
        let days = Days::new(u64::try_from(days).unwrap_or_default());
        let until = self.environment.today() + days;
        self.edit(Kind::Signal, id, |edit| {
            edit.set("resting_until", until.to_string())?;
            Ok(edit.set("resting", true)?)
        })
    }

    /// A document of the made-up team, if this one has it.
    fn seeded(&self, sql: &str, text: &str) -> Result<Option<Uuid>, Error> {
        let id: Option<[u8; 16]> = self
            .connection
            .query_row(sql, [text], |row| row.get(0))
            .optional()?;
        Ok(id.map(Uuid::from_bytes))
    }
}
