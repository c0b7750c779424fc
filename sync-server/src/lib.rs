//! The sync server: a durable, append-only log per team. It stores sealed bytes that it cannot read.
//!
//! `PROTOCOL.md` in the protocol crate defines the messages, and `HTTP.md` how they travel over HTTP.
//! [`app`] builds the router, [`Store`] is the storage trait, and [`serve`] runs the server on a
//! listener. [`WebApp`] is the phone app, served beside the API. The feature `test-support` adds
//! `conformance`, the test suite that every store must pass, and `RunningServer`, which runs the server
//! on its own thread. This crate knows nothing of Automerge, the app's data, or any key that opens a
//! sealed payload.
//!
//! A real server in a test, on a free port; dropping it stops it:
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
#[cfg(feature = "test-support")]
pub mod conformance;
mod error;
mod extract;
mod handlers;
mod lan;
mod registration;
#[cfg(feature = "test-support")]
mod running;
mod secret_file;
mod self_signed;
mod serve;
mod state;
mod store;
mod web;

pub use app::app;
pub use config::{Config, Limits, Tls};
pub use error::Refused;
pub use lan::reachable;
#[cfg(feature = "test-support")]
pub use running::RunningServer;
pub use secret_file::SecretFileError;
pub use self_signed::{AUTHORITY_PATH, SelfSigned};
pub use serve::{ServeError, Server, serve};
pub use state::AppState;
pub use store::sqlite::{OpenError, SqliteOptions, SqliteStore};
pub use store::{NewMailbox, NewTeam, NumberedRecord, Push, Query, Store, StoreError};
pub use web::WebApp;
