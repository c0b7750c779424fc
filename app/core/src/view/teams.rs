//! The teams on this phone.

use serde::{Deserialize, Serialize};

use crate::TeamId;

/// A team on this phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamEntry {
    /// Its id.
    pub id: TeamId,
    /// Its name; empty before there is one.
    pub name: String,
    /// Whether it is the open team.
    pub open: bool,
    /// The number of records stored on this phone only; for a team that is not open, as of its closing.
    pub only_here: u32,
    /// Set if its database could not be opened and was set aside; nothing was deleted.
    pub damage: Option<Damage>,
}

/// A database that could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// The file name under which it was set aside, in the same folder.
    pub file: String,
    /// Whether it was found after the app was unlocked, so that the user does not know of it yet.
    pub new: bool,
}
