//! Checking this phone's data.

use serde::{Deserialize, Serialize};

use super::{Change, Query};

/// Checks this phone's data and repairs what is wrong. Other requests are answered meanwhile; only while a
/// damaged file is being replaced do they wait.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckPhone;

/// Reads the result of the last check, if there was one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadCheckup;

impl Query for ReadCheckup {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Everything)
    }
}
