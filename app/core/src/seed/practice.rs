//! Casework of a sample case beyond its basic facts.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::Cents;
use crate::api::DecisionText;
use crate::model::{Outcome, RelationKind};

/// Further casework of a case, each list oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SeedPractice {
    pub(crate) decisions: Vec<SeedDecision>,
    pub(crate) expenses: Vec<SeedExpense>,
    pub(crate) parties: Vec<SeedParty>,
    pub(crate) relations: Vec<SeedRelation>,
    pub(crate) closing: Option<SeedClosing>,
    pub(crate) agenda: Option<SeedAgenda>,
}

/// A decision by this phone's user.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeedDecision {
    pub(crate) id: Uuid,
    pub(crate) at: DateTime<Utc>,
    /// Its review date is in the field below instead, as it may be in the past.
    pub(crate) text: DecisionText,
    pub(crate) look_again: Option<NaiveDate>,
}

/// An expense of a case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeedExpense {
    pub(crate) id: Uuid,
    pub(crate) case: Uuid,
    pub(crate) by: usize,
    pub(crate) at: DateTime<Utc>,
    pub(crate) day: NaiveDate,
    pub(crate) cents: Cents,
    pub(crate) purpose: String,
    pub(crate) note: String,
}

/// An organisation around a case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeedParty {
    pub(crate) name: String,
    pub(crate) by: usize,
    pub(crate) at: DateTime<Utc>,
    /// When it was scrapped.
    pub(crate) scrapped: Option<DateTime<Utc>>,
}

/// A relation to an earlier case or to a contact.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeedRelation {
    pub(crate) kind: RelationKind,
    pub(crate) other: SeedOther,
    pub(crate) note: String,
    pub(crate) by: usize,
    pub(crate) at: DateTime<Utc>,
}

/// The other side of a relation, as an index.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum SeedOther {
    Case(usize),
    Contact(usize),
}

/// The closing of a case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeedClosing {
    pub(crate) at: DateTime<Utc>,
    pub(crate) by: usize,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) text: String,
}

/// An entry on the core team's agenda.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SeedAgenda {
    pub(crate) at: DateTime<Utc>,
    pub(crate) by: usize,
    pub(crate) status: String,
    pub(crate) question: String,
}
