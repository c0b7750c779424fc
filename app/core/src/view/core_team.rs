//! The core team (kernteam): its agenda and its latest decisions.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::CaseId;
use crate::model::SyncMark;

/// A case on the agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// The case.
    pub case: CaseId,
    /// The case's name.
    pub name: String,
    /// Whether a danger is recorded that still holds.
    pub danger: bool,
    /// The case's problem types, one of which replaces the name where names are hidden.
    pub problems: Vec<String>,
    /// The current status; concurrent texts are joined, one per line.
    pub status: String,
    /// The question; concurrent texts are joined, one per line.
    pub question: String,
    /// Who put it on the agenda.
    pub by: String,
    /// When it was put on the agenda.
    pub at: DateTime<Utc>,
    /// Whether the team has it.
    pub mark: SyncMark,
}

/// A decision of the core team on a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgendaDecision {
    /// The case.
    pub case: CaseId,
    /// The case's name.
    pub name: String,
    /// Whether a danger is recorded that still holds.
    pub danger: bool,
    /// The case's problem types.
    pub problems: Vec<String>,
    /// The decision; includes both texts if two were recorded concurrently.
    pub text: String,
    /// Who recorded it.
    pub by: String,
}

/// The core team's page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CoreTeam {
    /// The team's name; empty before there is one.
    pub team: String,
    /// The day of the next meeting.
    pub next: Option<NaiveDate>,
    /// Time and location of that meeting.
    pub place: String,
    /// The number of weeks between meetings.
    pub weeks: u32,
    /// The agenda items, in the order they were added.
    pub items: Vec<AgendaItem>,
    /// The day of the last meeting with a decision.
    pub last: Option<NaiveDate>,
    /// The decisions of that meeting.
    pub decided: Vec<AgendaDecision>,
}

impl CoreTeam {
    /// Returns the day to propose for the next meeting, once the planned one is over: its day has
    /// passed, or decisions were recorded today and the agenda is empty.
    pub fn proposal(&self, today: NaiveDate) -> Option<NaiveDate> {
        let held = self.next?;
        let done = held == today && self.last == Some(today) && self.items.is_empty();
        if held >= today && !done {
            return None;
        }
        let weeks = Days::new(7 * u64::from(self.weeks.max(1)));
        std::iter::successors(Some(held), |day| day.checked_add_days(weeks)).find(|d| *d > today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(next: &str, last: &str, today: &str, proposed: Option<&str>) {
        let page = CoreTeam {
            next: next.parse().ok(),
            last: last.parse().ok(),
            weeks: 6,
            ..CoreTeam::default()
        };
        let found = page.proposal(today.parse().expect("a day"));
        assert_eq!(found.map(|day| day.to_string()).as_deref(), proposed);
    }

    #[test]
    fn a_next_day_is_proposed_once_the_meeting_is_over() {
        check("2026-11-27", "", "2026-11-26", None);
        check("2026-11-27", "2026-10-16", "2026-11-27", None);
        check("2026-11-27", "2026-11-27", "2026-11-27", Some("2027-01-08"));
        check("2026-11-27", "", "2026-11-28", Some("2027-01-08"));
        check("2026-01-09", "", "2026-11-28", Some("2026-12-11"));
        check("", "", "2026-11-28", None);
    }
}
