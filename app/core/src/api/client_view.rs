//! The client's own view of a case (*Meelezen*).

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::CaseId;

/// Reads the part of a case that the person it is about may see.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadClientView {
    /// The case.
    pub case: CaseId,
}

impl Query for ReadClientView {
    fn shows(&self, change: &Change) -> bool {
        match change {
            Change::Case(case) => *case == self.case,
            Change::Team | Change::Everything => true,
            _ => false,
        }
    }
}
