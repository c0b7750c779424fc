//! Text with the search matches underlined.

use dioxus::prelude::*;
use voorveld_core::view::Span;

/// Renders the spans one after another.
#[component]
pub fn Spans(spans: Vec<Span>) -> Element {
    rsx! {
        for (index , span) in spans.into_iter().enumerate() {
            if span.matched {
                mark { key: "{index}", class: "match", "{span.text}" }
            } else {
                span { key: "{index}", "{span.text}" }
            }
        }
    }
}
