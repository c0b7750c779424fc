//! Organisations around a case.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ClashValue, SyncMark};
use crate::PartyId;

/// Whether an organisation is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum PartyState {
    /// Needed.
    #[default]
    Needed,
    /// Can go, or went.
    Scrapped,
}

/// One organisation around a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartyLine {
    /// Which.
    pub id: PartyId,
    /// Its name.
    pub name: String,
    /// Needed or not.
    pub state: PartyState,
    /// Since when.
    pub changed_at: DateTime<Utc>,
    /// Who decided that.
    pub changed_by: String,
    /// What two people decided without knowing of each other: [`PartyState`] as its
    /// [`word`](PartyState::word), the one shown first. Empty when nobody differs.
    pub clash: Vec<ClashValue>,
    /// Where it is.
    pub mark: SyncMark,
}

/// How many organisations were needed from a moment on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyStep {
    /// From when.
    pub at: DateTime<Utc>,
    /// How many.
    pub needed: u32,
}
