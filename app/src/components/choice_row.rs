//! A list row that can be chosen.

use dioxus::prelude::*;

use super::{Glyph, Icon};

/// A checkbox that spans the row: a press anywhere chooses it, or undoes that. Unlike a
/// [`TickRow`](super::TickRow), a chosen row is not done with, so its text is not struck through.
#[component]
pub fn ChoiceRow(
    id: String,
    text: String,
    second: String,
    chosen: bool,
    onchoose: EventHandler<bool>,
) -> Element {
    rsx! {
        button {
            class: "choice",
            id,
            r#type: "button",
            role: "checkbox",
            aria_checked: if chosen { "true" } else { "false" },
            onclick: move |_| onchoose.call(!chosen),
            span { class: "tick__circle",
                if chosen {
                    Icon { glyph: Glyph::Check }
                }
            }
            span { class: "row__words",
                span { class: "row__title choice__text", dir: "auto", "{text}" }
                span { class: "row__second", dir: "auto", "{second}" }
            }
        }
    }
}
