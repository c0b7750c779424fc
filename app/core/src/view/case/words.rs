//! Enumerations with a fixed set of choices.

use serde::{Deserialize, Serialize};

/// The way in which an encounter took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Channel {
    /// On the street.
    #[default]
    Street,
    /// At somebody's home.
    Home,
    /// By telephone.
    Phone,
    /// By message.
    Message,
    /// In a meeting about somebody.
    Meeting,
}

impl Channel {
    /// All channels, in the order of the chips.
    pub const ALL: [Self; 5] = [
        Self::Street,
        Self::Home,
        Self::Phone,
        Self::Message,
        Self::Meeting,
    ];
}

/// How far contact with a person has come. Deliberately not a number.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum TrustStep {
    /// Not in contact.
    #[default]
    Outside,
    /// Talks to the team at the door.
    Door,
    /// Lets the team in.
    Inside,
    /// Trusts the team.
    Trust,
}

impl TrustStep {
    /// All steps, in order of increasing trust.
    pub const ALL: [Self; 4] = [Self::Outside, Self::Door, Self::Inside, Self::Trust];
}

/// The status of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum CaseStatus {
    /// Being worked on.
    #[default]
    Open,
    /// Waiting for somebody else or for a better moment.
    Waiting,
    /// Handed over to regular help.
    HandedOver,
    /// Closed. It can be reopened at any time.
    Closed,
}
