//! A highlighted point in a text.

use dioxus::prelude::*;

use super::{Glyph, Icon};

/// An icon, a bold opening, and a sentence.
#[component]
pub fn Point(
    glyph: Glyph,
    title: String,
    #[props(default)] text: String,
    #[props(default)] id: Option<String>,
) -> Element {
    rsx! {
        div { class: "point", id,
            Icon { glyph }
            div {
                p { class: "row__title", dir: "auto", "{title}" }
                if !text.is_empty() {
                    p { dir: "auto", "{text}" }
                }
            }
        }
    }
}
