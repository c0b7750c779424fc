//! The messages between page and worker.

use serde::{Deserialize, Serialize};

use crate::api::{Change, Request, Response, TeamChoice};
use crate::{Error, TeamId};

/// A request of the page, with a number that the response repeats.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Asked {
    pub(super) number: u32,
    pub(super) ask: Ask,
}

/// The requests of the page.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Ask {
    /// Create a store with this PIN.
    Create(String),
    /// Open the store with this PIN.
    Unlock(String),
    /// Set the store aside, because its PIN was forgotten.
    SetAside,
    /// Close the team of this opening and open another one.
    Switch(u32, TeamChoice),
    /// Close the store of this opening, if it is still open. Opening it again requires the PIN.
    Close(u32),
    /// Any request to the store of this opening. The number keeps one for this team from reaching
    /// another.
    Store(u32, Request),
}

/// A store that was opened.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Opening {
    /// The worker's number of the opening.
    pub(super) number: u32,
    /// The team whose data it holds.
    pub(super) team: TeamId,
}

/// The messages of the worker.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Told {
    /// Another tab holds the store, and the worker waits for it. Sent by the worker's script before the
    /// program is loaded.
    Taken,
    /// The worker holds the store's files.
    Ready { has_store: bool },
    /// The browser offers no storage.
    Refused(Error),
    /// The store was opened or created, or an error occurred.
    Opened(u32, Result<Opening, Error>),
    /// The store was set aside or closed, or an error occurred.
    Done(u32, Result<(), Error>),
    /// The response to a request.
    Answer(u32, Box<Result<Response, Error>>),
    /// A change notification.
    Changed(Change),
}
