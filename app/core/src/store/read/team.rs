//! The team tab.

use super::news::{news, news_unseen};
use super::settle::to_settle;
use super::sync::{only_here, sync_state};
use super::{id, name_of};
use crate::api::ReadTeam;
use crate::store::meta::key;
use crate::store::{Read, Store};
use crate::view::TeamView;
use crate::{Error, PersonId};

impl Read for ReadTeam {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let membership = store.membership()?;
        let (name, server) = membership
            .map(|m| (m.team_name, m.server))
            .unwrap_or_default();
        Ok(TeamView {
            name,
            server,
            me: name_of(store, store.me)?,
            members: store.rows(
                // A colleague with a new phone is still one colleague.
                "SELECT id, name, min(id != ?1) AS other FROM people GROUP BY name
                 ORDER BY other, name",
                [store.me.0.as_bytes()],
                |row| Ok((PersonId(id(row, "id")?), row.get("name")?)),
            )?,
            sync: sync_state(store)?,
            only_here: only_here(store)?,
            news: news(store)?,
            news_unseen: news_unseen(store)?,
            to_settle: to_settle(store)?,
            last_sent: store.meta(key::LAST_SENT)?.unwrap_or_default(),
        })
    }
}
