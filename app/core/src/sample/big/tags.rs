//! One or two tags per contact.

use rand::{RngExt, seq::IndexedRandom};

use super::Maker;

const TAGS: [&str; 12] = [
    "dakloos", "geld", "geloof", "gezinnen", "ggz", "jongeren", "koken", "ouderen", "sport",
    "taal", "techniek", "werk",
];

impl Maker {
    pub(super) fn tags(&mut self) -> Vec<String> {
        let count = self.rng.random_range(1..3);
        let tags = TAGS.sample(&mut self.rng, count);
        tags.map(|tag| (*tag).to_owned()).collect()
    }
}
