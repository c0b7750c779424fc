//! Organisations around a case, and a relation.

use rand::{RngExt, seq::IndexedRandom};

use super::Maker;
use crate::model::RelationKind;
use crate::seed::{SeedOther, SeedParty, SeedRelation};

/// Organisations per case, of which the second half is scrapped.
const COUNT: usize = 6;

const NAMES: [&str; 14] = [
    "Huisarts",
    "Leerplicht",
    "Jeugdzorg",
    "Schuldhulp",
    "Thuisbegeleiding",
    "Wijkteam",
    "Woningstichting",
    "Opvoedcursus",
    "Maatjesproject",
    "Reclassering",
    "Verslavingszorg",
    "Dagbesteding",
    "Bewindvoerder",
    "Crisisdienst",
];

impl Maker {
    pub(super) fn parties(&mut self, first_day: i64) -> Vec<SeedParty> {
        let names: Vec<&str> = NAMES.sample(&mut self.rng, COUNT).copied().collect();
        let parties = names.into_iter().enumerate().map(|(nth, name)| SeedParty {
            name: name.to_owned(),
            by: self.rng.random_range(0..2),
            at: self.at(first_day),
            scrapped: (nth >= COUNT / 2).then(|| self.at(first_day * (nth as i64) / 8)),
        });
        parties.collect()
    }

    /// Generates a relation to an earlier case or to a contact; none if there is neither.
    pub(super) fn relation(
        &mut self,
        number: usize,
        contacts: usize,
        first_day: i64,
    ) -> Option<SeedRelation> {
        let other = match self.rng.random_bool(0.5) {
            true if number > 0 => SeedOther::Case(self.rng.random_range(0..number)),
            _ if contacts > 0 => SeedOther::Contact(self.rng.random_range(0..contacts)),
            _ => return None,
        };
        let kind = RelationKind::ALL.choose(&mut self.rng).copied()?;
        Some(SeedRelation {
            kind,
            other,
            note: self.fill("sinds de {w}"),
            by: self.rng.random_range(0..2),
            at: self.at(first_day / 2),
        })
    }
}
