//! What time it is.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use dioxus::prelude::*;
use voorveld_core::day;

/// How many seconds the phone's clock is ahead, as the store knows.
static OFF: AtomicI64 = AtomicI64::new(0);

/// The screens go by the time of the server, as what is written does.
pub fn put_clock_right(off: Option<i64>) {
    OFF.store(off.unwrap_or_default(), Ordering::Relaxed);
}

/// The clock of the screens. Tests stop it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// The phone's own.
    #[default]
    Phone,
    /// Stands still.
    Stopped(DateTime<Utc>),
}

impl Clock {
    /// Now, without a time zone.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::Phone => Utc::now() - TimeDelta::seconds(OFF.load(Ordering::Relaxed)),
            Self::Stopped(at) => at,
        }
    }

    /// Today.
    pub fn today(self) -> NaiveDate {
        day::of(self.now())
    }

    /// A moment as the clock on the wall showed it.
    pub fn local(self, moment: DateTime<Utc>) -> NaiveDateTime {
        day::local(moment)
    }
}

/// The clock in use.
pub fn clock() -> Clock {
    try_consume_context::<Clock>().unwrap_or_default()
}
