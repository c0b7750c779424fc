//! The only place that knows on what kind of device the app runs. Each kind offers the same few
//! functions; nothing else in the app asks which it is.

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

/// Calls with what was chosen in a field for files, where the field itself cannot tell.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
pub(crate) fn use_chosen(_take: impl Fn(Vec<dioxus::html::FileData>) + 'static) {}

/// How sure the place is where the store lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Storage {
    /// Nobody but this app's user throws it away.
    Own,
    /// A browser may clear it when the phone fills up.
    Lent,
}

/// A store that was thrown away by others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lost {
    /// When the phone last told the team what it had; none when it was in no team.
    pub(crate) at: Option<DateTime<Utc>>,
    /// How many records were only on this phone.
    pub(crate) only_here: u32,
}

/// What became of a file that was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Handed {
    /// It lies in this place.
    #[cfg_attr(
        target_family = "wasm",
        allow(dead_code, reason = "a browser does not say where")
    )]
    Saved(String),
    /// It lies in this place, and what this system shows such files with was asked to.
    #[cfg_attr(target_family = "wasm", allow(dead_code, reason = "a browser prints"))]
    Opened(String),
    #[cfg_attr(not(target_family = "wasm"), allow(dead_code, reason = "a browser's"))]
    /// Somebody else has it now: the browser, another app.
    Given,
    /// Whoever asked for it changed their mind; nothing left the app.
    #[cfg_attr(not(target_family = "wasm"), allow(dead_code, reason = "a browser's"))]
    Kept,
}

/// A file could not be handed out; why stands in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotHanded;

/// Hands a file out.
pub(crate) async fn hand_out(file: &crate::paper::HandOut) -> Result<Handed, NotHanded> {
    #[cfg(test)]
    if handed::keep(file) {
        return Ok(Handed::Saved(file.name.clone()));
    }
    here::hand_out(file).await
}

#[cfg(test)]
pub(crate) use handed::take as take_handed;

/// A test's files stay where it can look at them.
#[cfg(test)]
mod handed {
    use std::cell::RefCell;

    use crate::paper::HandOut;

    thread_local! {
        static FILES: RefCell<Vec<HandOut>> = const { RefCell::new(Vec::new()) };
    }

    pub(super) fn keep(file: &HandOut) -> bool {
        FILES.with_borrow_mut(|files| files.push(file.clone()));
        true
    }

    /// What was handed out since this was last asked.
    pub(crate) fn take() -> Vec<HandOut> {
        FILES.take()
    }
}
