//! The state of a record relative to the other phones.

use serde::{Deserialize, Serialize};

use super::words;

/// Whether a record has reached the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SyncMark {
    /// Stored on this phone only.
    OnlyHere,
    /// Stored durably on the server, for the team.
    WithTeam,
}

/// Why a record is quarantined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QuarantineReason {
    /// A newer version of the app wrote it: this app must be updated.
    Newer,
    /// It depends on a record that has not arrived yet; no action is needed.
    Waits,
    /// It cannot be decrypted with the team's key.
    Sealed,
    /// Applying it would harm this phone: the app that wrote it is faulty or malicious.
    Harmful,
}

words!(QuarantineReason {
    Newer = "newer",
    Waits = "waits",
    Sealed = "sealed",
    Harmful = "harmful",
} else Harmful);
