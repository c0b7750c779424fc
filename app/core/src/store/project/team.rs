//! Projects the team: its members and its settings.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::Error;
use crate::api::Change;
use crate::document::Document;
use crate::model::TeamSetting;
use crate::store::Store;

impl Store {
    pub(super) fn project_team(&mut self, document: &Document) -> Result<(), Error> {
        for member in document.members() {
            self.connection
                .prepare_cached(
                    "INSERT INTO people (id, name, actor) VALUES (?1, ?2, ?3)
                     ON CONFLICT (id) DO UPDATE SET name = excluded.name, actor = excluded.actor",
                )?
                .execute(params![
                    member.person.0.as_bytes(),
                    member.name,
                    member.actor
                ])?;
        }
        for setting in TeamSetting::ALL {
            self.connection
                .prepare_cached(
                    "INSERT INTO team_settings (setting, value) VALUES (?1, ?2)
                     ON CONFLICT (setting) DO UPDATE SET value = excluded.value",
                )?
                .execute(params![setting.word(), document.team_setting(setting)])?;
        }
        self.project_call_list(document)?;
        self.changes.insert(Change::Team);
        Ok(())
    }

    /// Returns a device's user, if known.
    pub(super) fn person_of_actor(&self, actor: &str) -> Result<Option<Uuid>, Error> {
        let id: Option<[u8; 16]> = self
            .connection
            .prepare_cached("SELECT id FROM people WHERE actor = ?1")?
            .query_row([actor], |row| row.get(0))
            .optional()?;
        Ok(id.map(Uuid::from_bytes))
    }

    /// Returns the name of a device's user; empty if unknown.
    pub(in crate::store) fn name_of_actor(&self, actor: &str) -> Result<String, Error> {
        Ok(self
            .connection
            .prepare_cached("SELECT name FROM people WHERE actor = ?1")?
            .query_row([actor], |row| row.get(0))
            .optional()?
            .unwrap_or_default())
    }
}
