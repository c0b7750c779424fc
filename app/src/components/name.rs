//! The name of somebody, with a sign when a danger is recorded.

use dioxus::prelude::*;
use voorveld_core::view::Span;

use super::{Glyph, Icon, Spans};
use crate::t;

/// A name as lists, sheets and records show it. The sign stands wherever the name does, so that nobody
/// has to open a case to learn that there is a danger.
#[component]
pub fn Name(
    #[props(default)] name: String,
    /// The name with its search matches, shown instead of `name`.
    #[props(default)]
    spans: Vec<Span>,
    danger: bool,
) -> Element {
    rsx! {
        if spans.is_empty() {
            "{name}"
        } else {
            Spans { spans }
        }
        if danger {
            DangerSign {}
        }
    }
}

/// The sign itself, read aloud as "let op, gevaar".
#[component]
pub fn DangerSign() -> Element {
    rsx! {
        span {
            class: "danger",
            role: "img",
            title: t!("danger"),
            aria_label: t!("danger"),
            Icon { glyph: Glyph::TriangleAlert }
        }
    }
}
