//! Ties between people.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{SyncMark, Who};
use crate::{CaseId, RelationId};

/// What somebody is to somebody else.
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
    /// Family in another way.
    Family,
    /// Friend of.
    Friend,
    /// Is afraid of.
    AfraidOf,
    /// Somebody is afraid of this one.
    Frightens,
}

impl RelationKind {
    /// All of them, in the order of the chips.
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

    /// The same tie seen from the other side.
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

/// One tie, as it is seen from the case or contact it is shown with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RelationLine {
    /// The case whose document holds it: either side.
    pub of: CaseId,
    /// Which tie.
    pub id: RelationId,
    /// What the one it is shown with is to the other.
    pub kind: RelationKind,
    /// The other.
    pub other: Who,
    /// That one's name.
    pub name: String,
    /// What else there is to say; may be empty.
    pub note: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Where it is.
    pub mark: SyncMark,
}
