//! The state of one run.

use super::{Answer, Effect, MAX_ROUNDS, Outgoing, Ticket};
use crate::store::{IntakeResult, OutOfStep};
use crate::view::{Doubt, SyncReport};
use crate::{Error, SyncProblem};

/// A run ends after this many consecutive responses without progress.
const IDLE_ROUNDS: u32 = 2;

/// A run in progress.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Its waiters, each with whether they close the day.
    pub(super) tickets: Vec<(Ticket, bool)>,
    /// What the run has done so far.
    pub(super) report: SyncReport,
    /// Whether the log has been reread already; being out of step again is then reported as a
    /// problem.
    reread: bool,
    /// Whether all phones hold the same content, as of the last response.
    pub(super) equal: bool,
    /// Whether work is left, as of the last response.
    pub(super) unfinished: bool,
    /// Doubts raised by the responses.
    pub(super) doubts: Vec<Doubt>,
    /// Number of consecutive responses without progress.
    idle_rounds: u32,
    /// How often the log restarted.
    restarts: u32,
}

impl Run {
    pub(super) fn of(tickets: Vec<(Ticket, bool)>) -> Self {
        Self {
            tickets,
            ..Self::default()
        }
    }

    pub(super) fn close_day(&self) -> bool {
        self.tickets.iter().any(|(_, close_day)| *close_day)
    }

    pub(super) fn rounds_left(&self) -> bool {
        self.report.requests < MAX_ROUNDS
    }

    pub(super) fn prepared(&mut self, prepared: Result<Outgoing, Error>) -> Result<Effect, Error> {
        let outgoing = prepared?;
        self.report.requests += 1;
        self.report.bytes_up += outgoing.body.len() as u64;
        self.report.records_up += outgoing.records;
        Ok(Effect::Send(outgoing.body))
    }

    pub(super) fn answered(&mut self, answer: Answer) -> Result<Effect, Error> {
        self.report.bytes_down += answer.bytes;
        if let Some(why) = answer.out_of_step
            && !std::mem::replace(&mut self.reread, true)
        {
            let asked = self.asked();
            return Ok(Effect::Reread { why, asked });
        }
        let response = answer.outcome?;
        Ok(Effect::TakeIn(Box::new(response)))
    }

    fn asked(&self) -> bool {
        !self.tickets.is_empty()
    }

    /// Records an applied response. Returns [`Effect::Reread`] when the log restarted again
    /// shortly after an earlier restart, which is retried only when a user waits for the run.
    ///
    /// # Errors
    /// [`SyncProblem::Withheld`] when own records that were acknowledged are missing from the log;
    /// [`SyncProblem::NoProgress`] when the log keeps restarting or responses bring no progress.
    pub(super) fn took_in(&mut self, taken: &IntakeResult) -> Result<Option<Effect>, SyncProblem> {
        self.report.records_down += taken.records;
        self.report.quarantined += taken.quarantined;
        self.report.log_restarted |= taken.log_restarted;
        self.equal = taken.equal;
        self.unfinished = taken.again;
        self.doubts.extend(taken.doubts.iter().cloned());
        self.idle_rounds = if taken.progress {
            0
        } else {
            self.idle_rounds + 1
        };
        self.restarts += u32::from(taken.log_restarted);
        if taken.doubts.contains(&Doubt::OwnMissing) {
            return Err(SyncProblem::Withheld);
        }
        if taken.restarted_again && self.asked() && self.restarts == 0 {
            return Ok(Some(Effect::Reread {
                why: OutOfStep::Lost,
                asked: true,
            }));
        }
        let stuck = taken.again && self.idle_rounds >= IDLE_ROUNDS;
        match taken.restarted_again || self.restarts > 1 || stuck {
            true => Err(SyncProblem::NoProgress),
            false => Ok(None),
        }
    }
}
