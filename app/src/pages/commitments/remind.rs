//! A reminder of a promise due today, on platforms that support it and only while the app is open: the
//! server knows nothing about promises. The text names nobody, since others may see it.

use chrono::{NaiveDate, NaiveTime};
use dioxus::prelude::*;
use voorveld_core::day;

use crate::components::{Glyph, Invite, ProblemLine};
use crate::hooks::clock;
use crate::{format, platform, t};

/// The state of the reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reminder {
    Offered,
    On,
    Refused,
}

/// Offers a reminder for a later time today; renders nothing otherwise.
#[component]
pub fn Remind(id: String, due: NaiveDate, time: NaiveTime) -> Element {
    let mut state = use_signal(|| Reminder::Offered);
    let clock = clock();
    // Computed at the press, because the page may have been open for long.
    let wait = move || day::at(due, time) - clock.now();
    if !platform::can_remind() || due != clock.today() || wait().num_seconds() <= 0 {
        return rsx! {};
    }
    match state() {
        Reminder::Offered => rsx! {
            Invite {
                id: "remind-{id}",
                glyph: Glyph::Bell,
                label: t!("remind-me", time: format::time(time)),
                onpress: move |()| {
                    spawn(async move {
                        let wait = wait().to_std().unwrap_or_default();
                        let on = platform::remind(wait, t!("remind-text")).await;
                        state.set(if on { Reminder::On } else { Reminder::Refused });
                    });
                },
            }
        },
        Reminder::On => rsx! {
            p { class: "second quiet", role: "status", {t!("remind-on", time: format::time(time))} }
        },
        Reminder::Refused => rsx! {
            ProblemLine { text: t!("remind-refused") }
        },
    }
}
