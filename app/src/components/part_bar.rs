//! A thin bar that is filled for a part.

use dioxus::prelude::*;

/// How far something is, from 0 to 1; the words beside it say the same. The part is an attribute of a
/// drawing and no style of its own, which the policy of the page would take away.
#[component]
pub fn PartBar(part: f64) -> Element {
    let percent = part.clamp(0.0, 1.0) * 100.0;
    rsx! {
        svg { class: "part-bar", "aria-hidden": "true", width: "100%",
            rect { class: "part-bar__part", width: "{percent:.0}%", height: "100%" }
        }
    }
}
