//! A colleague as one letter.

use dioxus::prelude::*;

use crate::{format, t};

/// The first letter of a colleague's name in a box; nothing without a name.
#[component]
pub fn AuthorBox(name: String, #[props(default)] small: bool) -> Element {
    let letter = format::initial(&name);
    if letter.is_empty() {
        return rsx! {};
    }
    rsx! {
        span {
            class: if small { "author author--small" } else { "author" },
            role: "img",
            title: "{name}",
            aria_label: t!("written-by", name: name.clone()),
            "{letter}"
        }
    }
}
