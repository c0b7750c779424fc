//! Buttons that call or message a phone number.

use dioxus::prelude::*;
use voorveld_core::phone_number::{self, Call};

use super::{Glyph, Icon};
use crate::{format, t};

/// Renders a call button for each number in a phone field, and nothing when none can be dialled. With
/// several numbers, each button says which one it calls.
#[component]
pub fn CallButton(
    phone: String,
    name: String,
    #[props(default)] id: Option<String>,
    /// Also called when a button is pressed, besides dialling.
    #[props(default)]
    oncall: Option<EventHandler<()>>,
) -> Element {
    let calls = phone_number::calls(&phone);
    if let [call] = calls.as_slice() {
        return rsx! {
            OneCall { call: call.clone(), name, id, oncall }
        };
    }
    if calls.is_empty() {
        return rsx! {};
    }
    rsx! {
        div { class: "calls",
            for (at , call) in calls.into_iter().enumerate() {
                OneCall {
                    key: "{call.dial}",
                    name: t!("call-of", name: name.clone(), which: format::call(&call)),
                    id: id.as_ref().map(|id| numbered(id, at)),
                    which: format::call(&call),
                    call,
                    oncall,
                }
            }
        }
    }
}

#[component]
fn OneCall(
    call: Call,
    name: String,
    id: Option<String>,
    /// The number and its label beside the icon, to tell several numbers apart.
    #[props(default)]
    which: String,
    oncall: Option<EventHandler<()>>,
) -> Element {
    rsx! {
        a {
            class: if which.is_empty() { "call" } else { "call call--which" },
            id,
            href: format::tel_link(&call),
            aria_label: t!("call-name", name: name),
            title: format::call(&call),
            onclick: move |_| {
                if let Some(oncall) = oncall {
                    oncall.call(());
                }
            },
            Icon { glyph: Glyph::Phone }
            if !which.is_empty() {
                span { class: "call__which", dir: "auto", "{which}" }
            }
        }
    }
}

/// Opens a message to the first number that accepts one; renders nothing when none does.
#[component]
pub fn MessageButton(phone: String, name: String) -> Element {
    let link = phone_number::calls(&phone)
        .iter()
        .find_map(format::sms_link);
    let Some(link) = link else {
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

/// A call and a message button on a line, for each number in a text; renders nothing without numbers.
/// Only the first is filled: several filled buttons would compete.
#[component]
pub fn CallAndMessage(
    text: String,
    /// Prefix of the buttons' ids.
    id: String,
) -> Element {
    rsx! {
        for (at , call) in phone_number::calls(&text).into_iter().enumerate() {
            div { key: "{call.dial}", class: "pair pair--call",
                a {
                    class: if at == 0 { "button button--main" } else { "button" },
                    id: numbered(&format!("{id}-call"), at),
                    href: format::tel_link(&call),
                    Icon { glyph: Glyph::Phone }
                    span { class: "figures", dir: "auto", {t!("call-name", name: format::call(&call))} }
                }
                if let Some(link) = format::sms_link(&call) {
                    a {
                        class: "square",
                        id: numbered(&format!("{id}-message"), at),
                        href: link,
                        aria_label: t!("message-name", name: format::call(&call)),
                        title: t!("message"),
                        Icon { glyph: Glyph::MessageSquare }
                    }
                }
            }
        }
    }
}

/// Returns the label of a phone field, saying so when nothing in it can be dialled: a missing button
/// would otherwise seem a fault.
pub fn phone_label(field: String, phone: &str) -> String {
    if phone.is_empty() || !phone_number::calls(phone).is_empty() {
        field
    } else {
        format!("{field} · {}", t!("phone-unsure"))
    }
}

/// Returns a unique id per position: the first keeps `id`, later ones get `-2`, `-3` and so on.
fn numbered(id: &str, at: usize) -> String {
    match at {
        0 => id.to_owned(),
        at => format!("{id}-{}", at + 1),
    }
}
