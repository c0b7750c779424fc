//! Phone numbers that stand in a text.

use dioxus::prelude::*;
use voorveld_core::phone_number;

use super::{Glyph, Icon};
use crate::{format, t};

/// A link for each number that can be called; nothing when there is none.
#[component]
pub fn PhoneLinks(text: String) -> Element {
    rsx! {
        for number in phone_number::in_text(&text) {
            a {
                key: "{number}",
                class: "invite",
                href: format::tel_link(&number),
                Icon { glyph: Glyph::Phone }
                span { class: "figures", {t!("call-name", name: format::phone(&number))} }
            }
        }
    }
}
