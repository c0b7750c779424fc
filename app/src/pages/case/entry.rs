//! One encounter on the timeline; a press on its words opens them for rewriting.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::call::EditEncounter;
use voorveld_core::view::{TimelineEntry, Who};

use crate::components::{Editor, SyncMarkLine};
use crate::hooks::{clock, use_action};
use crate::route::Route;
use crate::{format, t, text};

/// The encounter.
#[component]
pub fn Entry(case: CaseId, entry: TimelineEntry) -> Element {
    let mut editing = use_signal(|| false);
    let action = use_action();
    let id = entry.id;
    // A signal keeps its own document, also in the timeline of a case.
    let who = match entry.signal {
        Some(_) => Who::Unknown,
        None => Who::Case(case),
    };
    let language = text::language();
    let mut meta = vec![format::channel(language, entry.channel), entry.by.clone()];
    meta.retain(|part| !part.is_empty());
    rsx! {
        article { class: "entry",
            span { class: "second figures", {format::time(clock().local(entry.at).time())} }
            div {
                if editing() {
                    Editor {
                        id: "entry-text",
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
                        "aria-description": t!("timeline-edit"),
                        onclick: move |_| editing.set(true),
                        "{entry.text}"
                    }
                }
                div { class: "entry__meta",
                    span { class: "second",
                        {meta.join(" · ")}
                        if let Some(signal) = entry.signal {
                            " · "
                            Link { class: "link", to: Route::SignalPage { signal }, {t!("signal")} }
                        }
                    }
                    SyncMarkLine { mark: entry.mark }
                }
            }
        }
    }
}
