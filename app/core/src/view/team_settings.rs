//! What the team agreed on, the same on every phone.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Something the team agreed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TeamSetting {
    /// How many weeks a case takes, as a rule of thumb: a whole number, 1 to 104.
    Weeks,
    /// How many weeks lie between two meetings of the core team: a whole number, 1 to 52.
    CoreTeamWeeks,
    /// The day of the core team's next meeting: `2026-11-27`; empty when none is planned.
    CoreTeamNext,
    /// When that day and where, as people say it; may be empty.
    CoreTeamPlace,
    /// What the team may spend in a month, in cents; empty when nothing was agreed.
    BudgetMonth,
}

impl TeamSetting {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Weeks,
        Self::CoreTeamWeeks,
        Self::CoreTeamNext,
        Self::CoreTeamPlace,
        Self::BudgetMonth,
    ];

    /// The word in documents and SQL.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Weeks => "weeks",
            Self::CoreTeamWeeks => "core_team_weeks",
            Self::CoreTeamNext => "core_team_next",
            Self::CoreTeamPlace => "core_team_place",
            Self::BudgetMonth => "budget_month",
        }
    }

    /// Whether this is a value it can have.
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

/// All the team agreed on, with what counts until it agrees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamSettings {
    /// How many weeks a case takes, as a rule of thumb.
    pub weeks: u32,
    /// How many weeks lie between two meetings of the core team.
    pub core_team_weeks: u32,
    /// The day of its next meeting.
    pub core_team_next: Option<NaiveDate>,
    /// When that day and where.
    pub core_team_place: String,
    /// What the team may spend in a month, in cents.
    pub budget_month: Option<u32>,
}

impl Default for TeamSettings {
    /// Sixteen weeks and a core team every six.
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
    /// Takes one value over; one that does not fit leaves what was.
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
