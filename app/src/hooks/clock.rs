//! What time it is.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use dioxus::prelude::*;
use voorveld_core::day;

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
            Self::Phone => Utc::now(),
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
