//! *Vandaag*: what was promised, what colleagues saw, what came in, and who was not seen for long.

use dioxus::prelude::*;
use voorveld_core::call::ReadToday;
use voorveld_core::view::{News, NewsLine, NewsPlace, SignalLine, Today};

use super::commitments::Commitments;
use super::decision::LookAgains;
use super::teams::WhichTeam;
use crate::components::{DoorGlyph, DraftLine, ErrorLine, Page, Record, Row, Section, SyncLine};
use crate::hooks::{Action, clock, put_clock_right, use_action, use_capture, use_live};
use crate::route::Route;
use crate::{format, t, text};

/// The first page.
#[component]
pub fn TodayPage() -> Element {
    let live = use_live(ReadToday);
    let action = use_action();
    let capture = use_capture();
    let language = text::language();
    let today = live.value();
    if let Some(today) = &today {
        put_clock_right(today.sync.clock_off);
    }
    let date = today
        .as_ref()
        .map_or_else(|| clock().today(), |today| today.date);
    let draft = capture
        .draft()
        .filter(|draft| !capture.is_open() && !draft.text.trim().is_empty());
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
                if let Some(draft) = draft {
                    DraftLine { text: draft.text, onpress: move |()| capture.open() }
                }
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
    let due = today.commitments.len();
    rsx! {
        Section {
            title: t!("today-commitments"),
            id: "today-commitments",
            aside: if due > 0 { t!("today-commitments-count", n: due) } else { String::new() },
            if due == 0 {
                p { class: "second quiet", {t!("today-quiet")} }
            }
            Commitments { lines: today.commitments.clone(), action, across_cases: true }
        }
        LookAgains { lines: today.look_again.clone(), action }
        for news in today.news.clone() {
            NewsSection { key: "{news.person}", news }
        }
        if today.signal_count > 0 {
            Section {
                title: t!("today-signals"),
                id: "today-signals",
                aside: today.signal_count.to_string(),
                for signal in today.signals.clone() {
                    SignalRecord { key: "{signal.id}", signal }
                }
            }
        }
        if !today.not_seen.is_empty() {
            Section { title: t!("today-not-seen"), id: "today-not-seen",
                for case in today.not_seen.clone() {
                    Row {
                        key: "{case.id}",
                        front: rsx! {
                            DoorGlyph { step: case.trust }
                        },
                        title: rsx! { "{case.name}" },
                        second: rsx! {
                            {
                                let trust = format::trust(text::language(), case.trust);
                                if case.place.is_empty() { trust } else { format!("{trust} · {}", case.place) }
                            }
                        },
                        aside: match case.last_contact {
                            Some(at) => {
                                let clock = clock();
                                format::since(text::language(), clock.local(at).date(), clock.today())
                            }
                            None => t!("today-never"),
                        },
                        to: Route::CasePage { case: case.id },
                    }
                }
            }
        }
    }
}

#[component]
fn NewsSection(news: News) -> Element {
    rsx! {
        Section {
            title: t!("today-news", name: news.person.clone()),
            aside: news.count.to_string(),
            for (index , line) in news.lines.into_iter().enumerate() {
                NewsRecord { key: "{index}", line }
            }
        }
    }
}

/// A line of news, also for the day's end.
#[component]
pub fn NewsRecord(line: NewsLine) -> Element {
    let name = match line.place {
        NewsPlace::Signal(_) if line.name.is_empty() => t!("signal"),
        _ => line.name,
    };
    rsx! {
        Record {
            name,
            text: line.text,
            meta: {
                let clock = clock();
                let language = text::language();
                format!(
                    "{} · {}",
                    format::channel(language, line.channel),
                    format::moment(language, clock.local(line.at), clock.today()),
                )
            },
            to: place(line.place),
        }
    }
}

/// The page of what news or a search result is about.
pub fn place(place: NewsPlace) -> Route {
    match place {
        NewsPlace::Case(case) => Route::CasePage { case },
        NewsPlace::Contact(contact) => Route::ContactPage { contact },
        NewsPlace::Signal(signal) => Route::SignalPage { signal },
        NewsPlace::Study(study) => Route::StudyPage { study },
    }
}

#[component]
fn SignalRecord(signal: SignalLine) -> Element {
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
