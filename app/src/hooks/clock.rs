//! The current time.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use dioxus::prelude::*;
use voorveld_core::day;

/// Seconds that the phone's clock is ahead, as measured by the store.
static OFF: AtomicI64 = AtomicI64::new(0);

/// Corrects the screens' clock by the store's measured offset, as the store does for records.
pub fn put_clock_right(off: Option<i64>) {
    OFF.store(off.unwrap_or_default(), Ordering::Relaxed);
}

/// The screens' clock. Tests use a stopped one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// The phone's clock, corrected.
    #[default]
    Phone,
    /// A fixed time.
    Stopped(DateTime<Utc>),
}

impl Clock {
    /// Returns the current time in UTC.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::Phone => Utc::now() - TimeDelta::seconds(OFF.load(Ordering::Relaxed)),
            Self::Stopped(at) => at,
        }
    }

    /// Returns the current day in local time.
    pub fn today(self) -> NaiveDate {
        day::of(self.now())
    }

    /// Converts a moment to local time.
    pub fn local(self, moment: DateTime<Utc>) -> NaiveDateTime {
        day::local(moment)
    }
}

/// Returns the clock from the context, or the phone's.
pub fn clock() -> Clock {
    try_consume_context::<Clock>().unwrap_or_default()
}
