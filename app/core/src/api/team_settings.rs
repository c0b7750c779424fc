//! The team's settings.

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::model::TeamSetting;

/// Reads the team's settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadTeamSettings;

impl Query for ReadTeamSettings {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Team | Change::Everything)
    }
}

/// Sets a team setting for every phone. Settings made before there is a team are shared once there is.
///
/// # Errors
/// [`Error::Value`](crate::Error::Value) for a value that the setting does not accept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetTeamSetting {
    /// The setting.
    pub setting: TeamSetting,
    /// The value, in the format given at [`TeamSetting`].
    pub value: String,
}
