//! One list of *Vandaag*: its beginning, and more on request. News has its own, see `pages/news/list.rs`.

use dioxus::prelude::*;
use voorveld_core::api::{ReadTodayList, TodayList};
use voorveld_core::view::{CaseLine, TodayLines, Total};

use super::SignalRecord;
use super::look_agains::LookAgains;
use crate::components::{DoorGlyph, ErrorLine, More, Name, Row};
use crate::hooks::{Action, clock, use_live, use_opened_today};
use crate::pages::commitments::Commitments;
use crate::route::Route;
use crate::{format, t, text};

/// Lines per page.
const STEP: u32 = 50;

/// The lines, and a button for the rest.
#[component]
pub fn Part(list: TodayList, first: TodayLines, total: u32, action: Action) -> Element {
    let mut opened = use_opened_today();
    let limit = opened.read().get(&list).copied();
    let shown = match limit {
        Some(limit) => limit.min(total) as usize,
        None => count(&first),
    };
    let more = list.clone();
    let id = match &list {
        TodayList::Commitments => "today-commitments-more".to_owned(),
        TodayList::LookAgain => "today-look-again-more".to_owned(),
        TodayList::News(_) => return rsx! {},
        TodayList::Signals => "today-signals-more".to_owned(),
        TodayList::NotSeen => "today-not-seen-more".to_owned(),
    };
    rsx! {
        if let Some(limit) = limit {
            Opened { list, first, limit, action }
        } else {
            Lines { lines: first, action }
        }
        More {
            id,
            shown,
            total: Total::from(total),
            onpress: move |()| {
                opened.write().insert(more.clone(), shown as u32 + STEP);
            },
        }
    }
}

/// Shows the initial lines until the longer list has loaded.
#[component]
fn Opened(list: TodayList, first: TodayLines, limit: u32, action: Action) -> Element {
    let live = use_live(ReadTodayList { list, limit });
    rsx! {
        if let Some(error) = live.problem() {
            ErrorLine { error }
        }
        Lines { lines: live.value().unwrap_or(first), action }
    }
}

fn count(lines: &TodayLines) -> usize {
    lines.commitments.len() + lines.look_again.len() + lines.signals.len() + lines.not_seen.len()
}

#[component]
fn Lines(lines: TodayLines, action: Action) -> Element {
    rsx! {
        Commitments { lines: lines.commitments, action, across_cases: true }
        LookAgains { lines: lines.look_again, action }
        for signal in lines.signals {
            SignalRecord { key: "{signal.id}", signal }
        }
        for case in lines.not_seen {
            NotSeen { key: "{case.id}", case }
        }
    }
}

#[component]
fn NotSeen(case: CaseLine) -> Element {
    let language = text::language();
    let trust = format::trust(language, case.trust);
    let about = if case.place.is_empty() {
        trust
    } else {
        format!("{trust} · {}", case.place)
    };
    rsx! {
        Row {
            front: rsx! {
                DoorGlyph { step: case.trust }
            },
            title: rsx! {
                Name { name: case.name.clone(), danger: case.danger }
            },
            second: rsx! { "{about}" },
            aside: match case.last_contact {
                Some(at) => {
                    let clock = clock();
                    format::since(language, clock.local(at).date(), clock.today())
                }
                None => t!("today-never"),
            },
            to: Route::CasePage { case: case.id },
        }
    }
}
