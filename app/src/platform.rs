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
pub(crate) use here::{cursor_to_end, keep_scroll, set_language, sleep, use_front};

/// Calls with what was chosen in a field for files, where the field itself cannot tell.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
pub(crate) fn use_chosen(_take: impl Fn(Vec<dioxus::html::FileData>) + 'static) {}
