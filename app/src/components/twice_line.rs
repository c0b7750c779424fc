//! A text that stands in its field twice, glued together.

use dioxus::prelude::*;
use voorveld_core::view::stands_twice;

use super::Invite;
use crate::t;

/// A quiet line that offers to make one of it; nothing when the text stands there once.
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
