//! Where work that waits is run: on a thread of its own, or, in a browser, as a task of the one
//! worker that holds the store. Everything else is the same on both.

#[cfg(not(target_family = "wasm"))]
mod threads;
#[cfg(target_family = "wasm")]
mod worker;

#[cfg(not(target_family = "wasm"))]
pub(crate) use threads::{aside, join_one, sleep, spawn, spawn_joined};
#[cfg(target_family = "wasm")]
pub(crate) use worker::{aside, join_one, sleep, spawn, spawn_joined};
