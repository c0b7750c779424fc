//! Cases that were joined or removed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::CaseId;

/// A case on the other side of a joining, or one that was removed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OtherCase {
    /// The case.
    pub case: CaseId,
    /// Its name.
    pub name: String,
    /// Who joined or removed it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// With which cases a case is joined.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Together {
    /// The case with which its entries are shown.
    pub into: Option<OtherCase>,
    /// The cases whose entries are shown with it.
    pub here: Vec<OtherCase>,
    /// Nothing was recorded in it: it can be removed.
    pub empty: bool,
}
