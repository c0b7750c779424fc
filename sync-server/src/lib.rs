//! The sync server: a dumb, fast, durable log per team. It stores bytes it cannot read.
//!
//! What is said on the wire is in the protocol crate's `PROTOCOL.md`, and how over HTTP in its
//! `HTTP.md`. [`app`] is the router, [`Store`] stores the log, [`conformance`] is the test suite every
//! store must pass, [`serve`] runs it all on a listener, and [`RunningServer`] does so on a thread of its
//! own inside a test. [`WebApp`] is the phone app it serves beside the API. Nothing here knows Automerge,
//! the app, or a key to a sealed payload.
//!
//! A real server in a test, on a free port, stopped when it is dropped:
//!
//! ```
//! use std::io::{Read as _, Write as _};
//! use std::net::TcpStream;
//! use voorveld_sync_server::{Config, RunningServer};
//!
//! let folder = tempfile::tempdir()?;
//! let server = RunningServer::start(Config::new(folder.path()))?;
//! let mut connection = TcpStream::connect(server.address())?;
//! connection.write_all(b"GET /health HTTP/1.0\r\n\r\n")?;
//! let mut answer = String::new();
//! connection.read_to_string(&mut answer)?;
//! assert!(answer.contains(r#""status":"ok""#), "{answer}");
//! server.stop()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
