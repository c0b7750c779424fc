//! Chips: a choice out of a few.

use dioxus::prelude::*;

use super::{Glyph, Icon};

/// One chip; ink when chosen.
#[component]
pub fn Chip(
    label: String,
    chosen: bool,
    onpress: EventHandler<()>,
    #[props(default)] id: Option<String>,
    #[props(default)] glyph: Option<Glyph>,
) -> Element {
    rsx! {
        button {
            class: "chip",
            id,
            r#type: "button",
            dir: "auto",
            aria_pressed: if chosen { "true" } else { "false" },
            onclick: move |_| onpress.call(()),
            if let Some(glyph) = glyph {
                Icon { glyph }
            }
            "{label}"
        }
    }
}

/// A group of chips, named for a screen reader.
#[component]
pub fn Chips(
    label: String,
    /// The chips share the whole width.
    #[props(default)]
    fill: bool,
    #[props(default)] class: String,
    children: Element,
) -> Element {
    let fill = if fill { " chips--fill" } else { "" };
    rsx! {
        div { class: "chips{fill} {class}", role: "group", aria_label: label, {children} }
    }
}
