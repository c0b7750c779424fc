//! Organisations around a case.

use serde::{Deserialize, Serialize};

use super::words;

/// Whether an organisation is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum PartyState {
    /// Needed.
    #[default]
    Needed,
    /// No longer needed.
    Scrapped,
}

words!(PartyState {
    Needed = "needed",
    Scrapped = "scrapped",
});
