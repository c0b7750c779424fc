//! The keypad for codes and amounts.

use dioxus::prelude::*;

use super::{Glyph, Icon};
use crate::t;

/// Ten digits and backspace, plus a comma for amounts. Input from a physical keyboard is left to the
/// page.
#[component]
pub fn Keypad(
    ondigit: EventHandler<char>,
    onback: EventHandler<()>,
    #[props(default)] oncomma: Option<EventHandler<()>>,
) -> Element {
    rsx! {
        div { class: "keypad",
            for digit in '1'..='9' {
                DigitKey { key: "{digit}", digit, ondigit }
            }
            if let Some(oncomma) = oncomma {
                button {
                    class: "keypad__key",
                    id: "key-comma",
                    r#type: "button",
                    aria_label: t!("key-comma"),
                    onclick: move |_| oncomma.call(()),
                    ","
                }
            } else {
                span {}
            }
            DigitKey { digit: '0', ondigit }
            button {
                class: "keypad__key",
                id: "key-back",
                r#type: "button",
                aria_label: t!("key-back"),
                onclick: move |_| onback.call(()),
                Icon { glyph: Glyph::Delete }
            }
        }
    }
}

#[component]
fn DigitKey(digit: char, ondigit: EventHandler<char>) -> Element {
    rsx! {
        button {
            class: "keypad__key",
            id: "key-{digit}",
            r#type: "button",
            onclick: move |_| ondigit.call(digit),
            "{digit}"
        }
    }
}
