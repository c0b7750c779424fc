//! One talk with a contact; a press on its words opens them for rewriting.

use dioxus::prelude::*;
use voorveld_core::ContactId;
use voorveld_core::call::EditEncounter;
use voorveld_core::view::{TimelineEntry, Who};

use crate::components::{Editor, SyncMarkLine};
use crate::hooks::{clock, use_action};
use crate::{format, t, text};

/// The talk.
#[component]
pub fn Talk(contact: ContactId, entry: TimelineEntry) -> Element {
    let mut editing = use_signal(|| false);
    let action = use_action();
    let id = entry.id;
    let who = match entry.signal {
        Some(_) => Who::Unknown,
        None => Who::Contact(contact),
    };
    let clock = clock();
    let language = text::language();
    let mut meta = vec![
        format::moment(language, clock.local(entry.at), clock.today()),
        format::channel(language, entry.channel),
        entry.by.clone(),
    ];
    meta.retain(|part| !part.is_empty());
    rsx! {
        article { class: "talk",
            if editing() {
                Editor {
                    id: "talk-text",
                    label: t!("timeline-edit"),
                    initial: entry.text,
                    lines: true,
                    busy: action.busy(),
                    error: action.problem(),
                    onsave: move |text| {
                        action.send_then(EditEncounter { who, id, text }, move |()| editing.set(false));
                    },
                    oncancel: move |()| {
                        action.clear();
                        editing.set(false);
                    },
                }
            } else {
                button {
                    class: "entry__text",
                    r#type: "button",
                    dir: "auto",
                    title: t!("timeline-edit"),
                    onclick: move |_| editing.set(true),
                    "{entry.text}"
                }
            }
            div { class: "entry__meta",
                span { class: "second", {meta.join(" · ")} }
                SyncMarkLine { mark: entry.mark }
            }
        }
    }
}
