//! The clock, injected so that tests can supply their own.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::day;

/// The phone's clock, corrected by the server's time. The phone's time zone plays no part: days are
/// those of the Netherlands, where the team's municipality is ([`day`]).
#[derive(Clone)]
pub struct Environment {
    clock: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>,
    off: Arc<Mutex<Off>>,
}

/// The known deviation of the phone's clock.
#[derive(Debug, Clone, Copy, Default)]
struct Off {
    /// How far the clock is ahead; negative if it is behind.
    by: TimeDelta,
    /// The reading of the phone's clock when the deviation was measured.
    since: DateTime<Utc>,
    /// Whether a server's time was seen since the app started.
    compared: bool,
}

impl std::fmt::Debug for Environment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Environment")
    }
}

impl Default for Environment {
    /// Uses the phone's clock.
    fn default() -> Self {
        Self::with_clock(Utc::now)
    }
}

impl Environment {
    /// Uses the given clock instead of the phone's.
    pub fn with_clock(clock: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self {
            clock: Arc::new(clock),
            off: Arc::default(),
        }
    }

    /// Returns the current time: the phone's clock, corrected by the known deviation.
    pub fn now(&self) -> DateTime<Utc> {
        let (phone, off) = (self.phone_clock(), *self.off());
        // The clock reads earlier than when the deviation was measured, so it was set back since then.
        match phone + TimeDelta::minutes(1) < off.since {
            true => phone,
            false => phone - off.by,
        }
    }

    /// Accepts a moment at most `allowed` in the future. A later one is accepted after subtracting the
    /// phone's known lead, because a screen may have read the clock before the deviation was known.
    pub(crate) fn not_ahead(&self, at: DateTime<Utc>, allowed: TimeDelta) -> Option<DateTime<Utc>> {
        let now = self.now();
        let right = at - (self.phone_clock() - now).max(TimeDelta::zero());
        [at, right].into_iter().find(|at| *at <= now + allowed)
    }

    /// Returns the reading of the phone's own clock, uncorrected.
    pub(crate) fn phone_clock(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    /// Records that the phone's clock is ahead by `by` (negative: behind), measured when it read
    /// `since`.
    pub(crate) fn put_right(&self, by: TimeDelta, since: DateTime<Utc>) {
        let mut off = self.off();
        (off.by, off.since) = (by, since);
    }

    /// Restores a deviation that was stored in an earlier run, unless this run has measured one already.
    pub(crate) fn remember(&self, by: TimeDelta, since: DateTime<Utc>) {
        if !self.is_compared() {
            self.put_right(by, since);
        }
    }

    /// Records that a server's time was seen.
    pub(crate) fn note_compared(&self) {
        self.off().compared = true;
    }

    /// Returns whether a server's time was seen since the app started. Only then can a wrong clock of a
    /// colleague's phone be told from a wrong clock of this one.
    pub(crate) fn is_compared(&self) -> bool {
        self.off().compared
    }

    fn off(&self) -> MutexGuard<'_, Off> {
        self.off.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the current day in the Netherlands.
    pub fn today(&self) -> NaiveDate {
        day::of(self.now())
    }
}
