//! The agenda of Oosterhage's core team.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::SeedCase;
use crate::Error;
use crate::store::Store;

/// Case, status, question.
const AGENDA: [(&str, &str, &str); 2] = [
    (
        "Duivenman",
        "Zegt soms iets terug. Een boete maakt het erger.",
        "Is er een plek buiten de markt waar voeren mag?",
    ),
    (
        "G.",
        "Wil weg bij het station, maar niet naar de opvang.",
        "Wie kan een slaapplek regelen zonder wachtlijst?",
    ),
];

/// Schedules a meeting on the first Thursday at least a week away, and puts these cases on the agenda.
pub(super) fn seed(store: &mut Store, cases: &[SeedCase], today: NaiveDate) -> Result<(), Error> {
    let thursday = (7..14)
        .map(|days| today + Days::new(days))
        .find(|day| day.weekday() == Weekday::Thu);
    if let Some(day) = thursday {
        store.seed_meeting(day, "10:00, kamer 3 van het stadhuis")?;
    }
    for (name, status, question) in AGENDA {
        if let Some(case) = cases.iter().find(|case| case.name == name) {
            store.seed_agenda(crate::CaseId(case.id), status, question)?;
        }
    }
    Ok(())
}
