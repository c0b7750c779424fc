//! That an entry has another time than the phone said on which it was written.

use chrono::{DateTime, Utc};
use dioxus::prelude::*;

use crate::hooks::clock;
use crate::{format, t};

/// Nothing, mostly. `said` is what a clock said that was wrong, `at` when the entry came in or what it
/// followed.
#[component]
pub fn ClockWrong(at: DateTime<Utc>, said: Option<DateTime<Utc>>) -> Element {
    let Some(said) = said else {
        return rsx! {};
    };
    let text = match said > at {
        true => t!("entry-came-in", time: format::time(clock().local(at).time())),
        false => t!("entry-clock-wrong"),
    };
    rsx! {
        span { class: "second", {text} }
    }
}
