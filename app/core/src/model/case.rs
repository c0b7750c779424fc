//! Cases: fields, status, trust, closing.

use serde::{Deserialize, Serialize};

use super::words;

/// An editable field of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CaseField {
    /// Nickname or initial.
    Name,
    /// Street and number.
    Address,
    /// Postcode, such as 1234 AB.
    Postcode,
    /// Neighbourhood (wijk).
    District,
    /// Phone number.
    Phone,
    /// What matters to the person, in one sentence.
    WhatMatters,
    /// What to do at the door.
    Do,
    /// What not to do at the door.
    Dont,
    /// The lead: a colleague's name, as shown.
    Lead,
    /// The [`CaseStatus`], as its [`word`](CaseStatus::word).
    Status,
    /// Background: a longer text that colleagues edit together.
    Background,
    /// How to address the person.
    Called,
    /// The cover for the lead: a colleague's name, as shown.
    Cover,
    /// The last day of the cover: `2026-12-03`; empty for an open end.
    CoverUntil,
    /// Whom to call in a crisis.
    CrisisWho,
    /// The phone number of that person.
    CrisisPhone,
    /// The colleague on duty in a crisis.
    CrisisOn,
    /// What helps in a crisis, in one line.
    CrisisHelps,
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

impl CaseStatus {
    /// All statuses, in the order of a case's life.
    pub const ALL: [Self; 4] = [Self::Open, Self::Waiting, Self::HandedOver, Self::Closed];
}

words!(CaseStatus {
    Open = "open",
    Waiting = "waiting",
    HandedOver = "handed_over",
    Closed = "closed",
});

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

words!(TrustStep {
    Outside = "outside",
    Door = "door",
    Inside = "inside",
    Trust = "trust",
} else Outside);

/// Whether a case was closed or reopened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ClosingWhat {
    /// The case was closed.
    Closed,
    /// The case was reopened.
    Reopened,
}

words!(ClosingWhat {
    Closed = "closed",
    Reopened = "reopened",
});

/// The outcome of a case, if one was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    /// The person's life is stable.
    Stable,
    /// The person accepted regular help.
    AcceptedHelp,
    /// Nuisance has decreased.
    LessNuisance,
    /// The intervention did not succeed.
    NotManaged,
}

impl Outcome {
    /// All outcomes, in the order of the chips.
    pub const ALL: [Self; 4] = [
        Self::Stable,
        Self::AcceptedHelp,
        Self::LessNuisance,
        Self::NotManaged,
    ];
}

words!(Outcome {
    Stable = "stable",
    AcceptedHelp = "accepted_help",
    LessNuisance = "less_nuisance",
    NotManaged = "not_managed",
});
