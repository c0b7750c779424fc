//! Organisations around a case.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::ClashValue;
use crate::PartyId;
use crate::model::{PartyState, SyncMark};

/// An organisation around a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartyLine {
    /// Its id.
    pub id: PartyId,
    /// Its name.
    pub name: String,
    /// Whether it is needed.
    pub state: PartyState,
    /// When that was last set.
    pub changed_at: DateTime<Utc>,
    /// Who set it.
    pub changed_by: String,
    /// Concurrent states in conflict, each a [`PartyState`] as its [`word`](PartyState::word), the one
    /// shown first. Empty without a conflict.
    pub clash: Vec<ClashValue>,
    /// Whether the team has it.
    pub mark: SyncMark,
}

/// The number of organisations needed from a moment on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyStep {
    /// The moment.
    pub at: DateTime<Utc>,
    /// The number of organisations.
    pub needed: u32,
}
