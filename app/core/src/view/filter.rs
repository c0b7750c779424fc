//! Filters on cases.

use serde::{Deserialize, Serialize};

/// A filter on cases. A field that is `None` does not restrict.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CaseFilter {
    /// In this neighbourhood.
    pub district: Option<String>,
    /// With this problem type, as shown.
    pub problem: Option<String>,
    /// Led by this colleague.
    pub lead: Option<String>,
    /// Open or waiting (`true`), or handed over or closed (`false`).
    pub open: Option<bool>,
}

impl CaseFilter {
    /// Returns whether the filter restricts nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The values by which cases can be filtered, most frequent first, at most forty of each.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CaseChoices {
    /// Neighbourhoods.
    pub districts: Vec<String>,
    /// Problem types.
    pub problems: Vec<String>,
    /// Colleagues who lead a case.
    pub leads: Vec<String>,
}
