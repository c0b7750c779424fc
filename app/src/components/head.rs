//! The header of a subpage.

use dioxus::prelude::*;

use super::{Glyph, Icon, Name};
use crate::t;

/// A back button, a title, a second line, and an optional control at the end.
#[component]
pub fn Head(
    title: String,
    /// The title is the name of somebody for whom a danger is recorded.
    #[props(default)]
    danger: bool,
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
                h1 { class: "head__title", dir: "auto",
                    Name { name: title, danger }
                }
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
