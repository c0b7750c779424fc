//! Reading along.

use serde::{Deserialize, Serialize};

use super::{Change, Query};
use crate::CaseId;

/// What the person a case is about may see of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadAlong {
    /// Which case.
    pub case: CaseId,
}

impl Query for ReadAlong {
    fn shows(&self, change: &Change) -> bool {
        match change {
            Change::Case(case) => *case == self.case,
            Change::Team | Change::Everything => true,
            _ => false,
        }
    }
}
