//! The four trust steps.

use dioxus::prelude::*;
use voorveld_core::model::TrustStep;

use super::DoorGlyph;
use crate::{format, t, text};

/// Four steps, one chosen; a tap chooses another.
#[component]
pub fn TrustStrip(step: TrustStep, onchoose: EventHandler<TrustStep>) -> Element {
    rsx! {
        div { class: "trust", role: "group", aria_label: t!("trust"),
            for (name , each) in ["outside", "door", "inside", "trust"].into_iter().zip(TrustStep::ALL) {
                button {
                    key: "{name}",
                    class: "trust__step",
                    id: "trust-{name}",
                    r#type: "button",
                    aria_pressed: if each == step { "true" } else { "false" },
                    onclick: move |_| onchoose.call(each),
                    DoorGlyph { step: each }
                    span { {format::trust(text::language(), each)} }
                }
            }
        }
    }
}
