//! Dos and don'ts at the door.

use dioxus::prelude::*;

use super::{Glyph, Icon};
use crate::t;

/// Shows both lines, leaving out an empty one.
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
