//! Cases of one person that are joined, and cases that were made by mistake.

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::CaseId;

/// Joins a case into another one of the same person. Encounters, signals, promises, expenses, safety facts
/// and trust steps of it are then shown with the other; the rest stays on its own page, which the other one
/// names. Nothing is moved: what anybody writes in either of them is shown with both.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) if either does not exist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JoinCases {
    /// The case that goes into the other.
    pub case: CaseId,
    /// The other.
    pub into: CaseId,
}

/// Takes a case apart from the one it was joined into.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SplitCase {
    /// The case that went into the other.
    pub case: CaseId,
}

/// Removes a case in which nothing was recorded yet. It comes back by itself when somebody did record
/// something in it meanwhile.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) if it does not exist;
/// [`BadValue::NotEmpty`](crate::BadValue::NotEmpty) if something was recorded in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemoveCase {
    /// The case.
    pub case: CaseId,
}

/// Brings a removed case back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BringCaseBack {
    /// The case.
    pub case: CaseId,
}

/// Reads the cases that were removed, the last first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadRemovedCases;

impl Query for ReadRemovedCases {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Case(_) | Change::Team | Change::Everything)
    }
}
