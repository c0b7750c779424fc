//! What page and worker say to each other.

use serde::{Deserialize, Serialize};

use crate::call::{Change, Command, Reply, TeamChoice};
use crate::{Error, TeamId};

/// What the page asks, with a number that the answer carries too.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Asked {
    pub(super) number: u32,
    pub(super) ask: Ask,
}

/// What the page asks.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Ask {
    /// Make a store that opens with this code.
    Create(String),
    /// Open the store.
    Unlock(String),
    /// Set the store aside: its code was forgotten.
    SetAside,
    /// Leave the team of this opening for another one.
    Switch(u32, TeamChoice),
    /// Close the store of this opening, if it is open still: from now on it needs its code again.
    Close(u32),
    /// Anything the store of this opening answers. What was meant for one team never comes to another.
    Call(u32, Command),
}

/// A store that was opened.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Opening {
    /// The worker's number for it.
    pub(super) number: u32,
    /// Whose work is in it.
    pub(super) team: TeamId,
}

/// What the worker tells.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Told {
    /// Another tab has the store; the worker waits for it. Said by the worker's script, before there
    /// is a program.
    Taken,
    /// The worker has the store.
    Ready { has_store: bool },
    /// There is no place for a store here.
    Refused(Error),
    /// The store is open or made; or why not.
    Opened(u32, Result<Opening, Error>),
    /// The store is set aside or closed; or why not.
    Done(u32, Result<(), Error>),
    /// The answer to a call.
    Answer(u32, Box<Result<Reply, Error>>),
    /// Something changed.
    Changed(Change),
}
