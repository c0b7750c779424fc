//! Chips: a choice from a few options.

use dioxus::prelude::*;

use super::{Glyph, Icon};

/// A single chip, filled when chosen.
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

/// A labelled group of chips.
#[component]
pub fn Chips(
    label: String,
    /// Spreads the chips over the full width.
    #[props(default)]
    fill: bool,
    #[props(default)] class: String,
    #[props(default)] id: Option<String>,
    children: Element,
) -> Element {
    let fill = if fill { " chips--fill" } else { "" };
    rsx! {
        div { class: "chips{fill} {class}", id, role: "group", aria_label: label, {children} }
    }
}
