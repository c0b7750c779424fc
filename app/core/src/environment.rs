//! What the casework takes from outside: the clock. Tests give their own.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, Local, NaiveDate, Utc};

/// Clock of the phone, with its time zone.
#[derive(Clone)]
pub struct Environment {
    clock: Arc<dyn Fn() -> DateTime<FixedOffset> + Send + Sync>,
}

impl std::fmt::Debug for Environment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Environment")
    }
}

impl Default for Environment {
    /// The real clock.
    fn default() -> Self {
        Self::with_clock(|| Local::now().fixed_offset())
    }
}

impl Environment {
    /// With another clock than the phone's.
    pub fn with_clock(clock: impl Fn() -> DateTime<FixedOffset> + Send + Sync + 'static) -> Self {
        Self {
            clock: Arc::new(clock),
        }
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)().to_utc()
    }

    /// Today where the phone is.
    pub fn today(&self) -> NaiveDate {
        (self.clock)().date_naive()
    }

    /// The day a moment falls on where the phone is.
    pub fn day_of(&self, moment: DateTime<Utc>) -> NaiveDate {
        self.days()(moment)
    }

    /// The same for many moments, with one look at the clock.
    pub fn days(&self) -> impl Fn(DateTime<Utc>) -> NaiveDate + use<> {
        let offset = *(self.clock)().offset();
        move |moment| moment.with_timezone(&offset).date_naive()
    }
}
