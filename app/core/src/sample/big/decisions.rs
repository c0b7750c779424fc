//! Two decisions per case. In one of ten cases the newer has a review date, past or within two months.

use chrono::Duration;
use rand::{RngExt, seq::IndexedRandom};

use super::Maker;
use crate::api::DecisionText;
use crate::model::DecisionKind;
use crate::seed::SeedDecision;

const COUNT: i64 = 2;

impl Maker {
    /// Generates the decisions of a case that began `first_day` days ago.
    pub(super) fn decisions(&mut self, first_day: i64) -> Vec<SeedDecision> {
        let look_again = self.rng.random_bool(0.1).then(|| {
            let days = self.rng.random_range(-3..60);
            self.today + Duration::days(days)
        });
        (1..=COUNT)
            .map(|nth| {
                let at = self.at(first_day - nth * first_day / (COUNT + 1));
                let kinds = [
                    DecisionKind::Act,
                    DecisionKind::Refrain,
                    DecisionKind::Share,
                    DecisionKind::NotReport,
                    DecisionKind::Escalate,
                ];
                let kind = kinds.choose(&mut self.rng).copied().unwrap_or_default();
                let shared = kind == DecisionKind::Share;
                SeedDecision {
                    id: self.id(at),
                    at,
                    text: DecisionText {
                        kind,
                        goal: self.fill("De {w} blijft, en de {w} gaat eruit."),
                        ethical: self.fill("Ja, zolang de {w} er niet onder lijdt."),
                        law: self.fill("Een {w} is geen plicht; het mag, als de {w} ervan weet."),
                        why: self.sentence(),
                        backs: "Bas".to_owned(),
                        shared_with: if shared { "huisarts" } else { "" }.to_owned(),
                        ground: if shared { "zelf gevraagd" } else { "" }.to_owned(),
                        ..DecisionText::default()
                    },
                    look_again: look_again.filter(|_| nth == COUNT),
                }
            })
            .collect()
    }
}
