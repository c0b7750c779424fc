//! The other data of a generated team: signals, studies, call list and settings.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::{signals, studies};
use crate::Error;
use crate::api::{SaveCallLine, SetTeamSetting};
use crate::model::TeamSetting;
use crate::store::seed::{seed_meeting, seed_signal, seed_study};
use crate::store::{Store, Write};

const CALL_LIST: [(&str, &str); 5] = [
    ("voorzitter kernteam", "Els"),
    ("teamleider", "Joke"),
    ("Veiligheidshuis", ""),
    ("wethouder", "Ravi"),
    ("burgemeester", ""),
];

/// Adds the data. Must be called after all cases have been added.
pub(in crate::sample) fn add(
    store: &mut Store,
    people: &[Uuid; 2],
    cases: &[Uuid],
    today: NaiveDate,
) -> Result<(), Error> {
    // One seed for all teams suffices: this data does not have to vary.
    let seed = 1;
    for (signal, rests) in signals::signals(seed, today, cases.len()) {
        let linked = signal.linked_case.and_then(|at| cases.get(at)).copied();
        seed_signal(store, people, &signal, linked, rests)?;
    }
    for study in studies::studies(seed, today, cases.len()) {
        seed_study(store, people, &study)?;
    }
    for (nth, (role, name)) in CALL_LIST.into_iter().enumerate() {
        SaveCallLine {
            id: None,
            name: name.to_owned(),
            role: role.to_owned(),
            phone: format!("+3168000030{nth}"),
        }
        .run(store)?;
    }
    seed_meeting(
        store,
        today + Days::new(9),
        "10:00, kamer 3 van het stadhuis",
    )?;
    for (setting, value) in [
        (TeamSetting::Weeks, "26"),
        (TeamSetting::BudgetMonth, "2500000"),
    ] {
        let value = value.to_owned();
        SetTeamSetting { setting, value }.run(store)?;
    }
    Ok(())
}
