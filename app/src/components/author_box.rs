//! A colleague's initial in a box.

use dioxus::prelude::*;

use crate::{format, t};

/// Shows the initial of a colleague's name in a box; renders nothing when the name has none.
#[component]
pub fn AuthorBox(
    name: String,
    #[props(default)] small: bool,
    /// Styles the box as the case's lead rather than as an author.
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
