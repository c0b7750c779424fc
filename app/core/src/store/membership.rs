//! What the store and the sync machine tell each other.

use chrono::{DateTime, Utc};
use voorveld_protocol::{Signer, TeamTag};

use crate::SyncProblem;
use crate::call::Change;
use crate::crypto::TeamKey;
use crate::view::SyncReport;

/// This phone in its team.
#[derive(Debug, Clone)]
pub(crate) struct Membership {
    /// The server's address, as [`crate::sync::Address`] writes it.
    pub(crate) server: String,
    /// The team as the server knows it.
    pub(crate) team: TeamTag,
    /// The team's name.
    pub(crate) team_name: String,
    /// This user's name.
    pub(crate) me: String,
    /// The key of the current epoch.
    pub(crate) key: TeamKey,
    /// The current epoch.
    pub(crate) epoch: u32,
    /// This device's signing key.
    pub(crate) signer: Signer,
}

/// A membership about to be kept.
#[derive(Debug, Clone)]
pub(crate) struct NewMembership {
    /// The server's address.
    pub(crate) server: String,
    /// The team as the server knows it.
    pub(crate) team: TeamTag,
    /// The team's name.
    pub(crate) team_name: String,
    /// This user's name.
    pub(crate) me: String,
    /// The team's key.
    pub(crate) key: TeamKey,
    /// Its epoch.
    pub(crate) epoch: u32,
    /// Seed of this device's signing key.
    pub(crate) device_seed: [u8; 32],
    /// This phone starts the team (it writes the team's document), rather than joins it.
    pub(crate) founder: bool,
}

/// What came of an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TakenIn {
    /// Records of other devices that were applied.
    pub(crate) records: u32,
    /// Records that were set aside.
    pub(crate) set_aside: u32,
    /// Own records that are now with the team.
    pub(crate) acknowledged: u32,
    /// The log was another than before and is read anew.
    pub(crate) log_restarted: bool,
    /// Something is still to be asked or sent: another page, unsent work, a changed status.
    pub(crate) again: bool,
    /// Every other phone of the team is known to hold what this one holds (also when there is none).
    pub(crate) equal: bool,
    /// What changed, for the screens.
    pub(crate) changes: Vec<Change>,
}

/// How a sync ended, to be kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SyncNote {
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// What it did, or why it did not work.
    pub(crate) outcome: Result<SyncReport, SyncProblem>,
    /// It was the closing of the day.
    pub(crate) close_day: bool,
    /// How far this phone's clock is before (+) or behind (−) the server's, in seconds, if known.
    pub(crate) clock_off: Option<i64>,
}
