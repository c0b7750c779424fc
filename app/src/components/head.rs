//! The bar of a page one level deeper.

use dioxus::prelude::*;

use super::{Glyph, Icon};
use crate::t;

/// Back, a title, a second line, and what stands at the end.
#[component]
pub fn Head(
    title: String,
    #[props(default)] second: String,
    onback: EventHandler<()>,
    #[props(default = Glyph::ArrowLeft)] glyph: Glyph,
    #[props(default)] end: Option<Element>,
) -> Element {
    rsx! {
        header { class: "head",
            button {
                class: "head__button",
                id: "back",
                r#type: "button",
                aria_label: t!("back"),
                onclick: move |_| onback.call(()),
                Icon { glyph }
            }
            div { class: "head__words",
                h1 { class: "head__title", dir: "auto", "{title}" }
                if !second.is_empty() {
                    p { class: "second", dir: "auto", "{second}" }
                }
            }
            if let Some(end) = end {
                {end}
            }
        }
    }
}
