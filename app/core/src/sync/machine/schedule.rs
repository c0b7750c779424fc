//! Scheduling of runs: debounce, heartbeat, polling and backoff.

use chrono::{DateTime, TimeDelta, Utc};

use super::Run;

/// Debounce after a save, as saves come in bursts (a form, its reminder, its contact).
const AFTER_SAVE: TimeDelta = TimeDelta::seconds(2);
/// Upper bound of the debounce, so that continuous saving does not postpone the sync.
const AFTER_FIRST_SAVE: TimeDelta = TimeDelta::seconds(10);
/// Interval while idle, to fetch colleagues' work.
const HEARTBEAT: TimeDelta = TimeDelta::minutes(15);
/// Delay after a run that stopped with work left.
const UNFINISHED: TimeDelta = TimeDelta::seconds(1);
/// Interval after closing the day, until both phones know that they are equal…
const POLL: TimeDelta = TimeDelta::seconds(3);
/// …or this much time has passed.
const POLL_FOR: TimeDelta = TimeDelta::minutes(5);
/// Backoff after a first failure, doubled by each further one…
const FIRST_BACK_OFF: TimeDelta = TimeDelta::seconds(15);
/// …up to this maximum.
const LAST_BACK_OFF: TimeDelta = TimeDelta::minutes(15);

/// Computes when the next run is due.
pub(super) struct Schedule {
    jitter: Box<dyn FnMut() -> f64 + Send>,
    due: Option<DateTime<Utc>>,
    first_save: Option<DateTime<Utc>>,
    poll_until: Option<DateTime<Utc>>,
    failures: u32,
}

impl Schedule {
    pub(super) fn new(jitter: Box<dyn FnMut() -> f64 + Send>) -> Self {
        Self {
            jitter,
            due: None,
            first_save: None,
            poll_until: None,
            failures: 0,
        }
    }

    pub(super) fn due(&self) -> Option<DateTime<Utc>> {
        self.due
    }

    /// Clamps all deadlines, so that a clock set back cannot postpone the next run by hours.
    pub(super) fn mind_the_clock(&mut self, now: DateTime<Utc>) {
        let latest = now + LAST_BACK_OFF + LAST_BACK_OFF / 5;
        self.due = self.due.map(|due| due.min(latest));
        self.poll_until = self.poll_until.map(|until| until.min(now + POLL_FOR));
        self.first_save = self.first_save.map(|first| first.min(now));
    }

    /// Resets the backoff on a user's request.
    pub(super) fn asked(&mut self) {
        self.failures = 0;
    }

    pub(super) fn began(&mut self) {
        self.due = None;
        self.first_save = None;
    }

    pub(super) fn stop(&mut self) {
        self.began();
        self.poll_until = None;
    }

    pub(super) fn saved(&mut self, now: DateTime<Utc>) {
        // Saving must not bypass the backoff.
        if self.failures > 0 {
            return;
        }
        let earlier = self.due.filter(|_| self.first_save.is_none());
        let first = *self.first_save.get_or_insert(now);
        let wanted = (now + AFTER_SAVE).min(first + AFTER_FIRST_SAVE);
        self.due = Some(earlier.map_or(wanted, |due| due.min(wanted)));
    }

    pub(super) fn succeeded(&mut self, now: DateTime<Utc>, run: &Run) {
        self.failures = 0;
        if run.close_day() {
            self.poll_until = Some(now + POLL_FOR);
        }
        self.poll_until = self.poll_until.filter(|until| now < *until && !run.equal);
        self.due = Some(
            now + if run.unfinished {
                UNFINISHED
            } else if self.poll_until.is_some() {
                POLL
            } else {
                HEARTBEAT
            },
        );
    }

    pub(super) fn failed(&mut self, now: DateTime<Utc>) {
        let doubled = FIRST_BACK_OFF * 2_i32.pow(self.failures.min(6));
        self.failures = self.failures.saturating_add(1);
        // Jitter of ±20 %.
        let share = 0.8 + 0.4 * (self.jitter)().clamp(0.0, 1.0);
        let wait = doubled.min(LAST_BACK_OFF).num_milliseconds() as f64 * share;
        self.due = Some(now + TimeDelta::milliseconds(wait as i64));
    }
}
