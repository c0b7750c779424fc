//! Polling for a condition. Tests sleep nowhere else.

use std::time::{Duration, Instant};

/// Longest wait, far beyond what is needed, so that a busy machine fails no test.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Interval between polls.
const PAUSE: Duration = Duration::from_millis(15);

/// Polls until there is a value; `None` after `limit`.
pub fn for_some<T>(limit: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + limit;
    loop {
        if let Some(seen) = look() {
            return Some(seen);
        }
        if Instant::now() >= end {
            return None;
        }
        std::thread::park_timeout(PAUSE);
    }
}

/// Polls until the condition holds.
///
/// # Panics
/// After [`PATIENCE`], naming the condition.
pub fn until(what: &str, mut look: impl FnMut() -> bool) {
    for_some(PATIENCE, || look().then_some(()))
        .unwrap_or_else(|| panic!("waited {} s in vain: {what}", PATIENCE.as_secs()));
}
