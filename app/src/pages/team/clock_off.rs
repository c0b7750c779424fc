//! The phone's clock is wrong.

use dioxus::prelude::*;

use crate::components::{Glyph, Point};
use crate::t;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// By how much the phone's clock deviates (positive: it is ahead), and what to do about it.
#[component]
pub fn ClockOff(seconds: i64) -> Element {
    let by = how_long(seconds.unsigned_abs());
    rsx! {
        div { role: "status",
            Point {
                id: "team-clock-off",
                glyph: Glyph::Clock,
                title: if seconds > 0 {
                    t!("team-clock-ahead", by: by)
                } else {
                    t!("team-clock-behind", by: by)
                },
                text: t!("team-clock-then"),
            }
        }
    }
}

/// Formats a deviation in the largest unit that still tells it apart: "25 minuten", "3 uur", "366 dagen".
fn how_long(seconds: u64) -> String {
    match seconds {
        _ if seconds < 2 * HOUR => t!("for-minutes", n: (seconds / MINUTE).max(1)),
        _ if seconds < 2 * DAY => t!("for-hours", n: seconds / HOUR),
        _ => t!("days-ago", n: seconds / DAY),
    }
}
