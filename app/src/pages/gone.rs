//! What was withdrawn from a page or moved away from it: one line, that opens.

use dioxus::prelude::*;
use voorveld_core::Cents;
use voorveld_core::api::{MoveEntry, ReadGone, RestoreEntry};
use voorveld_core::model::{EntryRef, Who};
use voorveld_core::view::{GoneHow, GoneLine, Language};

use crate::components::{Button, ErrorLine};
use crate::hooks::{clock, use_action, use_live};
use crate::pages::purposes;
use crate::route::Route;
use crate::{format, t, text};

/// The line; renders nothing if no entry was withdrawn or moved.
#[component]
pub fn Gone(
    who: Who,
    /// Whether to show expenses, or everything else.
    #[props(default)]
    expenses: bool,
) -> Element {
    let live = use_live(ReadGone { who });
    let mut open = use_signal(|| false);
    let mut lines = live.value().unwrap_or_default();
    lines.retain(|line| matches!(line.entry, EntryRef::Expense { .. }) == expenses);
    let is_withdrawn = |line: &&GoneLine| matches!(line.how, GoneHow::Withdrawn(_));
    let withdrawn = lines.iter().filter(is_withdrawn).count();
    let moved = lines.len() - withdrawn;
    let mut said = Vec::new();
    if withdrawn > 0 {
        said.push(t!("gone-withdrawn", n: withdrawn));
    }
    if moved > 0 {
        said.push(t!("gone-moved", n: moved));
    }
    rsx! {
        if let Some(error) = live.problem() {
            ErrorLine { error }
        }
        if !said.is_empty() {
            button {
                class: "invite",
                id: "gone-open",
                r#type: "button",
                aria_expanded: if open() { "true" } else { "false" },
                onclick: move |_| open.toggle(),
                {said.join(" · ")}
            }
        }
        if open() {
            for line in lines {
                Entry { key: "{line.entry:?}{line.gone_at}", who, line }
            }
        }
    }
}

#[component]
fn Entry(who: Who, line: GoneLine) -> Element {
    let action = use_action();
    let moving = use_action();
    let language = text::language();
    let clock = clock();
    let moment = |at| format::moment(language, clock.local(at), clock.today());
    let entry = line.entry;
    let text = match line.cents {
        Some(cents) => spent(language, cents, &line.text),
        None => line.text.clone(),
    };
    let mut written = vec![moment(line.at), line.written_by.clone()];
    written.retain(|part| !part.is_empty());
    let when = moment(line.gone_at);
    let by = line.by.clone();
    let told = match &line.how {
        GoneHow::Withdrawn(_) => t!("gone-by", by: by, when: when),
        GoneHow::Moved { name, lost, .. } => {
            let name = if name.is_empty() {
                t!("gone-somebody")
            } else {
                name.clone()
            };
            if *lost {
                t!("gone-lost", by: by, name: name)
            } else {
                t!("gone-moved-by", by: by, when: when, name: name)
            }
        }
    };
    rsx! {
        article { class: "talk gone",
            if !text.is_empty() {
                p { class: "gone__text", dir: "auto", "{text}" }
            }
            p { class: "second", {written.join(" · ")} }
            p { class: "second", dir: "auto", "{told}" }
            match line.how {
                GoneHow::Withdrawn(why) => rsx! {
                    if !why.is_empty() {
                        p { dir: "auto", "{why}" }
                    }
                    Button {
                        label: t!("gone-restore"),
                        small: true,
                        busy: action.busy(),
                        onpress: move |()| action.send(RestoreEntry { entry }),
                    }
                },
                GoneHow::Moved { to, lost, .. } => rsx! {
                    if let Some(to) = place(to) {
                        Link { class: "link", to, {t!("gone-go")} }
                    }
                    Button {
                        label: if lost { t!("gone-here") } else { t!("gone-restore") },
                        small: true,
                        busy: moving.busy(),
                        onpress: move |()| moving.send(MoveEntry { entry, to: who }),
                    }
                },
            }
            if let Some(error) = action.problem().or(moving.problem()) {
                ErrorLine { error }
            }
        }
    }
}

/// Formats "€ 38,20 · Taxi · naar de kliniek".
fn spent(language: Language, cents: Cents, words: &str) -> String {
    let (purpose, note) = words.split_once('\n').unwrap_or((words, ""));
    let mut parts = vec![
        format::money(language, cents),
        purposes::shown(language, purpose),
        note.to_owned(),
    ];
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn place(who: Who) -> Option<Route> {
    match who {
        Who::Case(case) => Some(Route::CasePage { case }),
        Who::Contact(contact) => Some(Route::ContactPage { contact }),
        Who::Study(_) | Who::Unknown => None,
    }
}
