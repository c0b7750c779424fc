//! Waiting for something to be so. The only place where time passes without anything being done.

use std::time::{Duration, Instant};

/// How long a screen may take. Far more than it does: a busy machine must not fail a test.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(15);

/// Looks until there is something to see; none when it takes longer than `limit`.
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

/// Looks until it is so.
///
/// # Panics
/// With a sentence, when it takes too long.
pub fn until(what: &str, mut look: impl FnMut() -> bool) {
    for_some(PATIENCE, || look().then_some(()))
        .unwrap_or_else(|| panic!("waited {} s in vain: {what}", PATIENCE.as_secs()));
}
