//! Fictitious teams: a small realistic one for trying out the app, and generated ones of any size for
//! benchmarks. Behind the cargo feature `sample`, which the app that teams use does not enable.

mod big;
mod core_team;
mod decisions;
mod expenses;
mod fill;
mod measure;
mod moment;
mod parse;
mod parts;
mod study;
#[cfg(test)]
mod tests;
mod words;

pub use crate::seed::*;

use chrono::NaiveDate;

/// Returns the team of Oosterhage with dates relative to `today`, such as promises due today.
pub fn sample_team(today: NaiveDate) -> SeedTeam {
    parse::team(today)
}

/// Generates a team of any size, deterministic for a seed and day: first the contacts, then the cases.
/// Parts are generated lazily, so that only one is in memory at a time.
pub fn big_team(
    seed: u64,
    today: NaiveDate,
    cases: usize,
    encounters_per_case: usize,
    contacts: usize,
) -> impl Iterator<Item = SeedPart> {
    big::parts(seed, today, cases, encounters_per_case, contacts)
}
