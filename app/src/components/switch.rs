//! A toggle switch.

use dioxus::prelude::*;

use super::{Glyph, Icon};

/// A label with a switch at the end; a press anywhere on the line toggles it.
#[component]
pub fn Switch(id: String, label: String, on: bool, onset: EventHandler<bool>) -> Element {
    rsx! {
        button {
            class: "switch",
            id,
            r#type: "button",
            role: "switch",
            aria_checked: if on { "true" } else { "false" },
            onclick: move |_| onset.call(!on),
            span { class: "switch__label", dir: "auto", "{label}" }
            span { class: "switch__track",
                span { class: "switch__thumb",
                    if on {
                        Icon { glyph: Glyph::Check }
                    }
                }
            }
        }
    }
}
