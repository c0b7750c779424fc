//! A phone number among what is searched for.

use dioxus::prelude::*;
use voorveld_core::phone_number;

use crate::components::{Glyph, Icon};
use crate::{format, t};

/// Calling and writing to the number that was typed or pasted; nothing when there is none.
#[component]
pub fn NumberRow(text: String) -> Element {
    let Some(number) = phone_number::in_text(&text).into_iter().next() else {
        return rsx! {};
    };
    let shown = format::phone(&number);
    rsx! {
        div { class: "pair pair--call", id: "search-number",
            a {
                class: "button button--main",
                id: "search-call",
                href: format::tel_link(&number),
                Icon { glyph: Glyph::Phone }
                span { class: "figures", {t!("call-name", name: shown.clone())} }
            }
            a {
                class: "button",
                id: "search-message",
                href: format::sms_link(&number),
                aria_label: t!("message-name", name: shown),
                Icon { glyph: Glyph::MessageSquare }
                {t!("message")}
            }
        }
    }
}
