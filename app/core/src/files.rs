//! The phone's files: a folder natively; in a browser, a pool of files that only SQLite reads and
//! writes.

#[cfg(not(target_family = "wasm"))]
mod folder;
#[cfg(target_family = "wasm")]
mod pool;

#[cfg(not(target_family = "wasm"))]
pub(crate) use folder::{
    FolderLock, Held, copy_database, exists, make_folder, move_database, read, remove_database,
    rename, replace, start_of,
};
#[cfg(target_family = "wasm")]
pub(crate) use pool::{
    FolderLock, Held, copy_database, exists, install, make_folder, move_database, read,
    remove_database, rename, replace, start_of,
};
