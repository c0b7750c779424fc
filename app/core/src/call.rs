//! What can be asked of a [`Workspace`](crate::Workspace): a type a question or command, each with
//! its reply. All of them can be serialised, so that the other side may be a thread or a worker.

mod along;
mod call_list;
mod change;
mod closing;
mod command;
mod commitment;
mod core_team;
mod cover;
mod decision;
mod effect;
mod expense;
mod export;
mod import;
mod party;
mod read;
mod relation;
mod study;
mod team;
mod team_settings;
mod teams;

pub use along::*;
pub use call_list::*;
pub use change::*;
pub use closing::*;
pub use command::*;
pub use commitment::*;
pub use core_team::*;
pub use cover::*;
pub use decision::*;
pub use effect::*;
pub use expense::*;
pub use export::*;
pub use import::*;
pub use party::*;
pub use read::*;
pub use relation::*;
pub use study::*;
pub use team::*;
pub use team_settings::*;
pub use teams::*;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{CallListId, CaseId, ContactId, PartyId, ReceiptId, RelationId, SignalId, StudyId};

/// A call with the type of its reply.
pub trait Call: Into<Command> {
    /// What comes back.
    type Reply: Serialize + DeserializeOwned + Send + 'static;

    /// Takes the reply out of its envelope; none if it is another call's.
    fn unwrap(reply: Reply) -> Option<Self::Reply>;
}

/// A call that only reads, and can tell when to read again.
pub trait Query: Call + Clone + PartialEq + 'static {
    /// Whether what this shows may have changed.
    fn shows(&self, change: &Change) -> bool;
}

/// Something changed. Sent after the change is durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Change {
    /// A case or something in it.
    Case(CaseId),
    /// A contact or something in it.
    Contact(ContactId),
    /// A signal.
    Signal(SignalId),
    /// The team, its members, what it agreed on.
    Team,
    /// A neighbourhood study or something in it.
    Study(StudyId),
    /// How it stands with the other phones (marks included).
    Sync,
    /// This phone's settings.
    Settings,
    /// So much that everything is to be read again.
    Everything,
}
