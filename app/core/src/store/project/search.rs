//! Search rows.

use rusqlite::params;

use crate::Error;
use crate::store::Store;

impl Store {
    pub(super) fn index_case(&self, key: i64, name: &str, rest: &str) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO search_cases (rowid, name, rest) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![key, name, rest])?;
        Ok(())
    }

    pub(super) fn index_contact(&self, key: i64, name: &str, rest: &str) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO search_contacts (rowid, name, rest) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![key, name, rest])?;
        Ok(())
    }

    pub(super) fn index_encounter(&self, key: i64, text: &str) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO search_encounters (rowid, text) VALUES (?1, ?2)",
            )?
            .execute(params![key, text])?;
        Ok(())
    }
}
