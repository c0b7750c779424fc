//! One encounter on the timeline.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::model::Who;
use voorveld_core::view::TimelineEntry;

use crate::components::{ClockWrong, SyncMarkLine};
use crate::hooks::clock;
use crate::pages::EncounterText;
use crate::route::Route;
use crate::{format, t, text};

/// The encounter.
#[component]
pub fn TimelineRow(case: CaseId, entry: TimelineEntry) -> Element {
    let language = text::language();
    let mut meta = vec![format::channel(language, entry.channel), entry.by.clone()];
    meta.retain(|part| !part.is_empty());
    rsx! {
        article { class: "entry",
            span { class: "second figures", {format::time(clock().local(entry.at).time())} }
            div {
                EncounterText { id: "entry-{entry.id}", owner: Who::Case(case), entry: entry.clone() }
                div { class: "entry__meta",
                    span { class: "second",
                        {meta.join(" · ")}
                        if let Some(signal) = entry.signal {
                            " · "
                            Link { class: "link", to: Route::SignalPage { signal }, {t!("signal")} }
                        }
                    }
                    ClockWrong { at: entry.at, said: entry.said }
                    SyncMarkLine { mark: entry.mark }
                }
            }
        }
    }
}
