//! Requests to a [`Workspace`](crate::Workspace): one type each, with its response
//! type. All of them are serializable, because the store may live in another thread or a web worker.

mod call_list;
mod change;
mod checkup;
mod client_view;
mod closing;
mod commitment;
mod core_team;
mod cover;
mod decision;
mod effect;
mod expense;
mod export;
mod import;
mod joining;
mod party;
mod read;
mod relation;
mod request;
mod study;
mod taking_back;
mod team;
mod team_settings;
mod teams;

pub use call_list::*;
pub use change::*;
pub use checkup::*;
pub use client_view::*;
pub use closing::*;
pub use commitment::*;
pub use core_team::*;
pub use cover::*;
pub use decision::*;
pub use effect::*;
pub use expense::*;
pub use export::*;
pub use import::*;
pub use joining::{BringCaseBack, JoinCases, ReadRemovedCases, RemoveCase, SplitCase};
pub use party::*;
pub use read::*;
pub use relation::*;
pub use request::*;
pub use study::*;
pub use taking_back::*;
pub use team::*;
pub use team_settings::*;
pub use teams::*;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    CallListId, CaseId, CommitmentId, ContactId, PartyId, ReceiptId, RelationId, SignalId, StudyId,
};

/// A request, with the type of its response.
pub trait RequestType: Into<Request> {
    /// The type of the response.
    type Response: Serialize + DeserializeOwned + Send + 'static;

    /// Extracts the response from the [`Response`] enum; `None` if it belongs to another request.
    fn unwrap(response: Response) -> Option<Self::Response>;
}

/// A read-only request that can tell which changes make its result stale.
pub trait Query: RequestType + Clone + PartialEq + 'static {
    /// Returns whether this change may affect the result.
    fn shows(&self, change: &Change) -> bool;
}

/// A notification that something changed, sent after the change is durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Change {
    /// A case or anything in it.
    Case(CaseId),
    /// A contact or anything in it.
    Contact(ContactId),
    /// A signal.
    Signal(SignalId),
    /// The team: its members or settings.
    Team,
    /// A neighbourhood study or anything in it.
    Study(StudyId),
    /// The sync state, including the [`SyncMark`](crate::model::SyncMark)s of records.
    Sync,
    /// This phone's settings.
    Settings,
    /// Too much to list: every query must be read again.
    Everything,
}
