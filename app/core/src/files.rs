//! The phone's files: a folder natively; in a browser, a pool of files that only SQLite reads and
//! writes.

#[cfg(not(target_family = "wasm"))]
mod folder;
#[cfg(target_family = "wasm")]
mod pool;

#[cfg(not(target_family = "wasm"))]
pub(crate) use folder::{Held, exists, make_folder, move_database, read, rename, replace};
#[cfg(target_family = "wasm")]
pub(crate) use pool::{Held, exists, install, make_folder, move_database, read, rename, replace};
