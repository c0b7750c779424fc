//! The team tab.

use rusqlite::OptionalExtension;

use super::id;
use crate::api::{ReadTeam, ReadTeamSettings};
use crate::store::meta::key;
use crate::store::{Read, Store};
use crate::view::{TeamSetting, TeamSettings, TeamView};
use crate::{Error, PersonId};

impl Read for ReadTeam {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.read_team()
    }
}

impl Read for ReadTeamSettings {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.read_team_settings()
    }
}

impl Store {
    pub(in crate::store) fn read_team(&self) -> Result<TeamView, Error> {
        let membership = self.membership()?;
        let (name, server) = membership
            .map(|m| (m.team_name, m.server))
            .unwrap_or_default();
        Ok(TeamView {
            name,
            server,
            me: self.name_of(self.me)?,
            members: self.rows(
                // A colleague with a new phone is still one colleague.
                "SELECT id, name, min(id != ?1) AS other FROM people GROUP BY name
                 ORDER BY other, name",
                [self.me.0.as_bytes()],
                |row| Ok((PersonId(id(row, "id")?), row.get("name")?)),
            )?,
            sync: self.sync_state()?,
            only_here: self.only_here()?,
            news: self.news()?,
            last_sent: self.meta(key::LAST_SENT)?.unwrap_or_default(),
        })
    }

    pub(in crate::store) fn read_team_settings(&self) -> Result<TeamSettings, Error> {
        let mut settings = TeamSettings::default();
        for setting in TeamSetting::ALL {
            let value: Option<String> = self
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
}
