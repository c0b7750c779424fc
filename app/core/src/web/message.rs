//! What page and worker say to each other.

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::call::{Change, Command, Reply};

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
    /// Close the store: from now on it needs its code again.
    Close,
    /// Anything the open store answers.
    Call(Command),
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
    /// The store is open, made, set aside or closed; or why not.
    Opened(u32, Result<(), Error>),
    /// The answer to a call.
    Answer(u32, Box<Result<Reply, Error>>),
    /// Something changed.
    Changed(Change),
}
