//! What the team agrees on, and the core team's agenda.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::words;

/// A text of an agenda item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AgendaField {
    /// The current status of the case.
    Status,
    /// The question to the core team.
    Question,
}

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

words!(TeamSetting -> pub(crate) word {
    Weeks = "weeks",
    CoreTeamWeeks = "core_team_weeks",
    CoreTeamNext = "core_team_next",
    CoreTeamPlace = "core_team_place",
    BudgetMonth = "budget_month",
});
