//! The sync state machine: decides when to sync and what to do next. It owns no clock, randomness,
//! socket or store; it consumes events and returns effects.
//!
//! At most one run at a time. A run consists of rounds of *prepare, send, take in* until nothing is
//! left; it is then recorded and reported to its waiters. Requests made during a run are served by
//! the next one: closing the day needs a run that began after the last note was saved.

mod run;
mod schedule;

use chrono::{DateTime, Utc};
use voorveld_protocol::SyncResponse;

use crate::api::Change;
use crate::store::{IntakeResult, OutOfStep, SyncNote};
use crate::view::SyncReport;
use crate::{Error, SyncProblem};
use run::Run;
use schedule::Schedule;

/// Maximum rounds per run: 64 pages of the largest size. The rest follows in a run a moment later,
/// so that a server that never finishes cannot keep a run going for ever.
const MAX_ROUNDS: u32 = 64;

/// Identifies a waiter of a run.
pub(super) type Ticket = u64;

/// Input to the machine.
#[derive(Debug)]
pub(super) enum Event {
    /// A sync was requested and its result is awaited.
    Asked {
        /// The waiter.
        ticket: Ticket,
        /// Whether the user closes the day.
        close_day: bool,
    },
    /// The app came to the foreground.
    AppResumed,
    /// Something was saved.
    Saved,
    /// The time given by [`Machine::wake_at`] has come.
    Woke,
    /// [`Effect::Prepare`] completed.
    Prepared(Result<Outgoing, Error>),
    /// [`Effect::Send`] completed.
    Answered(Answer),
    /// [`Effect::TakeIn`] or [`Effect::Reread`] completed.
    TookIn(Result<IntakeResult, Error>),
}

/// A request, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outgoing {
    /// The signed body.
    pub(super) body: Vec<u8>,
    /// Number of records in it.
    pub(super) records: u32,
}

/// The outcome of sending a request.
#[derive(Debug)]
pub(super) struct Answer {
    /// The response, or the reason for failure.
    pub(super) outcome: Result<SyncResponse, SyncProblem>,
    /// Size of the response body in bytes.
    pub(super) bytes: u64,
    /// Set when the server's numbers for this device's records differ from the phone's: the server
    /// lost records (restored from a backup), or another copy of this phone has synced.
    pub(super) out_of_step: Option<OutOfStep>,
}

/// Output of the machine, to be performed in order.
#[derive(Debug, PartialEq)]
pub(super) enum Effect {
    /// Have the store prepare a request; reply with [`Event::Prepared`].
    Prepare,
    /// Send this body; reply with [`Event::Answered`].
    Send(Vec<u8>),
    /// Have the store apply this response; reply with [`Event::TookIn`].
    TakeIn(Box<SyncResponse>),
    /// Have the store reread the log from its start; reply with [`Event::TookIn`].
    Reread {
        /// The reason.
        why: OutOfStep,
        /// Whether the run was requested rather than scheduled.
        asked: bool,
    },
    /// Have the store record the run's outcome.
    Note(SyncNote),
    /// Deliver the result to a waiter.
    Answer(Ticket, Result<SyncReport, Error>),
    /// Notify the screens.
    Tell(Change),
}

/// The sync state machine, one per phone.
pub(super) struct Machine {
    schedule: Schedule,
    run: Option<Run>,
    /// Requests made during a run, for the next one.
    waiting: Vec<(Ticket, bool)>,
    /// Whether something was saved during a run.
    saved: bool,
}

impl Machine {
    /// Creates the machine. `jitter` returns numbers from 0 to 1, which spread the retries of phones
    /// that failed at the same time.
    pub(super) fn new(jitter: impl FnMut() -> f64 + Send + 'static) -> Self {
        Self {
            schedule: Schedule::new(Box::new(jitter)),
            run: None,
            waiting: Vec::new(),
            saved: false,
        }
    }

    /// Returns whether a run is in progress.
    pub(super) fn is_running(&self) -> bool {
        self.run.is_some()
    }

