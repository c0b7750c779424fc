//! Links that call the phone numbers in a text.

use dioxus::prelude::*;
use voorveld_core::phone_number;

use super::{Glyph, Icon};
use crate::{format, t};

/// A link for each number that can be dialled; renders nothing when there is none.
#[component]
pub fn CallLinks(text: String) -> Element {
    rsx! {
        for call in phone_number::calls(&text) {
            a {
                key: "{call.dial}",
                class: "invite",
                href: format::tel_link(&call),
                Icon { glyph: Glyph::Phone }
                span { class: "figures", dir: "auto", {t!("call-name", name: format::call(&call))} }
            }
        }
    }
}
