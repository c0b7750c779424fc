//! The sync server: a dumb, fast, durable log per team. It keeps bytes it cannot read.
//!
//! What is said on the wire is in the protocol crate's `PROTOCOL.md`, and how over HTTP in its
//! `HTTP.md`. Here: [`app`] is the router, [`Store`] is where the log is kept, [`conformance`] is
//! what every store must hold to, [`serve`] runs it all on a listener, and [`RunningServer`] does so
//! on a thread of its own inside a test. [`WebApp`] is the phone app it serves beside the API.
//! Nothing here knows Automerge, keys to sealed payloads, or
//! the app.

mod access_log;
mod app;
mod config;
pub mod conformance;
mod handlers;
mod intake;
mod kept;
mod lan;
mod refuse;
mod registration;
mod running;
mod self_signed;
mod serve;
mod store;
mod web;

pub use app::{AppState, app};
pub use config::{Config, Limits, Tls};
pub use kept::KeptError;
pub use lan::reachable;
pub use refuse::Refused;
pub use running::RunningServer;
pub use self_signed::{AUTHORITY_PATH, SelfSigned};
pub use serve::{ServeError, Server, serve};
pub use store::sqlite::{OpenError, SqliteOptions, SqliteStore};
pub use store::{NewMailbox, NewTeam, NumberedRecord, Push, Query, Store, StoreError};
pub use web::WebApp;
