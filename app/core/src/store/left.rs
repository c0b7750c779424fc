//! What is remembered of this team while another one is open, and what goes along to a new one.

use super::Store;
use super::meta::key;
use crate::Error;
use crate::view::Settings;

/// How a team was left.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Left {
    /// The team's name; empty before there is one.
    pub(crate) name: String,
    /// How many records are only on this phone.
    pub(crate) only_here: u32,
    /// There is something in it: a document, a draft, a team.
    pub(crate) touched: bool,
    /// This phone's settings.
    pub(crate) settings: Settings,
}

impl Store {
    /// How the team stands now.
    ///
    /// # Errors
    /// [`Error::Storage`].
    pub(crate) fn left(&self) -> Result<Left, Error> {
        let member = self.membership()?;
        let documents: bool =
            self.connection
                .query_row("SELECT EXISTS (SELECT 1 FROM documents)", [], |row| {
                    row.get(0)
                })?;
        let draft: Option<String> = self.meta(key::DRAFT)?;
        Ok(Left {
            touched: member.is_some() || documents || draft.is_some(),
            name: member.map(|member| member.team_name).unwrap_or_default(),
            only_here: self.only_here_total()?,
            settings: self.read_settings()?,
        })
    }

    /// A new team on this phone looks as the one before it, until something else is chosen.
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
