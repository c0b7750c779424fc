//! Do and don't at the door.

use dioxus::prelude::*;

use super::{Glyph, Icon};
use crate::t;

/// The two lines; each only when it says something.
#[component]
pub fn DoDont(does: String, donts: String) -> Element {
    rsx! {
        if !does.is_empty() {
            p { class: "door-line",
                Icon { glyph: Glyph::Check }
                span {
                    strong { {t!("case-do")} }
                    span { dir: "auto", "{does}" }
                }
            }
        }
        if !donts.is_empty() {
            p { class: "door-line",
                Icon { glyph: Glyph::X }
                span {
                    strong { {t!("case-dont")} }
                    span { dir: "auto", "{donts}" }
                }
            }
        }
    }
}
