//! The signals of a generated team: one in ten rests, and 40% are linked to a case.

use chrono::{Duration, NaiveDate};
use rand::RngExt;

use super::{DAYS, Maker, maker};
use crate::seed::SeedSignal;

/// The maximum number of signals; a small team has three per case.
const COUNT: usize = 2_000;

/// Returns signals with the day until which they rest; `linked_case` is an index.
pub(in crate::sample) fn signals(
    seed: u64,
    today: NaiveDate,
    cases: usize,
) -> impl Iterator<Item = (SeedSignal, Option<NaiveDate>)> {
    (0..COUNT.min(cases * 3)).map(move |at| maker(seed, today, 4, at).signal(at, cases))
}

impl Maker {
    fn signal(&mut self, number: usize, cases: usize) -> (SeedSignal, Option<NaiveDate>) {
        let days_ago = self.rng.random_range(1..=DAYS);
        let heard = self.encounter(days_ago);
        let rests = number.is_multiple_of(10);
        let until = rests.then(|| self.today + Duration::days(self.rng.random_range(-2..90)));
        let linked = (!rests && number.is_multiple_of(2)).then(|| self.rng.random_range(0..cases));
        let source = self.one(&super::ROLES).to_owned();
        let signal = SeedSignal {
            id: heard.id,
            at: heard.at,
            by: heard.by,
            channel: heard.channel,
            source,
            text: heard.text,
            linked_case: linked,
        };
        (signal, until)
    }
}
