//! One run: what it did so far.

use super::{Answer, Effect, MAX_ROUNDS, Outgoing, Ticket};
use crate::Error;
use crate::store::TakenIn;
use crate::view::SyncReport;

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
            return Ok(Effect::ReadAnew(why));
        }
        let response = answer.outcome?;
        Ok(Effect::TakeIn(Box::new(response)))
    }

    pub(super) fn took_in(&mut self, taken: &TakenIn) {
        self.report.records_down += taken.records;
        self.report.set_aside += taken.set_aside;
        self.report.log_restarted |= taken.log_restarted;
        self.equal = taken.equal;
        self.unfinished = taken.again;
    }
}
