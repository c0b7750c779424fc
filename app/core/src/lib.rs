//! The core of the app: casework data, encrypted on the phone and merged with colleagues' phones.
//!
//! Its only interface is the handle [`Workspace`]: [`Workspace::call`] takes one of the [`api`] types
//! and returns its [`view`]; [`Workspace::changes`] tells which queries to read again. Connections, SQL,
//! transactions and Automerge values stay inside.
//!
//! Opening, saving and reading:
//!
//! ```
//! use voorveld_core::api::{CreateCase, ReadCase, SaveEncounter};
//! use voorveld_core::model::{Channel, Who};
//! use voorveld_core::{EncounterId, Environment, Phone};
//!
//! # futures::executor::block_on(async {
//! let folder = tempfile::tempdir()?;
//! let phone = Phone::at(folder.path());
//! let workspace = phone.create("135790", Environment::default()).await?;
//! let case = workspace.call(CreateCase { name: "Duivenman".into() }).await?;
//! let save = SaveEncounter {
//!     id: EncounterId(uuid::Uuid::now_v7()),
//!     text: "Zei goedemorgen terug.".into(),
//!     channel: Channel::Street,
//!     who: Who::Case(case),
//!     at: None,
//! };
//! // Durable once this returns, even across a power cut.
//! workspace.call(save).await?;
//!
//! // Dropping the handle locks the app; the PIN opens it again.
//! drop(workspace);
//! let workspace = phone.unlock("135790", Environment::default()).await?;
//! let at_the_door = workspace.call(ReadCase { case }).await?;
//! assert_eq!(at_the_door.last_three[0].text, "Zei goedemorgen terug.");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # }).unwrap();
//! ```
//!
//! `docs/architecture.md` describes how the modules work together.

pub mod api;
mod bsn;
mod crypto;
pub mod day;
mod document;
mod environment;
mod error;
mod executor;
mod files;
mod folding;
mod ids;
pub mod import;
mod marks;
pub mod model;
mod money;
mod phone;
pub mod phone_number;
mod picture;
#[cfg(feature = "sample")]
pub mod sample;
#[cfg(feature = "sample")]
mod seed;
mod store;
mod sync;
pub mod view;
#[cfg(target_family = "wasm")]
pub mod web;
mod workspace;

pub use bsn::{holds_bsn, is_bsn};
pub use crypto::server_in_code;
pub use environment::Environment;
pub use error::{BadValue, Error, ImportRefusal, SyncProblem};
pub use ids::{
    AgendaId, CallListId, CaseId, CommitmentId, ContactId, DecisionId, EncounterId, ExpenseId,
    InterviewId, PartyId, PersonId, ReceiptId, RelationId, SafetyFactId, SignalId, StudyId, TeamId,
};
pub use marks::{isolated, without_marks};
pub use money::{Cents, MAX_AMOUNT};
pub use phone::{PIN_DIGITS, Phone};
pub use store::close_all;
#[cfg(not(target_family = "wasm"))]
pub use sync::trust_only;
pub use workspace::{Changes, Workspace};
