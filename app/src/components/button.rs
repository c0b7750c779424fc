//! Text buttons.

use dioxus::prelude::*;

use super::{Glyph, Icon};

/// A large button; a page's primary button is filled.
#[component]
pub fn Button(
    label: String,
    onpress: EventHandler<()>,
    #[props(default)] id: Option<String>,
    #[props(default)] main: bool,
    #[props(default)] small: bool,
    #[props(default)] busy: bool,
    #[props(default)] glyph: Option<Glyph>,
    /// The accessible name, for when the label alone is ambiguous.
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
                // Ignores presses while the first one is in progress.
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

/// A quiet text button, for an invitation or a "show more".
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
