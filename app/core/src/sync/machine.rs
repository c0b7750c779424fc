//! When to sync, and what next: decisions only. No clock, randomness, socket or store of its own; it
//! is told what happened, and says what is to be done.
//!
//! One run at a time. A run is rounds of *prepare, send, take in*, as long as there is more; then it
//! is noted and told to whoever waits for it. What is asked for during a run is done by the next one:
//! who closes the day must get a run that began after their last note was saved.

mod pace;
mod run;

use chrono::{DateTime, Utc};
use voorveld_protocol::SyncResponse;

use crate::call::Change;
use crate::store::{OutOfStep, SyncNote, TakenIn};
use crate::view::SyncReport;
use crate::{Error, SyncProblem};
use pace::Pace;
use run::Run;

/// Most rounds of one run: 64 pages of the largest size. What is left comes a moment later, so that
/// a server that never ends cannot keep a run going for ever.
const MAX_ROUNDS: u32 = 64;

/// Names somebody who waits for a run.
pub(super) type Ticket = u64;

/// What happened.
#[derive(Debug)]
pub(super) enum Event {
    /// Somebody asks for a sync and waits for its result.
    Asked {
        /// Who.
        ticket: Ticket,
        /// The user closes the day.
        close_day: bool,
    },
    /// The app came to the front.
    CameToFront,
    /// Something was saved.
    Saved,
    /// The time of [`Machine::wake_at`] has come.
    Woke,
    /// [`Effect::Prepare`] was done.
    Prepared(Result<Outgoing, Error>),
    /// [`Effect::Send`] was done.
    Answered(Answer),
    /// [`Effect::TakeIn`] was done.
    TookIn(Result<TakenIn, Error>),
}

/// A request, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outgoing {
    /// Its signed body.
    pub(super) body: Vec<u8>,
    /// Records in it.
    pub(super) records: u32,
}

/// What came of sending.
#[derive(Debug)]
pub(super) struct Answer {
    /// The response, or why there is none.
    pub(super) outcome: Result<SyncResponse, SyncProblem>,
    /// Bytes of its body.
    pub(super) bytes: u64,
    /// The server has other numbers for this device's records than the phone: it lost some (it was
    /// restored from a backup), or another copy of this phone has synced.
    pub(super) out_of_step: Option<OutOfStep>,
}

/// What is to be done, in this order.
#[derive(Debug, PartialEq)]
pub(super) enum Effect {
    /// Ask the store what to send; answer with [`Event::Prepared`].
    Prepare,
    /// Send this; answer with [`Event::Answered`].
    Send(Vec<u8>),
    /// Have the store take this in; answer with [`Event::TookIn`].
    TakeIn(Box<SyncResponse>),
    /// Have the store read the log anew from its start; answer with [`Event::TookIn`].
    ReadAnew {
        /// Why.
        why: OutOfStep,
        /// Somebody waits for this run, rather than the phone having begun it by itself.
        asked: bool,
    },
    /// Have the store keep how it ended.
    Note(SyncNote),
    /// Tell who waits.
    Answer(Ticket, Result<SyncReport, Error>),
    /// Tell the screens.
    Tell(Change),
}

/// The machine. One a phone.
pub(super) struct Machine {
    pace: Pace,
    run: Option<Run>,
    /// Asked for during a run: the next one is theirs.
    waiting: Vec<(Ticket, bool)>,
    /// Saved during a run.
    saved: bool,
}

impl Machine {
    /// `jitter` gives numbers from 0 to 1, so that phones that failed together do not try again
    /// together.
    pub(super) fn new(jitter: impl FnMut() -> f64 + Send + 'static) -> Self {
        Self {
            pace: Pace::new(Box::new(jitter)),
            run: None,
            waiting: Vec::new(),
            saved: false,
        }
    }

    /// A run is under way.
    pub(super) fn is_running(&self) -> bool {
        self.run.is_some()
    }

    /// When [`Event::Woke`] is due. Never while a run is under way.
    pub(super) fn wake_at(&self) -> Option<DateTime<Utc>> {
        if self.is_running() {
            None
        } else {
            self.pace.due()
        }
    }

    /// Takes in what happened and says what is to be done.
    pub(super) fn handle(&mut self, now: DateTime<Utc>, event: Event) -> Vec<Effect> {
        self.pace.mind_the_clock(now);
        match event {
            Event::Asked { ticket, close_day } => {
                self.pace.asked();
                self.waiting.push((ticket, close_day));
                self.begin_unless_running()
            }
            Event::CameToFront => self.begin_unless_running(),
            Event::Saved if self.is_running() => {
                self.saved = true;
                Vec::new()
            }
            Event::Saved => {
                self.pace.saved(now);
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
        self.pace.began();
        self.saved = false;
        self.run = Some(Run::of(std::mem::take(&mut self.waiting)));
        vec![Effect::Tell(Change::Sync), Effect::Prepare]
    }

    fn took_in(&mut self, now: DateTime<Utc>, taken: Result<TakenIn, Error>) -> Vec<Effect> {
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
                self.pace.succeeded(now, &run);
                if self.saved {
                    self.pace.saved(now);
                }
                Ok(run.report.clone())
            }
            // Not a failure: there is nobody to sync with yet.
            Err(Error::NoTeam) => {
                self.pace.stop();
                Err(Error::NoTeam)
            }
            Err(error) => {
                self.pace.failed(now);
                Err(error)
            }
        };
        if result != Err(Error::NoTeam) {
            effects.push(Effect::Note(SyncNote {
                outcome: result.clone().map_err(|error| problem(&error)),
                // A day of which something is still to come is not closed yet.
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

/// What a failure of the store or the line is to the user.
fn problem(error: &Error) -> SyncProblem {
    match error {
        Error::Sync(problem) => *problem,
        _ => SyncProblem::OwnStore,
    }
}

#[cfg(test)]
mod tests;
