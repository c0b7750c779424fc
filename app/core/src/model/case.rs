//! Cases: fields, status, trust, closing.

use serde::{Deserialize, Serialize};

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
    /// Returns the word used in documents, SQL and [`CaseField::Status`] values.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Waiting => "waiting",
            Self::HandedOver => "handed_over",
            Self::Closed => "closed",
        }
    }

    /// Parses the word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Open, Self::Waiting, Self::HandedOver, Self::Closed]
            .into_iter()
            .find(|status| status.word() == word)
    }
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

impl TrustStep {
    /// Returns the word used in documents and SQL.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::Door => "door",
            Self::Inside => "inside",
            Self::Trust => "trust",
        }
    }

    /// Parses the word. An unknown word reads as the default step.
    pub(crate) fn from_word(word: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|step| step.word() == word)
            .unwrap_or_default()
    }
}

/// Whether a case was closed or reopened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ClosingWhat {
    /// The case was closed.
    Closed,
    /// The case was reopened.
    Reopened,
}

impl ClosingWhat {
    /// Returns the word used in documents and SQL.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Reopened => "reopened",
        }
    }

    /// Parses the word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        [Self::Closed, Self::Reopened]
            .into_iter()
            .find(|what| what.word() == word)
    }
}

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

impl Outcome {
    /// Returns the word used in documents and SQL.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::AcceptedHelp => "accepted_help",
            Self::LessNuisance => "less_nuisance",
            Self::NotManaged => "not_managed",
        }
    }

    /// Parses the word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.word() == word)
    }
}
