//! The casework itself: what a team knows about people, kept sealed on the phone and merged with
//! the phones of colleagues.
//!
//! Everything outside talks to it through one handle, [`Workspace`]: [`Workspace::call`] takes one of
//! the [`call`] types and answers with a view model; [`Workspace::changes`] tells what to read again.
//! No connection, SQL, transaction or Automerge value crosses that line.

pub mod call;
mod crypto;
mod document;
mod environment;
mod error;
mod executor;
mod files;
#[allow(dead_code, unused_imports, reason = "search moves to it next")]
mod folding;
mod ids;
pub mod import;
mod money;
mod phone;
pub mod phone_number;
mod picture;
#[cfg(feature = "sample")]
pub mod sample;
mod store;
mod sync;
mod text;
pub mod view;
#[cfg(target_family = "wasm")]
pub mod web;
mod workspace;

pub use crypto::server_in_code;
pub use environment::Environment;
pub use error::{BadValue, Error, ImportRefusal, SyncProblem};
pub use ids::{
    AgendaId, CallListId, CaseId, CommitmentId, ContactId, DecisionId, EncounterId, ExpenseId,
    InterviewId, PartyId, PersonId, ReceiptId, RelationId, SafetyFactId, SignalId, StudyId, TeamId,
};
pub use money::{Cents, MAX_AMOUNT};
pub use phone::{PIN_DIGITS, Phone};
#[cfg(not(target_family = "wasm"))]
pub use sync::trust_only;
pub use workspace::{Changes, Workspace};
