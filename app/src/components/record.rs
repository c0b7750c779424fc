//! Something that was written down.

use dioxus::prelude::*;
use voorveld_core::view::SyncMark;

use super::SyncMarkLine;
use crate::route::Route;

/// About whom, the sentence, and how and when; a press goes to its place.
#[component]
pub fn Record(
    #[props(default)] name: String,
    text: String,
    meta: String,
    #[props(default)] mark: Option<SyncMark>,
    to: Route,
    /// Only what is not yet with the team is marked.
    #[props(default)]
    quiet: bool,
) -> Element {
    let mark = mark.filter(|mark| !quiet || *mark == SyncMark::OnlyHere);
    rsx! {
        Link { class: "record", to,
            if !name.is_empty() {
                span { class: "row__title", dir: "auto", "{name}" }
            }
            span { class: "record__text", dir: "auto", "{text}" }
            span { class: "row__second", "{meta}" }
            if let Some(mark) = mark {
                SyncMarkLine { mark }
            }
        }
    }
}
