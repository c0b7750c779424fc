//! Several teams on one phone: one per municipality, with no data shared between them.

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::TeamId;

/// Reads the teams on this phone to switch between: their names and amounts of unsynced work, without
/// any of their contents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadTeams;

impl Query for ReadTeams {
    fn shows(&self, change: &Change) -> bool {
        !matches!(change, Change::Settings)
    }
}

/// The team to switch to ([`Workspace::switch`](crate::Workspace::switch)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TeamChoice {
    /// A team on this phone.
    Team(TeamId),
    /// A new, empty workspace, in which to create or join a team.
    New,
}
