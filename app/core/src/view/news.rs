//! What colleagues changed since the day was last closed.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use crate::model::{
    CaseField, Channel, ClosingWhat, DecisionKind, Outcome, PartyState, RelationKind, TrustStep,
};
use crate::{CaseId, Cents, ContactId, SignalId, StudyId};

/// What one colleague changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct News {
    /// The colleague's name.
    pub person: String,
    /// The total number of lines.
    pub count: u32,
    /// A line for each client, contact or study, dangers first (at most thirty).
    pub lines: Vec<NewsLine>,
}

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NewsPlace {
    /// A case.
    Case(CaseId),
    /// A contact.
    Contact(ContactId),
    /// A signal.
    Signal(SignalId),
    /// A study.
    Study(StudyId),
}

/// All that a colleague changed for one client, contact or study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewsLine {
    /// The record to open.
    pub place: NewsPlace,
    /// The name of the person it is about; empty for a signal without a source.
    pub name: String,
    /// Whether a danger is recorded for that person that still holds.
    pub danger: bool,
    /// The changes, most important first.
    pub parts: Vec<NewsPart>,
}

/// One change. The order is that of importance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum NewsPart {
    /// A new danger.
    Danger(String),
    /// A danger that no longer holds.
    DangerEnded(String),
    /// The trust step was set.
    Trust(TrustStep),
    /// A field was written.
    Field {
        /// The field.
        field: CaseField,
        /// Its value; empty if it was cleared.
        value: String,
    },
    /// A promise was made or changed.
    Promise {
        /// What was promised.
        text: String,
        /// Who promised: "wij" or a name; may be empty.
        who: String,
        /// The day it is due.
        due: Option<NaiveDate>,
        /// The time it is due.
        time: Option<NaiveTime>,
    },
    /// A promise was kept.
    Kept(String),
    /// The case was handed over.
    HandedOver {
        /// The receiver; may be empty.
        to: String,
    },
    /// Another decision.
    Decision {
        /// The kind of decision.
        kind: DecisionKind,
        /// Its goal, or else its reason.
        text: String,
    },
    /// The case was closed or reopened.
    Closing {
        /// Closed or reopened.
        what: ClosingWhat,
        /// The outcome, for a closing.
        outcome: Option<Outcome>,
        /// The sentence; may be empty.
        text: String,
    },
    /// An organisation was added, or its state was set.
    Party {
        /// Its name.
        name: String,
        /// Needed or not.
        state: PartyState,
    },
    /// Money was spent, or an expense reversed (negative).
    Expense {
        /// The amount.
        cents: Cents,
        /// The purpose; may be empty.
        purpose: String,
    },
    /// A relation was recorded or ended.
    Relation {
        /// What the client is to the other.
        kind: RelationKind,
        /// The other person's name.
        name: String,
        /// Whether it was ended.
        ended: bool,
    },
    /// The case was put on the core team's agenda, or its question was written.
    OnAgenda(String),
    /// The case was taken off the agenda.
    OffAgenda,
    /// The core team's decision.
    CoreTeam(String),
    /// The case is new.
    NewCase,
    /// An encounter, signal or interview.
    Encounter {
        /// What was written.
        text: String,
        /// The channel.
        channel: Channel,
        /// When it happened.
        at: DateTime<Utc>,
    },
}

impl NewsPart {
    /// Returns the place in the order of importance, 0 first.
    pub fn rank(&self) -> u8 {
        match self {
            Self::Danger(_) => 0,
            Self::DangerEnded(_) => 1,
            Self::NewCase => 2,
            Self::Trust(_) => 3,
            Self::Field {
                field: CaseField::WhatMatters,
                ..
            } => 4,
            Self::Field { .. } => 5,
            Self::Promise { .. } => 6,
            Self::Kept(_) => 7,
            Self::HandedOver { .. } => 8,
            Self::Decision { .. } => 9,
            Self::Closing { .. } => 10,
            Self::Party { .. } => 11,
            Self::Expense { .. } => 12,
            Self::Relation { .. } => 13,
            Self::OnAgenda(_) | Self::OffAgenda | Self::CoreTeam(_) => 14,
            Self::Encounter { .. } => 15,
        }
    }
}
