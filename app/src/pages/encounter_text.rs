//! The text of an encounter, on a timeline or with a contact; a press opens it for editing.

use dioxus::prelude::*;
use voorveld_core::model::{EntryRef, Who};
use voorveld_core::view::TimelineEntry;

use crate::components::CallLinks;
use crate::pages::EntryEditor;
use crate::t;

/// The text. A signal remains its own document, even in the timeline of a case.
#[component]
pub fn EncounterText(
    /// The id of the field while editing.
    id: String,
    /// Whose timeline the encounter is in.
    owner: Who,
    entry: TimelineEntry,
) -> Element {
    let mut editing = use_signal(|| false);
    let who = match entry.signal {
        Some(_) => Who::Unknown,
        None => owner,
    };
    rsx! {
        if editing() {
            EntryEditor {
                id,
                entry: EntryRef::Encounter { who, id: entry.id },
                text: entry.text,
                at: entry.at,
                channel: entry.channel,
                onclose: move |()| editing.set(false),
            }
        } else {
            button {
                class: "entry__text",
                id: "{id}-open",
                r#type: "button",
                dir: "auto",
                "aria-description": t!("timeline-edit"),
                onclick: move |_| editing.set(true),
                if entry.signal.is_some() {
                    span { class: "second", {t!("signal")} " · " }
                }
                "{entry.text}"
            }
            CallLinks { text: entry.text.clone() }
            if entry.contested {
                p { class: "second", {t!("entry-contested")} }
            }
        }
    }
}
