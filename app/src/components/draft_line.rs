//! The draft left in the capture sheet.

use dioxus::prelude::*;

use super::{Glyph, Icon};
use crate::t;

/// Shows the draft's text; a press reopens it.
#[component]
pub fn DraftLine(text: String, onpress: EventHandler<()>) -> Element {
    rsx! {
        button {
            class: "lead-line draft-line",
            id: "draft-continue",
            r#type: "button",
            "aria-description": t!("capture-continue"),
            onclick: move |_| onpress.call(()),
            Icon { glyph: Glyph::Pencil }
            span {
                span { class: "strong", {t!("today-draft")} }
                " "
                span { dir: "auto", "{text}" }
            }
        }
    }
}
