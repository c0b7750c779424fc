//! Buttons with words.

use dioxus::prelude::*;

use super::{Glyph, Icon};

/// A large button; the main one of a page is filled.
#[component]
pub fn Button(
    label: String,
    onpress: EventHandler<()>,
    #[props(default)] id: Option<String>,
    #[props(default)] main: bool,
    #[props(default)] small: bool,
    #[props(default)] busy: bool,
    #[props(default)] glyph: Option<Glyph>,
    /// What a screen reader says, when the label needs its surroundings to be understood.
    #[props(default)]
    aria: Option<String>,
) -> Element {
    let main = if main { " button--main" } else { "" };
    let small = if small { " button--small" } else { "" };
    rsx! {
        button {
            class: "button{main}{small}",
            id,
            r#type: "button",
            aria_label: aria,
            aria_busy: busy.then_some("true"),
            onclick: move |_| {
                // A second press while the first is under way does nothing new.
                if !busy {
                    onpress.call(());
                }
            },
            if let Some(glyph) = glyph {
                Icon { glyph }
            }
            "{label}"
        }
    }
}

/// A quiet line that invites, or leads to more.
#[component]
pub fn Invite(
    label: String,
    onpress: EventHandler<()>,
    #[props(default)] id: Option<String>,
    #[props(default)] glyph: Option<Glyph>,
) -> Element {
    rsx! {
        button {
            class: "invite",
            id,
            r#type: "button",
            onclick: move |_| onpress.call(()),
            if let Some(glyph) = glyph {
                Icon { glyph }
            }
            "{label}"
        }
    }
}
