//! What time it is where the phone is.

use chrono::{DateTime, FixedOffset, Local, NaiveDate, NaiveDateTime, Utc};
use dioxus::prelude::*;

/// The clock of the screens. Tests stop it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// The phone's own.
    #[default]
    Phone,
    /// Stands still.
    Stopped(DateTime<FixedOffset>),
}

impl Clock {
    /// Now, without a time zone.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::Phone => Utc::now(),
            Self::Stopped(at) => at.to_utc(),
        }
    }

    /// Today.
    pub fn today(self) -> NaiveDate {
        self.local(self.now()).date()
    }

    /// A moment as the clock on the wall showed it.
    pub fn local(self, moment: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::Phone => moment.with_timezone(&Local).naive_local(),
            Self::Stopped(at) => moment.with_timezone(at.offset()).naive_local(),
        }
    }
}

/// The clock in use.
pub fn clock() -> Clock {
    try_consume_context::<Clock>().unwrap_or_default()
}
