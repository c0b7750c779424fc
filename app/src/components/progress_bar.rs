//! A thin progress bar.

use dioxus::prelude::*;

/// Shows a fraction from 0 to 1; adjacent text says the same. The width is an SVG attribute, because the
/// page's content security policy blocks inline styles.
#[component]
pub fn ProgressBar(part: f64) -> Element {
    let percent = part.clamp(0.0, 1.0) * 100.0;
    rsx! {
        svg { class: "part-bar", "aria-hidden": "true", width: "100%",
            rect { class: "part-bar__part", width: "{percent:.0}%", height: "100%" }
        }
    }
}
