//! The timeline: newest first, grouped by day.

use chrono::{DateTime, Utc};
use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::ReadTimeline;
use voorveld_core::model::Who;
use voorveld_core::view::{ClosingLine, Timeline, TimelineEntry, Total};

use super::closing::ClosingEntry;
use super::entry::TimelineRow;
use crate::components::{ErrorLine, More};
use crate::hooks::{clock, use_live};
use crate::pages::Gone;
use crate::{format, t, text};

/// Entries per page.
const STEP: u32 = 50;

/// An entry of the timeline.
enum Event {
    Entry(TimelineEntry),
    Closing(ClosingLine),
}

impl Event {
    fn at(&self) -> DateTime<Utc> {
        match self {
            Self::Entry(entry) => entry.at,
            Self::Closing(line) => line.at,
        }
    }
}

/// Merges encounters and closings, newest first; closings older than the last loaded encounter are left
/// out.
fn events(timeline: &Timeline, closings: Vec<ClosingLine>) -> Vec<Event> {
    let oldest = timeline.entries.last().filter(|_| timeline.more);
    let mut events: Vec<Event> = closings
        .into_iter()
        .filter(|line| oldest.is_none_or(|oldest| line.at >= oldest.at))
        .map(Event::Closing)
        .collect();
    events.extend(timeline.entries.iter().cloned().map(Event::Entry));
    // A stable sort: at equal times a closing line stays above the encounter that reopened the case.
    events.sort_by_key(|event| std::cmp::Reverse(event.at()));
    events
}

/// The timeline of a case.
#[component]
pub fn CaseTimeline(case: CaseId, closings: Vec<ClosingLine>) -> Element {
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
    let (mut more, mut shown, mut total) = (false, 0, 0);
    if let Some(timeline) = timeline.as_ref() {
        (more, shown, total) = (timeline.more, timeline.entries.len(), timeline.total);
        for event in events(timeline, closings) {
            let date = clock.local(event.at()).date();
            match days.last_mut() {
                Some((last, events)) if *last == date => Vec::push(events, event),
                _ => days.push((date, vec![event])),
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
        for (date , events) in days {
            div { key: "{date}",
                h3 { class: "day",
                    if date == clock.today() {
                        {t!("day-today")}
                    } else {
                        {format::long_day_of_year(language, date, clock.today())}
                    }
                }
                for event in events {
                    match event {
                        Event::Entry(entry) => rsx! {
                            TimelineRow { key: "{entry.id}", case, entry }
                        },
                        Event::Closing(line) => rsx! {
                            ClosingEntry { key: "closing-{line.id}", line }
                        },
                    }
                }
            }
        }
        Gone { who: Who::Case(case) }
        if more {
            More { id: "timeline-older", shown, total: Total::from(total), onpress: move |()| parts += 1 }
        }
    }
}
