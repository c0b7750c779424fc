//! The purposes of expenses.

use serde::{Deserialize, Serialize};

use super::words;

/// What an expense was for. An expense may also have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Purpose {
    /// Groceries.
    Groceries,
    /// A taxi.
    Taxi,
    /// An identity card.
    Card,
    /// A telephone.
    Phone,
    /// A bicycle.
    Bicycle,
    /// Rent.
    Rent,
    /// Something else: the note tells what.
    Other,
}

impl Purpose {
    /// All purposes, in the order of the chips.
    pub const ALL: [Self; 7] = [
        Self::Groceries,
        Self::Taxi,
        Self::Card,
        Self::Phone,
        Self::Bicycle,
        Self::Rent,
        Self::Other,
    ];
}

// Dutch, because the first phones stored what their chips showed.
words!(Purpose {
    Groceries = "Boodschappen",
    Taxi = "Taxi",
    Card = "ID-kaart",
    Phone = "Telefoon",
    Bicycle = "Fiets",
    Rent = "Huur",
    Other = "Anders",
});
