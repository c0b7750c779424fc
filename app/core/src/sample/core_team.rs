//! The agenda of Oosterhage's core team.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::Error;
use crate::seed::SeedCase;
use crate::store::Store;
use crate::store::seed::{seed_agenda, seed_meeting};

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
        seed_meeting(store, day, "10:00, kamer 3 van het stadhuis")?;
    }
    for (name, status, question) in AGENDA {
        if let Some(case) = cases.iter().find(|case| case.name == name) {
            seed_agenda(store, crate::CaseId(case.id), status, question)?;
        }
    }
    Ok(())
}
