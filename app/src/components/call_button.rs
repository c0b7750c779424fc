//! One tap to call, or to write.

use dioxus::prelude::*;

use super::{Glyph, Icon};
use crate::{format, t};

/// A button that opens the phone with this number; nothing when there is no number to dial.
#[component]
pub fn CallButton(phone: String, name: String) -> Element {
    let Some(link) = format::tel_link(&phone) else {
        return rsx! {};
    };
    rsx! {
        a {
            class: "call",
            href: link,
            aria_label: t!("call-name", name: name),
            title: format::phone(&phone),
            Icon { glyph: Glyph::Phone }
        }
    }
}

/// A button that writes a message to this number; nothing when there is no number to dial.
#[component]
pub fn MessageButton(phone: String, name: String) -> Element {
    let Some(link) = format::sms_link(&phone) else {
        return rsx! {};
    };
    rsx! {
        a {
            class: "call",
            href: link,
            aria_label: t!("message-name", name: name),
            title: t!("message"),
            Icon { glyph: Glyph::MessageSquare }
        }
    }
}
