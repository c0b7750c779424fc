//! Settings agreed on by the team, the same on every phone.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A team setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TeamSetting {
    /// The number of weeks a case takes, as a rule of thumb: an integer from 1 to 104.
    Weeks,
    /// The number of weeks between core team meetings: an integer from 1 to 52.
    CoreTeamWeeks,
    /// The day of the core team's next meeting: `2026-11-27`; empty if none is planned.
    CoreTeamNext,
    /// Time and location of that meeting, as free text; may be empty.
    CoreTeamPlace,
    /// The monthly budget in cents; empty if none was agreed.
    BudgetMonth,
}

impl TeamSetting {
    /// All settings.
    pub const ALL: [Self; 5] = [
        Self::Weeks,
        Self::CoreTeamWeeks,
        Self::CoreTeamNext,
        Self::CoreTeamPlace,
        Self::BudgetMonth,
    ];

    /// Returns the value stored in documents and SQL.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Weeks => "weeks",
            Self::CoreTeamWeeks => "core_team_weeks",
            Self::CoreTeamNext => "core_team_next",
            Self::CoreTeamPlace => "core_team_place",
            Self::BudgetMonth => "budget_month",
        }
    }

    /// Returns whether the value is valid for this setting.
    pub(crate) fn takes(self, value: &str) -> bool {
        let whole = |most: u32| value.parse().is_ok_and(|n: u32| (1..=most).contains(&n));
        match self {
            Self::Weeks => whole(104),
            Self::CoreTeamWeeks => whole(52),
            Self::CoreTeamNext => {
                let day = value.parse::<NaiveDate>();
                value.is_empty() || day.is_ok_and(|day| (1900..9999).contains(&day.year()))
            }
            Self::CoreTeamPlace => true,
            Self::BudgetMonth => value.is_empty() || value.parse::<u32>().is_ok(),
        }
    }
}

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
