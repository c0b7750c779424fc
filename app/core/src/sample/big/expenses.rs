//! The expenses of a case over a year.

use chrono::{Duration, NaiveTime};
use rand::RngExt;

use super::Maker;
use crate::Cents;
use crate::sample::moment::moment;
use crate::seed::SeedExpense;

/// Expenses per case.
const COUNT: usize = 8;
const YEAR: i64 = 365;

const PURPOSES: [&str; 7] = [
    "Taxi",
    "Boodschappen",
    "ID-kaart",
    "Telefoon",
    "Fiets",
    "Huur",
    "Anders",
];

impl Maker {
    pub(super) fn expenses(&mut self, case: uuid::Uuid, first_day: i64) -> Vec<SeedExpense> {
        let mut days: Vec<i64> = (0..COUNT)
            .map(|_| self.rng.random_range(1..=first_day.min(YEAR)))
            .collect();
        days.sort_unstable_by(|a, b| b.cmp(a));
        days.into_iter()
            .map(|days| {
                let time = NaiveTime::from_hms_opt(15, 10, 0).unwrap_or_default();
                let at = moment(self.today, -days, time);
                SeedExpense {
                    id: self.id(at),
                    case,
                    by: self.rng.random_range(0..2),
                    at,
                    day: self.today - Duration::days(days),
                    cents: Cents(self.rng.random_range(350..12_000)),
                    purpose: self.one(&PURPOSES).to_owned(),
                    note: match self.rng.random_bool(0.3) {
                        true => self.fill("voor de {w}"),
                        false => String::new(),
                    },
                }
            })
            .collect()
    }
}