    /// Returns when [`Event::Woke`] is due; `None` during a run.
    pub(super) fn wake_at(&self) -> Option<DateTime<Utc>> {
        if self.is_running() {
            None
        } else {
            self.schedule.due()
        }
    }

    /// Handles an event and returns the effects to perform.
    pub(super) fn handle(&mut self, now: DateTime<Utc>, event: Event) -> Vec<Effect> {
        self.schedule.mind_the_clock(now);
        match event {
            Event::Asked { ticket, close_day } => {
                self.schedule.asked();
                self.waiting.push((ticket, close_day));
                self.begin_unless_running()
            }
            Event::AppResumed => self.begin_unless_running(),
            Event::Saved if self.is_running() => {
                self.saved = true;
                Vec::new()
            }
            Event::Saved => {
                self.schedule.saved(now);
                Vec::new()
            }
            Event::Woke => self.begin_unless_running(),
            Event::Prepared(prepared) => {
                match self.run.as_mut().map(|run| run.prepared(prepared)) {
                    Some(Ok(effect)) => vec![effect],
                    Some(Err(error)) => self.end(now, Err(error)),
                    None => Vec::new(),
                }
            }
            Event::Answered(answer) => match self.run.as_mut().map(|run| run.answered(answer)) {
                Some(Ok(effect)) => vec![effect],
                Some(Err(error)) => self.end(now, Err(error)),
                None => Vec::new(),
            },
            Event::TookIn(taken) => self.took_in(now, taken),
        }
    }

    fn begin_unless_running(&mut self) -> Vec<Effect> {
        if self.is_running() {
            return Vec::new();
        }
        self.schedule.began();
        self.saved = false;
        self.run = Some(Run::of(std::mem::take(&mut self.waiting)));
        vec![Effect::Tell(Change::Sync), Effect::Prepare]
    }

    fn took_in(&mut self, now: DateTime<Utc>, taken: Result<IntakeResult, Error>) -> Vec<Effect> {
        let Some(run) = self.run.as_mut() else {
            return Vec::new();
        };
        let taken = match taken {
            Ok(taken) => taken,
            Err(error) => return self.end(now, Err(error)),
        };
        let again = taken.again;
        match run.took_in(&taken) {
            Ok(None) => {}
            Ok(Some(effect)) => return vec![effect],
            Err(problem) => return self.end(now, Err(problem.into())),
        }
        let rounds_left = run.rounds_left();
        let mut effects: Vec<Effect> = Vec::new();
        if again && rounds_left {
            effects.push(Effect::Prepare);
        } else {
            effects.extend(self.end(now, Ok(())));
        }
        effects
    }

    fn end(&mut self, now: DateTime<Utc>, outcome: Result<(), Error>) -> Vec<Effect> {
        let Some(run) = self.run.take() else {
            return Vec::new();
        };
        let mut effects = Vec::new();
        let result = match outcome {
            Ok(()) => {
                self.schedule.succeeded(now, &run);
                if self.saved {
                    self.schedule.saved(now);
                }
                Ok(run.report.clone())
            }
            // Not a failure: the phone is in no team yet.
            Err(Error::NoTeam) => {
                self.schedule.stop();
                Err(Error::NoTeam)
            }
            Err(error) => {
                self.schedule.failed(now);
                Err(error)
            }
        };
        if result != Err(Error::NoTeam) {
            effects.push(Effect::Note(SyncNote {
                outcome: result.clone().map_err(|error| problem(&error)),
                // The day is not closed while records remain to be exchanged.
                close_day: run.close_day() && !run.unfinished,
                doubts: run.doubts,
            }));
        }
        for (ticket, _) in run.tickets {
            effects.push(Effect::Answer(ticket, result.clone()));
        }
        effects.push(Effect::Tell(Change::Sync));
        if !self.waiting.is_empty() {
            effects.extend(self.begin_unless_running());
        }
        effects
    }
}

/// Maps an error of the store or the transport to a problem shown to the user.
fn problem(error: &Error) -> SyncProblem {
    match error {
        Error::Sync(problem) => *problem,
        _ => SyncProblem::OwnStore,
    }
}

#[cfg(test)]
mod tests;
