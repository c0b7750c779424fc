//! When the next run is due.

use chrono::{DateTime, TimeDelta, Utc};

use super::Run;

/// After a save: more often comes with it (a form, its reminder, its contact).
const AFTER_SAVE: TimeDelta = TimeDelta::seconds(2);
/// Somebody who keeps on saving must not put it off for ever.
const AFTER_FIRST_SAVE: TimeDelta = TimeDelta::seconds(10);
/// When nothing happens: the colleagues' work of meanwhile.
const HEARTBEAT: TimeDelta = TimeDelta::minutes(15);
/// After a run that had to stop before it was done.
const UNFINISHED: TimeDelta = TimeDelta::seconds(1);
/// After closing the day, until both phones know that they are equal…
const POLL: TimeDelta = TimeDelta::seconds(3);
/// …or the colleague clearly is not there.
const POLL_FOR: TimeDelta = TimeDelta::minutes(5);
/// After a failure, doubled by each further one…
const FIRST_BACK_OFF: TimeDelta = TimeDelta::seconds(15);
/// …up to this.
const LAST_BACK_OFF: TimeDelta = TimeDelta::minutes(15);

/// The times between runs.
pub(super) struct Pace {
    jitter: Box<dyn FnMut() -> f64 + Send>,
    due: Option<DateTime<Utc>>,
    first_save: Option<DateTime<Utc>>,
    poll_until: Option<DateTime<Utc>>,
    failures: u32,
}

impl Pace {
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

    /// A clock that was set back must not put the next run off by hours.
    pub(super) fn mind_the_clock(&mut self, now: DateTime<Utc>) {
        let latest = now + LAST_BACK_OFF + LAST_BACK_OFF / 5;
        self.due = self.due.map(|due| due.min(latest));
        self.poll_until = self.poll_until.map(|until| until.min(now + POLL_FOR));
        self.first_save = self.first_save.map(|first| first.min(now));
    }

    /// The user wants it now: earlier failures do not count any more.
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
        // While the server cannot be reached, saving does not make it any more reachable.
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
        // A fifth more or less.
        let share = 0.8 + 0.4 * (self.jitter)().clamp(0.0, 1.0);
        let wait = doubled.min(LAST_BACK_OFF).num_milliseconds() as f64 * share;
        self.due = Some(now + TimeDelta::milliseconds(wait as i64));
    }
}
