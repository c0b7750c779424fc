//! The store: one encrypted SQLite file a team, with documents, outbox, projections and search.
//!
//! Knows no sync protocol beyond the records it hands over and takes in.

mod handle;
mod membership;

pub(crate) use handle::StoreHandle;
pub(crate) use membership::{Membership, NewMembership, SyncNote, TakenIn};

use voorveld_protocol::{SyncRequest, SyncResponse};

use crate::{Environment, Error};

/// The open store. One thread owns it.
pub(crate) struct Store {
    pub(crate) environment: Environment,
}

impl Store {
    /// The team this phone is in, with its keys; none before there is one.
    pub(crate) fn membership(&self) -> Result<Option<Membership>, Error> {
        Ok(None)
    }

    /// Makes this phone a member: what is on it becomes work to send.
    pub(crate) fn join(&mut self, _new: NewMembership) -> Result<(), Error> {
        Err(Error::NoTeam)
    }

    /// What to send now: unsent work sealed into records (kept until they are acknowledged, so that
    /// sending them again sends the same bytes), the cursor, and this phone's status.
    pub(crate) fn next_request(&mut self) -> Result<SyncRequest, Error> {
        Err(Error::NoTeam)
    }

    /// Takes in an answer to [`Store::next_request`], in one transaction with the cursor.
    ///
    /// # Errors
    /// `Error::Sync(SyncProblem::Nonsense)` when it does not fit what the phone knows; nothing is
    /// taken in then.
    pub(crate) fn take_in(&mut self, _response: SyncResponse) -> Result<TakenIn, Error> {
        Err(Error::NoTeam)
    }

    /// Keeps how a sync ended.
    pub(crate) fn note_sync(&mut self, _note: SyncNote) -> Result<(), Error> {
        Err(Error::NoTeam)
    }
}
