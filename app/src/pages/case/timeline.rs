//! What happened, newest first, by day.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::call::ReadTimeline;

use super::entry::Entry;
use crate::components::{ErrorLine, Invite};
use crate::hooks::{clock, use_live};
use crate::{format, t, text};

/// How many are added at a time.
const STEP: u32 = 50;

/// The timeline of a case.
#[component]
pub fn CaseTimeline(case: CaseId) -> Element {
    let mut parts = use_signal(|| 1_u32);
    let live = use_live(ReadTimeline {
        case,
        before: None,
        limit: parts() * STEP,
    });
    let clock = clock();
    let language = text::language();
    let timeline = live.value();
    let mut days = Vec::new();
    let mut more = false;
    if let Some(timeline) = timeline.as_ref() {
        more = timeline.more;
        for entry in &timeline.entries {
            let date = clock.local(entry.at).date();
            match days.last_mut() {
                Some((last, entries)) if *last == date => Vec::push(entries, entry.clone()),
                _ => days.push((date, vec![entry.clone()])),
            }
        }
    }
    rsx! {
        if let Some(error) = live.problem() {
            ErrorLine { error }
        }
        if timeline.is_some() && days.is_empty() {
            p { class: "second quiet facts", {t!("timeline-empty")} }
        }
        for (date , entries) in days {
            div { key: "{date}",
                h3 { class: "day",
                    if date == clock.today() {
                        {t!("day-today")}
                    } else {
                        {format::long_day_of_year(language, date, clock.today())}
                    }
                }
                for entry in entries {
                    Entry { key: "{entry.id}", case, entry }
                }
            }
        }
        if more {
            Invite { id: "timeline-older", label: t!("timeline-older"), onpress: move |()| parts += 1 }
        }
    }
}
