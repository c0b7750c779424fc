//! What cases can be filtered on.

use serde::{Deserialize, Serialize};

/// Only some cases. What is none narrows nothing down.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CaseFilter {
    /// Of this neighbourhood.
    pub district: Option<String>,
    /// With this problem, as shown.
    pub problem: Option<String>,
    /// Led by this colleague.
    pub lead: Option<String>,
    /// Being worked on or waiting (true), or handed over or closed (false).
    pub open: Option<bool>,
}

impl CaseFilter {
    /// It narrows nothing down.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What there is to filter on, the most used first, at most forty of each.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CaseChoices {
    /// Neighbourhoods.
    pub districts: Vec<String>,
    /// Problems.
    pub problems: Vec<String>,
    /// Colleagues who lead a case.
    pub leads: Vec<String>,
}
