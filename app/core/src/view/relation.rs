//! Relations between people.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::model::{RelationKind, SyncMark, Who};
use crate::{CaseId, RelationId};

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
