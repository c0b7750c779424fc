//! Signals: encounters without a person.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::model::{Channel, SignalState, SyncMark};
use crate::{CaseId, SignalId};

/// A case that a signal is linked to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinkedCase {
    /// The case's id.
    pub id: CaseId,
    /// Nickname or initial.
    pub name: String,
    /// Whether a danger is recorded that still holds.
    pub danger: bool,
}

/// One signal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignalView {
    /// The signal's id.
    pub id: SignalId,
    /// What was written.
    pub text: String,
    /// The channel.
    pub channel: Channel,
    /// The person or place it came from; may be empty.
    pub source: String,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub by: String,
    /// Its state.
    pub state: SignalState,
    /// Resting: the day it returns, `None` if only search finds it. Open: the day it returned.
    pub resting_until: Option<NaiveDate>,
    /// The cases it is linked to. Two phones may have linked it to different cases.
    pub cases: Vec<LinkedCase>,
    /// Whether the team has it.
    pub mark: SyncMark,
}
