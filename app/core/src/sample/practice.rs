//! What else there is about a case of a big team: what the rest of the practice writes down.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::SeedExpense;
use crate::call::DecisionText;
use crate::view::{Outcome, RelationKind};

/// The practice around a case, the oldest of each first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SeedPractice {
    pub(crate) decisions: Vec<SeedDecision>,
    pub(crate) expenses: Vec<SeedExpense>,
    pub(crate) parties: Vec<SeedParty>,
    pub(crate) relations: Vec<SeedRelation>,
    pub(crate) closing: Option<SeedClosing>,
    pub(crate) agenda: Option<SeedAgenda>,
}

/// A decision of this phone's user.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeedDecision {
    pub(crate) id: Uuid,
    pub(crate) at: DateTime<Utc>,
    /// Its day to look again stands below: it may be past by now.
    pub(crate) text: DecisionText,
    pub(crate) look_again: Option<NaiveDate>,
}

/// An organisation around a case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeedParty {
    pub(crate) name: String,
    pub(crate) by: usize,
    pub(crate) at: DateTime<Utc>,
    /// When it could go.
    pub(crate) scrapped: Option<DateTime<Utc>>,
}

/// A tie to an earlier case or to a contact, by its place in their list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeedRelation {
    pub(crate) kind: RelationKind,
    pub(crate) other: SeedOther,
    pub(crate) note: String,
    pub(crate) by: usize,
    pub(crate) at: DateTime<Utc>,
}

/// Whom somebody is tied to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum SeedOther {
    Case(usize),
    Contact(usize),
}

/// The end of a case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeedClosing {
    pub(crate) at: DateTime<Utc>,
    pub(crate) by: usize,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) text: String,
}

/// What of a case is on the core team's agenda.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeedAgenda {
    pub(crate) at: DateTime<Utc>,
    pub(crate) by: usize,
    pub(crate) status: String,
    pub(crate) question: String,
}
