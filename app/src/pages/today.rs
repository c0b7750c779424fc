//! *Vandaag*: promises due, news from colleagues, the inbox of signals, and people not seen for long.

mod look_agains;
mod part;

use dioxus::prelude::*;
use voorveld_core::api::{ReadToday, TodayList};
use voorveld_core::model::Who;
use voorveld_core::view::{SignalLine, Today, TodayLines};

use super::Gone;
use super::clashes::ClashRows;
use super::news::NewsSections;
use super::teams::WhichTeam;
use crate::components::{DraftLines, ErrorLine, Page, Record, Section, SyncLine};
use crate::hooks::{Action, clock, put_clock_right, use_action, use_live};
use crate::route::Route;
use crate::{format, t, text};
pub use look_agains::LookAgains;
use part::Part;

/// The first page.
#[component]
pub fn TodayPage() -> Element {
    let live = use_live(ReadToday);
    let action = use_action();
    let language = text::language();
    let today = live.value();
    if let Some(today) = &today {
        put_clock_right(today.sync.clock_off);
    }
    let date = today
        .as_ref()
        .map_or_else(|| clock().today(), |today| today.date);
    rsx! {
        Page {
            title: format::capital(&format::long_day(language, date)),
            tall: today.as_ref().is_some_and(|today| today.first_day),
            WhichTeam {}
            if let Some(error) = live.problem().or_else(|| action.problem()) {
                ErrorLine { error }
            }
            if let Some(today) = today {
                SyncLine { sync: today.sync.clone() }
                DraftLines {}
                if today.first_day {
                    FirstDay {}
                } else {
                    Filled { today, action }
                }
            }
        }
    }
}

#[component]
fn FirstDay() -> Element {
    rsx! {
        div { class: "section" }
        div { class: "first-day",
            h2 { class: "first-day__title", {t!("today-first-title")} }
            p { {t!("today-first-text")} }
            svg {
                class: "icon first-day__arrow",
                view_box: "0 0 24 48",
                "aria-hidden": "true",
                path { d: "M12 2v44M4 38l8 8 8-8" }
            }
        }
    }
}

#[component]
fn Filled(today: Today, action: Action) -> Element {
    let due = today.commitment_count;
    rsx! {
        Section {
            title: t!("today-commitments"),
            id: "today-commitments",
            aside: if due > 0 { t!("today-commitments-count", n: due) } else { String::new() },
            if due == 0 {
                p { class: "second quiet", {t!("today-quiet")} }
            }
            Part {
                list: TodayList::Commitments,
                first: TodayLines { commitments: today.commitments, ..TodayLines::default() },
                total: due,
                action,
            }
        }
        if today.look_again_count > 0 {
            Section {
                title: t!("today-look-again"),
                id: "today-look-again",
                aside: today.look_again_count.to_string(),
                Part {
                    list: TodayList::LookAgain,
                    first: TodayLines { look_again: today.look_again, ..TodayLines::default() },
                    total: today.look_again_count,
                    action,
                }
            }
        }
        NewsSections { news: today.news, unseen: today.news_unseen }
        if !today.clashes.is_empty() {
            Section {
                title: t!("today-clashes"),
                id: "today-clashes",
                aside: today.clashes.len().to_string(),
                ClashRows { lines: today.clashes }
            }
        }
        if today.signal_count > 0 {
            Section {
                title: t!("today-signals"),
                id: "today-signals",
                aside: today.signal_count.to_string(),
                Part {
                    list: TodayList::Signals,
                    first: TodayLines { signals: today.signals, ..TodayLines::default() },
                    total: today.signal_count,
                    action,
                }
            }
        }
        Gone { who: Who::Unknown }
        if today.not_seen_count > 0 {
            Section { title: t!("today-not-seen"), id: "today-not-seen",
                Part {
                    list: TodayList::NotSeen,
                    first: TodayLines { not_seen: today.not_seen, ..TodayLines::default() },
                    total: today.not_seen_count,
                    action,
                }
            }
        }
    }
}

/// A signal of the inbox.
#[component]
pub fn SignalRecord(signal: SignalLine) -> Element {
    let clock = clock();
    let language = text::language();
    let mut meta = vec![
        format::channel(language, signal.channel),
        format::moment(language, clock.local(signal.at), clock.today()),
        signal.by,
    ];
    meta.extend(signal.rested_until.map(|day| {
        let day = format::relative_day(language, day, clock.today());
        t!("today-rested", day: day)
    }));
    meta.retain(|part| !part.is_empty());
    rsx! {
        Record {
            name: signal.source,
            text: signal.text,
            meta: meta.join(" · "),
            mark: signal.mark,
            quiet: true,
            to: Route::SignalPage { signal: signal.id },
        }
    }
}
