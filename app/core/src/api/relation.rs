//! Requests on relations between people.

use serde::{Deserialize, Serialize};

use crate::model::{RelationKind, Who};
use crate::{CaseId, RelationId};

/// Adds a relation from a case to another case or a contact. Adding the same relation again, from either
/// side, only adds the note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddRelation {
    /// The case.
    pub case: CaseId,
    /// What the person of this case is to the other.
    pub kind: RelationKind,
    /// The other person: not [`Who::Unknown`], and not the case itself.
    pub other: Who,
    /// An additional note; may be empty.
    pub note: String,
}

/// Ends a relation, including duplicates recorded on another phone or from the other side. It is never
/// deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndRelation {
    /// The case that stores it ([`RelationLine::of`](crate::view::RelationLine::of)).
    pub of: CaseId,
    /// The relation's id.
    pub id: RelationId,
}
