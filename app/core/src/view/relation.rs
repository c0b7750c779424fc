//! Relations between people.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{SyncMark, Who};
use crate::{CaseId, RelationId};

/// What one person is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RelationKind {
    /// Lives with.
    LivesWith,
    /// Partner of.
    Partner,
    /// Parent of.
    ParentOf,
    /// Child of.
    ChildOf,
    /// Another family relation.
    Family,
    /// Friend of.
    Friend,
    /// Is afraid of.
    AfraidOf,
    /// Is feared by.
    Frightens,
}

impl RelationKind {
    /// All kinds, in the order of the chips.
    pub const ALL: [Self; 8] = [
        Self::LivesWith,
        Self::Partner,
        Self::ParentOf,
        Self::ChildOf,
        Self::Family,
        Self::Friend,
        Self::AfraidOf,
        Self::Frightens,
    ];

    /// Returns the same relation seen from the other side.
    pub fn inverse(self) -> Self {
        match self {
            Self::ParentOf => Self::ChildOf,
            Self::ChildOf => Self::ParentOf,
            Self::AfraidOf => Self::Frightens,
            Self::Frightens => Self::AfraidOf,
            same => same,
        }
    }
}

/// A relation, as seen from the case or contact it is shown with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RelationLine {
    /// The case whose document stores it, on either side.
    pub of: CaseId,
    /// The relation's id.
    pub id: RelationId,
    /// What the person it is shown with is to the other.
    pub kind: RelationKind,
    /// The other person.
    pub other: Who,
    /// The other person's name.
    pub name: String,
    /// Whether a danger is recorded for the other person that still holds.
    pub danger: bool,
    /// An additional note; may be empty.
    pub note: String,
    /// Who wrote it.
    pub by: String,
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// Whether the team has it.
    pub mark: SyncMark,
}
