//! Storage size of a team's documents in Automerge's own encodings, as a baseline for benchmarks.

use super::fill::open_sample;
use crate::seed::Weight;
use crate::store::seed::weigh;
use crate::{Environment, Error, Phone};

impl Phone {
    /// Measures the data on this phone, which must not be open elsewhere.
    ///
    /// # Errors
    /// As [`Phone::unlock`].
    pub fn weigh(&self, pin: &str, environment: Environment) -> Result<Weight, Error> {
        weigh(&mut open_sample(self, pin, environment)?)
    }
}
