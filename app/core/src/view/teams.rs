//! The teams on this phone.

use serde::{Deserialize, Serialize};

use crate::TeamId;

/// A team on this phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamEntry {
    /// Which.
    pub id: TeamId,
    /// Its name; empty before there is one.
    pub name: String,
    /// It is the one that is open.
    pub open: bool,
    /// How many records are only on this phone; of one that is not open, when it was left.
    pub only_here: u32,
    /// Its file did not open and was set aside; nothing was deleted.
    pub damage: Option<Damage>,
}

/// What is known of a file that did not open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// The name under which it was set aside, in the same folder.
    pub file: String,
    /// It was found since the code was given: whoever gave it does not know of it yet.
    pub new: bool,
}
