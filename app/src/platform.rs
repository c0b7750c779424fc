//! The only module that knows which kind of device the app runs on. Each platform offers the same
//! functions.

#[cfg(not(target_family = "wasm"))]
mod native;
#[cfg(target_family = "wasm")]
mod web;

#[cfg(not(target_family = "wasm"))]
use native as here;
#[cfg(target_family = "wasm")]
use web as here;

#[cfg(not(target_family = "wasm"))]
pub use here::launch_screen;
pub use here::start;
#[cfg(any(target_os = "android", target_os = "ios"))]
pub(crate) use here::use_chosen;
pub(crate) use here::{
    Watch, can_remind, cursor_to_end, keep_scroll, lost_store, new_history, remind, scroll_to,
    server_here, set_language, sleep, stand_at, use_away, use_front, use_storage,
};

use chrono::{DateTime, Utc};

/// Calls `take` with the files chosen in a file field, on platforms where the field's own event lacks
/// them.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
pub(crate) fn use_chosen(_take: impl Fn(Vec<dioxus::html::FileData>) + 'static) {}

/// Whether this build reads spreadsheets; in a browser the reader would be too large a download.
pub(crate) const READS_SPREADSHEETS: bool = cfg!(not(target_family = "wasm"));

/// How durable the store's storage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Storage {
    /// Durable: only the user can delete it.
    Own,
    /// Best effort: the browser may evict it when storage runs low.
    Lent,
}

/// A store that the browser evicted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lost {
    /// The open team's last successful sync; `None` when there was none.
    pub(crate) at: Option<DateTime<Utc>>,
    /// The number of records that were only on this phone.
    pub(crate) only_here: u32,
}

/// What happened to a file that was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Handed {
    /// Saved at this place.
    #[cfg_attr(
        target_family = "wasm",
        allow(dead_code, reason = "a browser does not say where")
    )]
    Saved(String),
    /// Saved at this place, and the system was asked to open it.
    #[cfg_attr(target_family = "wasm", allow(dead_code, reason = "a browser prints"))]
    Opened(String),
    #[cfg_attr(not(target_family = "wasm"), allow(dead_code, reason = "a browser's"))]
    /// Passed on to the browser or another app.
    Given,
    /// The user cancelled; nothing left the app.
    #[cfg_attr(not(target_family = "wasm"), allow(dead_code, reason = "a browser's"))]
    Kept,
}

/// The file could not be handed out; the cause is in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotHanded;

/// Hands out a file.
pub(crate) async fn export(file: &crate::export::ExportFile) -> Result<Handed, NotHanded> {
    #[cfg(test)]
    if handed::keep(file) {
        return Ok(Handed::Saved(file.name.clone()));
    }
    here::export(file).await
}

#[cfg(test)]
pub(crate) use handed::take as take_handed;

/// Captures handed-out files for tests.
#[cfg(test)]
mod handed {
    use std::cell::RefCell;

    use crate::export::ExportFile;

    thread_local! {
        static FILES: RefCell<Vec<ExportFile>> = const { RefCell::new(Vec::new()) };
    }

    pub(super) fn keep(file: &ExportFile) -> bool {
        FILES.with_borrow_mut(|files| files.push(file.clone()));
        true
    }

    /// Returns the files handed out since the last call.
    pub(crate) fn take() -> Vec<ExportFile> {
        FILES.take()
    }
}
