//! One run: what it did so far.

use super::{Answer, Effect, MAX_ROUNDS, Outgoing, Ticket};
use crate::store::{OutOfStep, TakenIn};
use crate::view::{Doubt, SyncReport};
use crate::{Error, SyncProblem};

/// So many answers in a row that bring nothing end a run.
const IDLE_ROUNDS: u32 = 2;

/// A run under way.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Who waits for it, and whether they close the day.
    pub(super) tickets: Vec<(Ticket, bool)>,
    /// What it did so far.
    pub(super) report: SyncReport,
    /// The log was read anew already: being out of step once more is a problem to be told.
    read_anew: bool,
    /// As of the last answer, all phones hold the same.
    pub(super) equal: bool,
    /// As of the last answer, something is left to do.
    pub(super) unfinished: bool,
    /// What of the answers gave cause for doubt.
    pub(super) doubts: Vec<Doubt>,
    /// Answers in a row that brought the phone no further.
    idle_rounds: u32,
    /// How often the log began anew.
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
            && !std::mem::replace(&mut self.read_anew, true)
        {
            let asked = self.asked();
            return Ok(Effect::ReadAnew { why, asked });
        }
        let response = answer.outcome?;
        Ok(Effect::TakeIn(Box::new(response)))
    }

    fn asked(&self) -> bool {
        !self.tickets.is_empty()
    }

    /// Counts what an answer brought, and says what to do besides going on: read the log anew once
    /// more, which the phone does not do by itself.
    ///
    /// # Errors
    /// [`SyncProblem::Withheld`] when the log lacks what the server says it keeps;
    /// [`SyncProblem::NoProgress`] when going on would send the same once more.
    pub(super) fn took_in(&mut self, taken: &TakenIn) -> Result<Option<Effect>, SyncProblem> {
        self.report.records_down += taken.records;
        self.report.set_aside += taken.set_aside;
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
            return Ok(Some(Effect::ReadAnew {
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
