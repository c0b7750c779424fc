//! What the casework takes from outside: the clock. Tests give their own.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::day;

/// Clock of the phone. Where it is does not matter: days are those of the team's municipality, which
/// is in the Netherlands ([`day`]).
#[derive(Clone)]
pub struct Environment {
    clock: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>,
}

impl std::fmt::Debug for Environment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Environment")
    }
}

impl Default for Environment {
    /// The real clock.
    fn default() -> Self {
        Self::with_clock(Utc::now)
    }
}

impl Environment {
    /// With another clock than the phone's.
    pub fn with_clock(clock: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self {
            clock: Arc::new(clock),
        }
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    /// Today.
    pub fn today(&self) -> NaiveDate {
        day::of(self.now())
    }
}
