//! Storage size of a team's documents in Automerge's own encodings, as a baseline for benchmarks.

use super::fill::open_sample;
use crate::store::seed::weigh;
use crate::{Environment, Error, Phone};

/// Sizes in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weight {
    /// All documents, each as written by `Automerge::save`.
    pub saved: u64,
    /// The unsent changes, each as Automerge encodes a change.
    pub unsent_changes: u64,
    /// The number of documents.
    pub documents: u64,
}

impl Phone {
    /// Measures the data on this phone, which must not be open elsewhere.
    ///
    /// # Errors
    /// As [`Phone::unlock`].
    pub fn weigh(&self, pin: &str, environment: Environment) -> Result<Weight, Error> {
        weigh(&mut open_sample(self, pin, environment)?)
    }
}
