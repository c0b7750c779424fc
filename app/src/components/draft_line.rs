//! The drafts left in the capture sheet.

use dioxus::prelude::*;
use voorveld_core::api::Draft;
use voorveld_core::model::Who;

use super::{Glyph, Icon};
use crate::hooks::use_capture;
use crate::t;

/// The drafts that wait, one line each: of one person, or all with their names. A press reopens one.
#[component]
pub fn DraftLines(#[props(default)] who: Option<Who>) -> Element {
    let capture = use_capture();
    let of = |draft: &Draft| who.is_none_or(|who| draft.who == who);
    let drafts = capture.waiting().into_iter().filter(of);
    rsx! {
        for (place , draft) in drafts.enumerate() {
            button {
                key: "{draft.id.0}",
                class: "lead-line draft-line",
                id: if place == 0 { "draft-continue".to_owned() } else { format!("draft-continue-{place}") },
                r#type: "button",
                "aria-description": t!("capture-continue"),
                onclick: move |_| capture.go_on_with(draft.id),
                Icon { glyph: Glyph::Pencil }
                span {
                    span { class: "strong",
                        if who.is_none() && !draft.who_name.is_empty() {
                            {t!("today-draft-of", name: draft.who_name.clone())}
                        } else {
                            {t!("today-draft")}
                        }
                    }
                    " "
                    span { dir: "auto", "{draft.text}" }
                }
            }
        }
    }
}
