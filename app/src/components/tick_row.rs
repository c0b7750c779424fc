//! An item that can be ticked off.

use dioxus::prelude::*;

use super::{Glyph, Icon};
use crate::route::Route;
use crate::t;

/// A round checkbox with text beside it.
#[component]
pub fn TickRow(
    text: String,
    done: bool,
    ontick: EventHandler<bool>,
    #[props(default)] second: Option<Element>,
    #[props(default)] to: Option<Route>,
    /// Called when the row's link is followed.
    #[props(default)]
    onfollow: EventHandler<()>,
    /// Makes the text pressable, for editing.
    #[props(default)]
    onpress: Option<EventHandler<()>>,
    /// Id of the pressable text.
    #[props(default)]
    press_id: String,
) -> Element {
    let words = rsx! {
        span { class: "row__title", dir: "auto", "{text}" }
        if let Some(second) = second {
            span { class: "row__second", dir: "auto", {second} }
        }
    };
    rsx! {
        div { class: if done { "tick tick--done" } else { "tick" },
            button {
                class: "tick__box",
                r#type: "button",
                role: "checkbox",
                aria_checked: if done { "true" } else { "false" },
                aria_label: "{text}",
                onclick: move |_| ontick.call(!done),
                span { class: "tick__circle",
                    if done {
                        Icon { glyph: Glyph::Check }
                    }
                }
            }
            if let Some(to) = to {
                Link { class: "row__words", to, onclick: move |_| onfollow.call(()), {words} }
            } else if let Some(onpress) = onpress {
                button {
                    class: "row__words tick__words",
                    id: press_id,
                    r#type: "button",
                    "aria-description": t!("commitment-edit"),
                    onclick: move |_| onpress.call(()),
                    {words}
                }
            } else {
                div { class: "row__words", {words} }
            }
        }
    }
}
