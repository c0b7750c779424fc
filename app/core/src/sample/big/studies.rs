//! Two neighbourhood studies, one of which has ended.

use chrono::{Duration, NaiveDate, NaiveTime};
use rand::{RngExt, seq::IndexedRandom};

use super::{DISTRICTS, Maker, maker};
use crate::model::InterviewRole;
use crate::sample::moment::moment;
use crate::seed::{SeedInterview, SeedStudy};

const COUNT: usize = 2;
/// The maximum number of interviews per study; a small team has one per case.
const INTERVIEWS: usize = 200;
/// The length of a study.
const WEEKS: i64 = 16;

const THEMES: [&str; 8] = [
    "Buren",
    "Geldzorgen",
    "Jeugd",
    "Ontmoeten",
    "Overlast",
    "Veiligheid",
    "Winkels",
    "Wonen",
];

/// Generates the studies of a team with this many cases.
pub(in crate::sample) fn studies(seed: u64, today: NaiveDate, cases: usize) -> Vec<SeedStudy> {
    (0..COUNT)
        .map(|at| maker(seed, today, 5, at).study(at, INTERVIEWS.min(cases)))
        .collect()
}

impl Maker {
    fn study(&mut self, number: usize, interviews: usize) -> SeedStudy {
        let first_day = WEEKS * 7 * (number as i64 + 1) - 1;
        let begun = moment(self.today, -first_day, NaiveTime::MIN);
        let district = DISTRICTS[number % DISTRICTS.len()];
        SeedStudy {
            id: self.id(begun),
            name: district.to_owned(),
            district: district.to_owned(),
            question: self.fill("Wat merkt u van de {w}, en wie helpt u dan?"),
            begun: self.today - Duration::days(first_day),
            themes: THEMES.map(str::to_owned).into(),
            interviews: (0..interviews).map(|_| self.interview(first_day)).collect(),
        }
    }

    fn interview(&mut self, first_day: i64) -> SeedInterview {
        let days_ago = self.rng.random_range(1..=first_day);
        let talk = self.encounter(days_ago);
        let themes = self.rng.random_range(1..4);
        let quote = match self.rng.random_bool(0.4) {
            true => self.sentence(),
            false => String::new(),
        };
        SeedInterview {
            id: talk.id,
            at: talk.at,
            by: talk.by,
            role: InterviewRole::ALL
                .choose(&mut self.rng)
                .copied()
                .unwrap_or_default(),
            text: match quote.is_empty() {
                true => talk.text,
                false => format!("{} {quote}", talk.text),
            },
            quote,
            themes: THEMES
                .sample(&mut self.rng, themes)
                .map(|theme| (*theme).to_owned())
                .collect(),
        }
    }
}
