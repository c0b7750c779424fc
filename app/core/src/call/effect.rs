//! Effect.

use serde::{Deserialize, Serialize};

use super::{Change, Query};

/// What the work led to, counted from what is there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadEffect;

impl Query for ReadEffect {
    fn shows(&self, change: &Change) -> bool {
        matches!(change, Change::Case(_) | Change::Everything)
    }
}
