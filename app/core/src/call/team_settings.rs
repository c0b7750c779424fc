//! What the team agreed on.

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::view::TeamSetting;

/// What the team agreed on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadTeamSettings;

impl Query for ReadTeamSettings {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Team | Change::Everything)
    }
}

/// Agrees on something, for every phone of the team. Also before there is a team: it goes along.
/// A value that the setting does not take is [`Error::Value`](crate::Error::Value).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetTeamSetting {
    /// What.
    pub setting: TeamSetting,
    /// The value, as [`TeamSetting`] says.
    pub value: String,
}
