//! More than one team on this phone: a municipality each, strictly apart.

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::TeamId;

/// The teams on this phone, for choosing another one: their names and how much of each is only here,
/// nothing of what is in them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadTeams;

impl Query for ReadTeams {
    fn shows(&self, change: &Change) -> bool {
        !matches!(change, Change::Settings)
    }
}

/// Which team to go to ([`Workspace::switch`](crate::Workspace::switch)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TeamChoice {
    /// One that is on this phone.
    Team(TeamId),
    /// A new one, with nothing in it yet; in it one starts or joins a team.
    New,
}
