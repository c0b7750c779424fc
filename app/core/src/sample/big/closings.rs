//! Closings of cases, and entries on the core team's agenda.

use chrono::Duration;
use rand::{RngExt, seq::IndexedRandom};

use super::Maker;
use crate::model::Outcome;
use crate::seed::{SeedAgenda, SeedClosing, SeedEncounter};

/// The number of cases on the agenda, which are the first ones.
const AGENDA: usize = 40;

impl Maker {
    /// After the last encounter, because an encounter would reopen the case.
    pub(super) fn closing(&mut self, encounters: &[SeedEncounter]) -> Option<SeedClosing> {
        let last = encounters.last()?;
        Some(SeedClosing {
            at: last.at + Duration::hours(1),
            by: last.by,
            outcome: Outcome::ALL
                .choose(&mut self.rng)
                .copied()
                .filter(|_| self.rng.random_bool(0.8)),
            text: self.fill("De {w} redt het nu zonder ons."),
        })
    }

    pub(super) fn agenda(&mut self, number: usize) -> Option<SeedAgenda> {
        (number < AGENDA).then(|| SeedAgenda {
            at: self.at(1 + number as i64 % 30),
            by: self.rng.random_range(0..2),
            status: self.fill("Zegt soms iets terug over de {w}."),
            question: self.fill("Wie kan de {w} regelen zonder wachtlijst?"),
        })
    }
}
