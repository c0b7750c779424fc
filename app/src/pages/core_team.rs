//! The core team's page (kernteam): the screen shows what will be printed.

mod decided;
mod item;
mod meeting;
mod print;
mod tick;

use dioxus::prelude::*;
use voorveld_core::api::{ReadCoreTeam, SetOnAgenda};
use voorveld_core::model::Who;
use voorveld_core::view::{CoreTeam, Tell};

use crate::components::{
    ErrorLine, ExportButtons, Glyph, Head, Invite, NamesFound, NamesGate, Page, Switch,
    use_names_look,
};
use crate::export::FileKind;
use crate::hooks::{clock, use_action, use_live};
use crate::pages::find_who::{Among, FindWhoField};
use crate::pages::problems;
use crate::route::Route;
use crate::{t, t_in, text};
use decided::Decided;
use item::AgendaEntry;
use meeting::{Meeting, NextMeeting};

pub(crate) use tick::AgendaTick;

/// The core team's page.
#[component]
pub fn CoreTeamPage() -> Element {
    let live = use_live(ReadCoreTeam);
    let page = live.value();
    // Without names by default, on every visit.
    let mut nameless = use_signal(|| true);
    let texts = match &page {
        Some(page) if nameless() => texts(text::language(), page),
        _ => vec![],
    };
    let look = use_names_look(texts);
    let named: Vec<usize> = look
        .found()
        .iter()
        .filter(|one| one.sure && matches!(one.tell, Tell::Name(_)))
        .map(|one| one.text)
        .collect();
    let navigator = use_navigator();
    let make = use_callback(move |_kind| {
        let page = live.value()?;
        Some(print::page(text::language(), &page, nameless()))
    });
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("core-team-title"),
                    second: page.as_ref().map(count).unwrap_or_default(),
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                }
            },
            dock_lined: true,
            dock: rsx! {
                NamesGate { look: look.clone(),
                    if nameless() {
                        p { class: "second core-team__read", {t!("core-team-read")} }
                    }
                    ExportButtons { id: "core-team", kinds: vec![FileKind::Page], make, main: true }
                }
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(page) = page {
                Switch {
                    id: "core-team-nameless",
                    label: t!("core-team-nameless"),
                    on: nameless(),
                    onset: move |on| nameless.set(on),
                }
                NextMeeting { page: page.clone() }
                Sheet { page: page.clone(), nameless: nameless(), named }
                NamesFound { look }
                Add {}
                Decided { page, nameless: nameless() }
            }
        }
    }
}

/// The number of texts before the items.
const HEAD: usize = 2;

/// Returns all text printed without names: [`HEAD`] of the page's own, then one per item.
fn texts(language: voorveld_core::view::Language, page: &CoreTeam) -> Vec<String> {
    let items = page.items.iter().map(|item| {
        let called = called(language, &item.name, &item.problems, true);
        [called.as_str(), &item.status, &item.question].join("\n")
    });
    [title(language, page), when(language, page)]
        .into_iter()
        .chain(items)
        .collect()
}

/// The printed sheet, on white even in dark mode. `named` are indices of [`texts`] that contain a name.
#[component]
fn Sheet(page: CoreTeam, nameless: bool, named: Vec<usize>) -> Element {
    rsx! {
        div { class: "paper", id: "core-team-paper",
            h2 { class: "paper__title", dir: "auto", {title(text::language(), &page)} }
            Meeting { page: page.clone() }
            if page.items.is_empty() {
                p { class: "second paper__none", {t!("core-team-none")} }
            }
            for (index , item) in page.items.into_iter().enumerate() {
                AgendaEntry {
                    key: "{item.case}",
                    number: index + 1,
                    named: named.contains(&(index + HEAD)),
                    item,
                    nameless,
                }
            }
        }
    }
}

/// Adds a case to the agenda.
#[component]
fn Add() -> Element {
    let mut open = use_signal(|| false);
    let action = use_action();
    rsx! {
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
        if open() {
            FindWhoField {
                id: "core-team-find",
                label: t!("core-team-find"),
                nobody: t!("core-team-nobody"),
                among: Among::Cases,
                onchoose: move |option: voorveld_core::view::WhoOption| {
                    if let Who::Case(case) = option.who {
                        action.send_then(SetOnAgenda { case, on: true }, move |()| open.set(false));
                    }
                },
                oncancel: move |()| open.set(false),
            }
        } else {
            Invite {
                id: "core-team-add",
                glyph: Glyph::Plus,
                label: t!("core-team-add"),
                onpress: move |()| open.set(true),
            }
        }
    }
}

fn count(page: &CoreTeam) -> String {
    t!("core-team-count", n: page.items.len())
}

/// Returns the title of the printed page.
fn title(language: voorveld_core::view::Language, page: &CoreTeam) -> String {
    match page.team.as_str() {
        "" => t_in!(language, "core-team-title"),
        team => t_in!(language, "core-team-of", team: team.to_owned()),
    }
}

/// Returns what a case is called: its name, or without names the first of its problem types.
fn called(
    language: voorveld_core::view::Language,
    name: &str,
    all: &[String],
    nameless: bool,
) -> String {
    if !nameless {
        return name.to_owned();
    }
    match all.first() {
        Some(problem) => crate::format::capital(&problems::shown(language, problem)),
        None => t_in!(language, "core-team-case"),
    }
}

/// Formats the next meeting: "Donderdag 27 november 2026, 10:00–12:00"; empty when it is not planned.
fn when(language: voorveld_core::view::Language, page: &CoreTeam) -> String {
    use chrono::Datelike as _;
    let day = page.next.map(|day| {
        let long = crate::format::long_day(language, day);
        format!("{} {}", crate::format::capital(&long), day.year())
    });
    let parts: Vec<String> = day
        .into_iter()
        .chain(Some(page.place.clone()).filter(|place| !place.is_empty()))
        .collect();
    parts.join(", ")
}

/// Returns today's date.
fn today() -> chrono::NaiveDate {
    clock().today()
}
