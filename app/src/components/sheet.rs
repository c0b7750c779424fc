//! A sheet that comes up from below.

use dioxus::prelude::*;

use super::{Glyph, Icon};
use crate::hooks::use_covering;
use crate::t;

/// A sheet over the page; X, Escape and a press beside it close it.
#[component]
pub fn Sheet(
    title: String,
    #[props(default)] second: String,
    onclose: EventHandler<()>,
    #[props(default = "sheet-close".to_owned())] close_id: String,
    children: Element,
) -> Element {
    use_covering();
    rsx! {
        div {
            class: "scrim",
            onkeydown: move |event| {
                if event.key() == Key::Escape {
                    onclose.call(());
                }
            },
            div { class: "scrim__rest", onclick: move |_| onclose.call(()) }
            div {
                class: "sheet",
                role: "dialog",
                aria_modal: "true",
                aria_label: "{title}",
                div { class: "sheet__head",
                    p {
                        span { class: "sheet__title", "{title}" }
                        if !second.is_empty() {
                            span { class: "second", " · {second}" }
                        }
                    }
                    button {
                        class: "sheet__close",
                        id: "{close_id}",
                        r#type: "button",
                        aria_label: t!("close"),
                        onclick: move |_| onclose.call(()),
                        Icon { glyph: Glyph::X }
                    }
                }
                {children}
            }
        }
    }
}
