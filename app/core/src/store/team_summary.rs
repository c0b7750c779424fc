//! What is remembered of a team while another one is open, and what a new team takes over.

use super::meta::key;
use super::{Store, drafts};
use crate::Error;
use crate::view::Settings;

/// The state in which a team was left.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TeamSummary {
    /// The team's name; empty before it has one.
    pub(crate) name: String,
    /// Number of records that are only on this phone.
    pub(crate) only_here: u32,
    /// Whether the store holds anything: a document, a draft or a membership.
    pub(crate) touched: bool,
    /// This phone's settings.
    pub(crate) settings: Settings,
}

impl Store {
    /// Returns the current state of the team.
    ///
    /// # Errors
    /// [`Error::Storage`].
    pub(crate) fn team_summary(&self) -> Result<TeamSummary, Error> {
        let member = self.membership()?;
        let documents: bool =
            self.connection
                .query_row("SELECT EXISTS (SELECT 1 FROM documents)", [], |row| {
                    row.get(0)
                })?;
        Ok(TeamSummary {
            touched: member.is_some() || documents || !drafts::all(self)?.is_empty(),
            name: member.map(|member| member.team_name).unwrap_or_default(),
            only_here: self.meta(key::UNSENT)?.unwrap_or_default(),
            settings: self.meta_json(key::SETTINGS)?.unwrap_or_default(),
        })
    }

    /// Copies the settings of the previously open team into a new store, unless it has its own.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Storage`].
    pub(crate) fn begin_with(&mut self, settings: Settings) -> Result<(), Error> {
        self.atomically(|store| {
            if store.meta::<String>(key::SETTINGS)?.is_none() {
                store.set_meta_json(key::SETTINGS, &settings)?;
            }
            Ok(())
        })
    }
}
