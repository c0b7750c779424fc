//! The crisis card, and the number of weeks a case runs.

use serde::{Deserialize, Serialize};

/// Whom to call in a crisis. Each field may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CrisisCard {
    /// The person to call.
    pub who: String,
    /// That person's phone number, as stored.
    pub phone: String,
    /// The colleague on duty.
    pub on: String,
    /// What helps, in one line.
    pub helps: String,
}

impl CrisisCard {
    /// Returns whether no field is filled in.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

/// How long an open case has run, compared with the team's rule of thumb. Says nothing about trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weeks {
    /// The current week, starting from 1.
    pub now: u32,
    /// The number of weeks after which to ask how to proceed.
    pub of: u32,
    /// Whether to ask now: the weeks have passed, and the question was not silenced recently.
    pub ask: bool,
}

impl Weeks {
    /// Returns whether all weeks have passed.
    pub fn over(self) -> bool {
        self.now > self.of
    }
}
