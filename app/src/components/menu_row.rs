//! A row that leads to a page.

use dioxus::prelude::*;

use super::{Glyph, Icon};
use crate::route::Route;

/// An icon, a title, and an arrow at the end.
#[component]
pub fn MenuRow(
    id: String,
    glyph: Glyph,
    title: String,
    #[props(default)] second: String,
    /// Secondary text before the arrow.
    #[props(default)]
    aside: String,
    to: Route,
) -> Element {
    rsx! {
        div { class: "row",
            Link { class: "row__main", id, to,
                Icon { glyph }
                span { class: "row__words",
                    span { class: "row__title row__title--plain", "{title}" }
                    if !second.is_empty() {
                        span { class: "row__second", dir: "auto", "{second}" }
                    }
                }
                if !aside.is_empty() {
                    span { class: "row__aside figures", "{aside}" }
                }
                Icon { glyph: Glyph::ChevronRight, class: "row__chevron" }
            }
        }
    }
}
