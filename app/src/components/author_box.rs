//! A colleague as one letter.

use dioxus::prelude::*;

use crate::{format, t};

/// The first letter of a colleague's name in a box; nothing without a name.
#[component]
pub fn AuthorBox(
    name: String,
    #[props(default)] small: bool,
    /// Who goes ahead in a case, rather than who wrote something.
    #[props(default)]
    lead: bool,
) -> Element {
    let letter = format::initial(&name);
    if letter.is_empty() {
        return rsx! {};
    }
    rsx! {
        span {
            class: if small { "author author--small" } else { "author" },
            role: "img",
            title: "{name}",
            aria_label: if lead { t!("goes-ahead", name: name.clone()) } else { t!("written-by", name: name.clone()) },
            "{letter}"
        }
    }
}
