//! What a phone's work weighs, for benchmarks: the documents as Automerge itself would write them.

use super::fill::open_sample;
use crate::{Environment, Error, Phone};

/// Bytes of Automerge's own encodings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weight {
    /// All documents, each as `Automerge::save` writes it.
    pub saved: u64,
    /// The unsent changes, each as Automerge writes a change.
    pub unsent_changes: u64,
    /// How many documents.
    pub documents: u64,
}

impl Phone {
    /// Weighs what is on this phone. Nothing else may have the phone open.
    ///
    /// # Errors
    /// As [`Phone::unlock`].
    pub fn weigh(&self, pin: &str, environment: Environment) -> Result<Weight, Error> {
        open_sample(self, pin, environment)?.weigh()
    }
}
