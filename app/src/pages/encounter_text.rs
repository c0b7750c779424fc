//! The text of an encounter, on a timeline or with a contact; a press opens it for editing.

use dioxus::prelude::*;
use voorveld_core::api::EditEncounter;
use voorveld_core::model::Who;
use voorveld_core::view::TimelineEntry;

use crate::components::{Editor, PhoneLinks};
use crate::hooks::use_action;
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
    let action = use_action();
    let encounter = entry.id;
    let who = match entry.signal {
        Some(_) => Who::Unknown,
        None => owner,
    };
    rsx! {
        if editing() {
            Editor {
                id,
                label: t!("timeline-edit"),
                initial: entry.text,
                lines: true,
                busy: action.busy(),
                error: action.problem(),
                onsave: move |text| {
                    let call = EditEncounter { who, id: encounter, text };
                    action.send_then(call, move |()| editing.set(false));
                },
                oncancel: move |()| {
                    action.clear();
                    editing.set(false);
                },
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
            PhoneLinks { text: entry.text.clone() }
        }
    }
}
