//! What the casework takes from outside: the clock. Tests give their own.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::day;

/// Clock of the phone, put right by what a server said. Where the phone is does not matter: days are those
/// of the team's municipality, which is in the Netherlands ([`day`]).
#[derive(Clone)]
pub struct Environment {
    clock: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>,
    off: Arc<Mutex<Off>>,
}

/// What is known of the phone's clock.
#[derive(Debug, Clone, Copy, Default)]
struct Off {
    /// How far it is ahead.
    by: TimeDelta,
    /// What it said when that was found.
    since: DateTime<Utc>,
    /// A server's time was seen since the app was started.
    compared: bool,
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
            off: Arc::default(),
        }
    }

    /// Now: by the phone's clock, put right where a server said that it is off.
    pub fn now(&self) -> DateTime<Utc> {
        let (phone, off) = (self.phone_clock(), *self.off());
        // Earlier than when that was found: somebody has put the clock back since.
        match phone + TimeDelta::minutes(1) < off.since {
            true => phone,
            false => phone - off.by,
        }
    }

    /// A moment that a screen took from the phone's own clock before that was known to be ahead.
    pub(crate) fn not_ahead(&self, at: DateTime<Utc>, allowed: TimeDelta) -> Option<DateTime<Utc>> {
        let now = self.now();
        let right = at - (self.phone_clock() - now).max(TimeDelta::zero());
        [at, right].into_iter().find(|at| *at <= now + allowed)
    }

    /// What the phone's own clock says.
    pub(crate) fn phone_clock(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    /// The phone's clock is this far ahead (below zero: behind), found when it said `since`.
    pub(crate) fn put_right(&self, by: TimeDelta, since: DateTime<Utc>) {
        let mut off = self.off();
        (off.by, off.since) = (by, since);
    }

    /// The same, found before the app was started. What was found since is newer.
    pub(crate) fn remember(&self, by: TimeDelta, since: DateTime<Utc>) {
        if !self.is_compared() {
            self.put_right(by, since);
        }
    }

    /// A server's time was seen.
    pub(crate) fn note_compared(&self) {
        self.off().compared = true;
    }

    /// Whether a server's time was seen since the app was started: then others' wrong clocks show.
    pub(crate) fn is_compared(&self) -> bool {
        self.off().compared
    }

    fn off(&self) -> MutexGuard<'_, Off> {
        self.off.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Today.
    pub fn today(&self) -> NaiveDate {
        day::of(self.now())
    }
}
