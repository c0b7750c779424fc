//! What is chosen out of a few.

use serde::{Deserialize, Serialize};

/// How an encounter came about.
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
    /// All of them, in the order of the chips.
    pub const ALL: [Self; 5] = [
        Self::Street,
        Self::Home,
        Self::Phone,
        Self::Message,
        Self::Meeting,
    ];
}

/// How far in: never a number.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum TrustStep {
    /// Not in touch.
    #[default]
    Outside,
    /// Talks at the door.
    Door,
    /// Lets us in.
    Inside,
    /// Trusts us.
    Trust,
}

impl TrustStep {
    /// All of them, from far to near.
    pub const ALL: [Self; 4] = [Self::Outside, Self::Door, Self::Inside, Self::Trust];
}

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum CaseStatus {
    /// Being worked on.
    #[default]
    Open,
    /// Waiting for somebody else or a better moment.
    Waiting,
    /// With regular help.
    HandedOver,
    /// Closed; the person is never written off.
    Closed,
}
