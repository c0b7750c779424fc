//! A bottom sheet.

use dioxus::prelude::*;

use super::{Glyph, Icon};
use crate::hooks::use_covering;
use crate::t;

/// A sheet over the page; X, Escape and a press outside close it.
#[component]
pub fn Sheet(
    title: String,
    #[props(default)] second: String,
    /// Makes the secondary text a control with this handler.
    #[props(default)]
    onsecond: Option<EventHandler<()>>,
    /// Whether what that control opens is open (`aria-expanded`).
    #[props(default)]
    second_open: bool,
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
                        if let Some(onsecond) = onsecond {
                            span { class: "second", " · " }
                            button {
                                class: "sheet__when second",
                                id: "{close_id}-second",
                                r#type: "button",
                                aria_expanded: if second_open { "true" } else { "false" },
                                onclick: move |_| onsecond.call(()),
                                "{second}"
                            }
                        } else if !second.is_empty() {
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
