//! Settings agreed on by the team, the same on every phone.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::TeamSetting;

/// All team settings, with defaults for those not set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamSettings {
    /// The number of weeks a case takes, as a rule of thumb.
    pub weeks: u32,
    /// The number of weeks between core team meetings.
    pub core_team_weeks: u32,
    /// The day of the core team's next meeting.
    pub core_team_next: Option<NaiveDate>,
    /// Time and location of that meeting.
    pub core_team_place: String,
    /// The monthly budget, in cents.
    pub budget_month: Option<u32>,
}

impl Default for TeamSettings {
    /// Sixteen weeks per case, and a core team meeting every six weeks.
    fn default() -> Self {
        Self {
            weeks: 16,
            core_team_weeks: 6,
            core_team_next: None,
            core_team_place: String::new(),
            budget_month: None,
        }
    }
}

impl TeamSettings {
    /// Sets one value. An invalid value is ignored.
    pub(crate) fn take(&mut self, setting: TeamSetting, value: &str) {
        if !setting.takes(value) {
            return;
        }
        match setting {
            TeamSetting::Weeks => self.weeks = value.parse().unwrap_or(self.weeks),
            TeamSetting::CoreTeamWeeks => {
                self.core_team_weeks = value.parse().unwrap_or(self.core_team_weeks);
            }
            TeamSetting::CoreTeamNext => self.core_team_next = value.parse().ok(),
            TeamSetting::CoreTeamPlace => self.core_team_place = value.to_owned(),
            TeamSetting::BudgetMonth => self.budget_month = value.parse().ok(),
        }
    }
}
