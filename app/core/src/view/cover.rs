//! Who fills in, whom to call in a crisis, and how long a case runs.

use serde::{Deserialize, Serialize};

/// Whom to call in a crisis. Each may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CrisisCard {
    /// Who to call.
    pub who: String,
    /// That one's phone number, as stored.
    pub phone: String,
    /// Which colleague is on.
    pub on: String,
    /// One line: what helps.
    pub helps: String,
}

impl CrisisCard {
    /// Nothing is filled in.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

/// How long an open case runs, beside the team's rule of thumb. Says nothing about trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weeks {
    /// The week it is in, from 1.
    pub now: u32,
    /// After how many weeks one asks how to go on.
    pub of: u32,
    /// They are over, and nobody said lately to go on.
    pub ask: bool,
}

impl Weeks {
    /// All weeks have gone by.
    pub fn over(self) -> bool {
        self.now > self.of
    }
}
