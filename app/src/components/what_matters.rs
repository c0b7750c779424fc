//! What matters to this person: the first and largest text of a case.

use dioxus::prelude::*;

use crate::t;

/// The sentence under its quiet label.
#[component]
pub fn WhatMatters(text: String) -> Element {
    rsx! {
        div { class: "matters",
            p { class: "second", {t!("case-matters")} }
            p { class: "matters__text", dir: "auto", "{text}" }
        }
    }
}
