//! A forgotten code: what can be done, and what that costs.

use dioxus::prelude::*;

use crate::components::{Button, Field, Glyph, Point, ProblemLine};
use crate::{platform, t};

/// A quiet line that expands into the consequences, and a way to start anew that cannot be triggered by
/// accident.
#[component]
pub fn Forgotten(onanew: EventHandler<()>) -> Element {
    let mut open = use_signal(|| false);
    rsx! {
        button {
            class: "invite unlock__forgotten",
            id: "unlock-forgotten",
            r#type: "button",
            aria_expanded: if open() { "true" } else { "false" },
            onclick: move |_| open.toggle(),
            {t!("unlock-forgotten")}
        }
        if open() {
            Anew { onanew }
        }
    }
}

#[component]
fn Anew(onanew: EventHandler<()>) -> Element {
    let mut typed = use_signal(String::new);
    let mut missing = use_signal(|| false);
    let word = t!("unlock-anew-word");
    let begin = use_callback(move |()| {
        let same = typed.peek().trim().to_lowercase() == t!("unlock-anew-word");
        missing.set(!same);
        if same {
            onanew.call(());
        }
    });
    rsx! {
        div {
            id: "unlock-anew",
            // It expands below the edge of the screen.
            onmounted: move |_| platform::scroll_to("unlock-anew"),
            // Keys typed here must not reach the code entry.
            onkeydown: move |event| event.stop_propagation(),
            Point { glyph: Glyph::Users, title: t!("unlock-anew-team"), text: t!("unlock-anew-team-then") }
            Point {
                glyph: Glyph::Smartphone,
                title: t!("unlock-anew-here"),
                text: t!("unlock-anew-here-then"),
            }
            Field {
                id: "unlock-anew-word",
                label: t!("unlock-anew-type", word: word.clone()),
                code: true,
                oninput: move |text| {
                    missing.set(false);
                    typed.set(text);
                },
                onenter: begin,
            }
            if missing() {
                ProblemLine { text: t!("unlock-anew-missing", word: word) }
            }
            div { class: "sheet__end",
                Button { id: "unlock-anew-begin", label: t!("unlock-anew-begin"), onpress: begin }
            }
        }
    }
}
