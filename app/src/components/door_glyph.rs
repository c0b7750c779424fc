//! The trust step as a picture: a door, and a person before, on or behind its threshold.

use dioxus::prelude::*;
use voorveld_core::model::TrustStep;

/// The glyph of a trust step. It is decorative: every use has a text label beside it.
#[component]
pub fn DoorGlyph(step: TrustStep, #[props(default)] class: String) -> Element {
    rsx! {
        svg {
            class: "icon door-glyph {class}",
            view_box: "0 0 24 24",
            "aria-hidden": "true",
            match step {
                TrustStep::Outside => rsx! {
                    path { d: "M10.5 20.5V5a1.5 1.5 0 0 1 1.5-1.5h7A1.5 1.5 0 0 1 20.5 5v15.5" }
                    circle { class: "door-glyph__dot", cx: "5", cy: "14", r: "2.6" }
                    path { d: "M2 20.9h20" }
                },
                TrustStep::Door => rsx! {
                    path { d: "M10.5 8.8V5a1.5 1.5 0 0 1 1.5-1.5h7A1.5 1.5 0 0 1 20.5 5v15.5M10.5 19.2v1.3" }
                    circle { class: "door-glyph__dot", cx: "10.5", cy: "14", r: "2.6" }
                    path { d: "M1 20.9h22" }
                },
                TrustStep::Inside => rsx! {
                    path { d: "M9.5 20.5V5A1.5 1.5 0 0 1 11 3.5h8A1.5 1.5 0 0 1 20.5 5v15.5" }
                    circle { class: "door-glyph__dot", cx: "15", cy: "14", r: "2.6" }
                    path { d: "M1 20.9h21" }
                },
                TrustStep::Trust => rsx! {
                    path {
                        class: "door-glyph__full",
                        d: "M9.5 20.5V5A1.5 1.5 0 0 1 11 3.5h8A1.5 1.5 0 0 1 20.5 5v15.5z",
                    }
                    circle { class: "door-glyph__hole", cx: "15", cy: "13.5", r: "2.8" }
                    path { d: "M1 20.9h21" }
                },
            }
        }
    }
}
