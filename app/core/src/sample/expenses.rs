//! The recent expenses of the sample team, for a variety of purposes.

use chrono::{Duration, NaiveDate, NaiveTime};

use super::moment::{id, moment};
use crate::Cents;
use crate::seed::{SeedCase, SeedExpense};

/// Days ago, case, payer (0 Noor, 1 Bas), cents, purpose, note.
const SPENT: [(i64, &str, usize, i64, &str, &str); 9] = [
    (1, "Y.", 0, 5810, "ID-kaart", "en pasfoto's"),
    (2, "G.", 1, 3995, "Telefoon", ""),
    (5, "G.", 0, 3120, "Boodschappen", ""),
    (7, "Mevr. K.", 1, 4650, "Taxi", "naar de kliniek"),
    (9, "T.", 1, 6500, "Fiets", "achterwiel en verlichting"),
    (13, "Gezin V.", 1, 8435, "Boodschappen", ""),
    (15, "Meneer P.", 0, 1850, "Anders", "Sleutel bijgemaakt"),
    (21, "Duivenman", 0, 1275, "Anders", "Zak duivenvoer"),
    (40, "Gezin V.", 0, 31_000, "Huur", "rest van de maand"),
];

/// Returns the expenses of these cases.
pub(super) fn expenses(today: NaiveDate, cases: &[SeedCase]) -> Vec<SeedExpense> {
    let spent = SPENT
        .iter()
        .filter_map(|&(days, case, by, cents, purpose, note)| {
            let case = cases.iter().find(|each| each.name == case)?;
            let at = moment(today, -days, NaiveTime::from_hms_opt(15, 10, 0)?);
            Some(SeedExpense {
                id: id(at, &format!("expense {} {purpose} {note}", case.name)),
                case: case.id,
                by,
                at,
                day: today - Duration::days(days),
                cents: Cents(cents),
                purpose: purpose.to_owned(),
                note: note.to_owned(),
            })
        });
    spent.collect()
}
