//! Spawns background work: a thread natively, a task in the browser's worker that holds the store. Both
//! implementations offer the same functions.

#[cfg(not(target_family = "wasm"))]
mod threads;
#[cfg(target_family = "wasm")]
mod worker;

#[cfg(not(target_family = "wasm"))]
pub(crate) use threads::{join_one, sleep, spawn, spawn_blocking, spawn_joined};
#[cfg(target_family = "wasm")]
pub(crate) use worker::{join_one, sleep, spawn, spawn_blocking, spawn_joined};
