//! A remark on an entry whose phone had a wrong clock.

use chrono::{DateTime, Utc};
use dioxus::prelude::*;

use crate::hooks::clock;
use crate::{format, t};

/// Explains a corrected time; renders nothing when the clock was right. `said` is the wrong time that
/// the phone's clock gave, `at` the corrected one: when the entry came in, or the entry it followed.
#[component]
pub fn ClockWrong(at: DateTime<Utc>, said: Option<DateTime<Utc>>) -> Element {
    let Some(said) = said else {
        return rsx! {};
    };
    let text = if said > at {
        t!("entry-came-in", time: format::time(clock().local(at).time()))
    } else {
        t!("entry-clock-wrong")
    };
    rsx! {
        span { class: "second", {text} }
    }
}
