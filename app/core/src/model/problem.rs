//! Problem types.

use serde::{Deserialize, Serialize};

use super::words;

/// What a case is about (*wat speelt er*). A case has any combination of them, and may have others in
/// the user's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ProblemType {
    /// Criminal behaviour.
    Crime,
    /// No home, or no roof.
    Homeless,
    /// Domestic violence.
    Domestic,
    /// Exploited by a so-called lover.
    Loverboy,
    /// A mild intellectual disability.
    Disability,
    /// A psychiatric disorder.
    Psychiatric,
    /// Sexual violence.
    Sexual,
    /// About to be evicted.
    Eviction,
    /// Nuisance.
    Nuisance,
    /// Debts.
    Debts,
    /// A squalid home.
    Squalor,
    /// Addiction.
    Addiction,
    /// Drug crime.
    Drugs,
}

impl ProblemType {
    /// All types, in the order of the chips.
    pub const ALL: [Self; 13] = [
        Self::Crime,
        Self::Homeless,
        Self::Domestic,
        Self::Loverboy,
        Self::Disability,
        Self::Psychiatric,
        Self::Sexual,
        Self::Eviction,
        Self::Nuisance,
        Self::Debts,
        Self::Squalor,
        Self::Addiction,
        Self::Drugs,
    ];
}

// Dutch, because the first phones stored what their chips showed.
words!(ProblemType {
    Crime = "crimineel gedrag",
    Homeless = "dak- en thuisloos",
    Domestic = "huiselijk geweld",
    Loverboy = "loverboy",
    Disability = "LVB",
    Psychiatric = "psychiatrisch",
    Sexual = "seksueel geweld",
    Eviction = "uithuiszetting",
    Nuisance = "overlast",
    Debts = "schulden",
    Squalor = "vervuiling",
    Addiction = "verslaving",
    Drugs = "drugscriminaliteit",
});
