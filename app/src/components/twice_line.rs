//! A text that appears twice in its field, as an older version merged identical concurrent edits.

use dioxus::prelude::*;
use voorveld_core::view::stands_twice;

use super::Invite;
use crate::t;

/// Offers to keep one copy; renders nothing when the text is not doubled.
#[component]
pub fn TwiceLine(id: String, text: String, onmend: EventHandler<String>) -> Element {
    let Some(once) = stands_twice(&text).map(str::to_owned) else {
        return rsx! {};
    };
    rsx! {
        div { class: "twice",
            p { class: "second", {t!("twice-here")} }
            Invite {
                id,
                label: t!("twice-mend"),
                onpress: move |()| onmend.call(once.clone()),
            }
        }
    }
}
