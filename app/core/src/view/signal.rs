//! Signals: encounters without a person.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Channel, SyncMark};
use crate::{CaseId, SignalId};

/// What became of a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum SignalState {
    /// In the inbox.
    #[default]
    Open,
    /// Linked to a case, in whose timeline it stands.
    Linked,
    /// Left to rest.
    Resting,
}

/// One signal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignalView {
    /// Which signal.
    pub id: SignalId,
    /// What was written.
    pub text: String,
    /// How.
    pub channel: Channel,
    /// Who said it or where; may be empty.
    pub source: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub by: String,
    /// What became of it.
    pub state: SignalState,
    /// Resting: the day it comes back, none if only search finds it. Open: the day it came back.
    pub resting_until: Option<NaiveDate>,
    /// The cases it is linked to, with names (two phones may link it to two).
    pub cases: Vec<(CaseId, String)>,
    /// Where it is.
    pub mark: SyncMark,
}
