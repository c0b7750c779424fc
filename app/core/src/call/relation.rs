//! Ties between people.

use serde::{Deserialize, Serialize};

use crate::view::{RelationKind, Who};
use crate::{CaseId, RelationId};

/// Ties a case to another case or a contact. The same tie again, from either side, changes nothing; its
/// note is added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddRelation {
    /// Which case.
    pub case: CaseId,
    /// What this one is to the other.
    pub kind: RelationKind,
    /// The other. Not [`Who::Unknown`], nor the case itself.
    pub other: Who,
    /// What else there is to say; may be empty.
    pub note: String,
}

/// Ends a tie, also where the other phone or the other side wrote the same one; it is never deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndRelation {
    /// The case that holds it ([`RelationLine::of`](crate::view::RelationLine::of)).
    pub of: CaseId,
    /// Which tie.
    pub id: RelationId,
}
