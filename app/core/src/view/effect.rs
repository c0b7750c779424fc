//! Effect: what the work led to. Counted from what is there; nobody types anything for it.

use serde::{Deserialize, Serialize};

use super::Outcome;

/// A year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EffectYear {
    /// Which year.
    pub year: i32,
    /// Cases that were signed up in it: on the day that is written down, else the day the case was made.
    pub signed_up: u32,
    /// Cases that were open at its end; now, of this year.
    pub open: u32,
    /// How many times a case was closed or handed over.
    pub closed: u32,
    /// How many times one came to life again.
    pub reopened: u32,
    /// Half of those who were signed up in it were spoken to within so many days; none when nobody was.
    pub first_contact_days: Option<u32>,
    /// What came of those that were closed, as far as somebody said; in the order of [`Outcome::ALL`].
    pub outcomes: [u32; Outcome::ALL.len()],
}

/// Organisations around a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartiesEffect {
    /// Of how many cases organisations are known.
    pub cases: u32,
    /// How many of them there ever were, in all.
    pub known: u32,
    /// How many are still needed, in all.
    pub needed: u32,
}

impl PartiesEffect {
    /// How many there were and are around one case on average, rounded.
    pub fn around_one(self) -> (u32, u32) {
        let each = |all: u32| (all + self.cases / 2).checked_div(self.cases).unwrap_or(0);
        (each(self.known), each(self.needed))
    }
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Effect {
    /// The years, oldest first, without gaps; the last is this one, which is not over. Empty without
    /// cases.
    pub years: Vec<EffectYear>,
    /// Organisations; none when none are known.
    pub parties: Option<PartiesEffect>,
}
