//! The sync engine and its transports.
//!
//! [`machine`] is a pure state machine that decides what happens when; [`runner`] performs its
//! effects on a dedicated thread; [`transport`] carries requests; [`enrol`] gets a phone into a
//! team. Building requests and applying responses is the store's job.

mod address;
mod enrol;
mod machine;
mod runner;
#[cfg(test)]
mod scenario;
mod transport;

pub(crate) use address::Address;
pub(crate) use runner::{SyncCommand, SyncHandle};
pub(crate) use transport::HttpTransport;
#[cfg(not(target_family = "wasm"))]
pub use transport::trust_only;
