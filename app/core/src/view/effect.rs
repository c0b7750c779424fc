//! The effect of the work, counted from the stored data without any extra input.

use serde::{Deserialize, Serialize};

use crate::model::Outcome;

/// The figures of one year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EffectYear {
    /// The year.
    pub year: i32,
    /// Cases reported in the year, by the recorded day, or else by the day the case was created.
    pub signed_up: u32,
    /// Cases open at the end of the year; for the current year, open now.
    pub open: u32,
    /// The number of times a case was closed or handed over.
    pub closed: u32,
    /// The number of times a case was reopened.
    pub reopened: u32,
    /// The median number of days from report to first contact; `None` if there was no first contact.
    pub first_contact_days: Option<u32>,
    /// The recorded outcomes of closed cases, in the order of [`Outcome::ALL`].
    pub outcomes: [u32; Outcome::ALL.len()],
}

/// The number of organisations around cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartiesEffect {
    /// The number of cases with known organisations.
    pub cases: u32,
    /// The total number of organisations ever known.
    pub known: u32,
    /// The total number of organisations still needed.
    pub needed: u32,
}

impl PartiesEffect {
    /// Returns the average numbers per case, rounded: ever known and still needed.
    pub fn around_one(self) -> (u32, u32) {
        let each = |all: u32| (all + self.cases / 2).checked_div(self.cases).unwrap_or(0);
        (each(self.known), each(self.needed))
    }
}

/// The effect page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Effect {
    /// The years, oldest first and without gaps, up to the current, incomplete one. Empty without cases.
    pub years: Vec<EffectYear>,
    /// Figures on organisations; `None` if none are known.
    pub parties: Option<PartiesEffect>,
}
