//! The core team (kernteam): what is on its agenda, and what it decided last.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::SyncMark;
use crate::CaseId;

/// A text of an item on the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AgendaField {
    /// How it stands.
    Status,
    /// What is asked of the core team.
    Question,
}

/// A case on the agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Which case.
    pub case: CaseId,
    /// Its name.
    pub name: String,
    /// Its problem types, of which one stands for the name.
    pub problems: Vec<String>,
    /// How it stands; what two wrote at once stands there on a line each.
    pub status: String,
    /// What is asked, in the same way.
    pub question: String,
    /// Who put it on the agenda.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Where it is.
    pub mark: SyncMark,
}

/// What the core team decided on a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgendaDecision {
    /// Which case.
    pub case: CaseId,
    /// Its name.
    pub name: String,
    /// Its problem types.
    pub problems: Vec<String>,
    /// The decision; two that were written down at once both stand there.
    pub text: String,
    /// Who wrote it down.
    pub by: String,
}

/// The core team's page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CoreTeam {
    /// The team's name; empty while there is none.
    pub team: String,
    /// The day of the next meeting.
    pub next: Option<NaiveDate>,
    /// When that day and where.
    pub place: String,
    /// How many weeks lie between two meetings.
    pub weeks: u32,
    /// What is on the agenda, in the order it was put there.
    pub items: Vec<AgendaItem>,
    /// The last meeting something was decided in.
    pub last: Option<NaiveDate>,
    /// What was decided in it.
    pub decided: Vec<AgendaDecision>,
}

impl CoreTeam {
    /// The day to propose for the next meeting, once the planned one is over: its day has passed, or
    /// all that was on it is decided.
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
