//! What the team agreed on.

use rusqlite::OptionalExtension;

use crate::Error;
use crate::api::ReadTeamSettings;
use crate::model::TeamSetting;
use crate::store::{Read, Store};
use crate::view::TeamSettings;

impl Read for ReadTeamSettings {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        team_settings(store)
    }
}

/// Returns what the team agreed on; the default for what it did not.
pub(in crate::store) fn team_settings(store: &Store) -> Result<TeamSettings, Error> {
    let mut settings = TeamSettings::default();
    for setting in TeamSetting::ALL {
        let value: Option<String> = store
            .connection
            .prepare_cached("SELECT value FROM team_settings WHERE setting = ?1")?
            .query_row([setting.word()], |row| row.get(0))
            .optional()?;
        if let Some(value) = value {
            settings.take(setting, &value);
        }
    }
    Ok(settings)
}
