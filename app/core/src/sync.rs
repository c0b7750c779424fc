//! The sync machine and its ways to a server.
//!
//! [`machine`] decides what happens when and touches nothing; [`runner`] does it, on a thread of its
//! own; [`transport`] carries the bytes; [`enrol`] gets a phone into a team. What is sent and what
//! comes of an answer is the store's affair.

mod address;
mod enrol;
mod machine;
pub(crate) mod payload;
mod runner;
#[cfg(test)]
mod story;
mod transport;

pub(crate) use address::Address;
pub(crate) use runner::{SyncCommand, SyncHandle};
pub(crate) use transport::HttpTransport;
#[cfg(not(target_family = "wasm"))]
pub use transport::trust_only;
