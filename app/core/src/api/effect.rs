//! The effect page.

use serde::{Deserialize, Serialize};

use super::{Change, Query};

/// Reads what the work led to, counted from the stored data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadEffect;

impl Query for ReadEffect {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Case(_) | Change::Everything)
    }
}
