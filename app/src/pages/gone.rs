//! What was withdrawn from a page or moved away from it: one line, that opens.

use dioxus::prelude::*;
use voorveld_core::api::{ReadGone, RestoreEntry};
use voorveld_core::model::Who;
use voorveld_core::view::{GoneHow, GoneLine};

use crate::components::{Button, ErrorLine};
use crate::hooks::{clock, use_action, use_live};
use crate::route::Route;
use crate::{format, t, text};

/// The line; renders nothing if no entry was withdrawn or moved.
#[component]
pub fn Gone(who: Who) -> Element {
    let live = use_live(ReadGone { who });
    let mut open = use_signal(|| false);
    let lines = live.value().unwrap_or_default();
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
                Entry { key: "{line.entry:?}{line.gone_at}", line }
            }
        }
    }
}

#[component]
fn Entry(line: GoneLine) -> Element {
    let action = use_action();
    let language = text::language();
    let clock = clock();
    let moment = |at| format::moment(language, clock.local(at), clock.today());
    let entry = line.entry;
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
            if !line.text.is_empty() {
                p { class: "gone__text", dir: "auto", "{line.text}" }
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
                GoneHow::Moved { to, .. } => rsx! {
                    if let Some(to) = place(to) {
                        Link { class: "link", to, {t!("gone-go")} }
                    }
                },
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        }
    }
}

fn place(who: Who) -> Option<Route> {
    match who {
        Who::Case(case) => Some(Route::CasePage { case }),
        Who::Contact(contact) => Some(Route::ContactPage { contact }),
        Who::Study(_) | Who::Unknown => None,
    }
}
