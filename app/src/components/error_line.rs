//! Inline error messages.

use dioxus::prelude::*;
use voorveld_core::Error;

use super::{Glyph, Icon};
use crate::t;
use crate::text::{self, problem};

/// Shows an error as a sentence, where it occurred.
#[component]
pub fn ErrorLine(error: Error) -> Element {
    rsx! {
        ProblemLine { text: problem::sentence(text::language(), &error) }
    }
}

/// Like [`ErrorLine`], for a name field: an empty value is reported as a missing name.
#[component]
pub fn NameProblem(error: Error) -> Element {
    let text = match error {
        Error::Empty => t!("problem-name"),
        error => problem::sentence(text::language(), &error),
    };
    rsx! {
        ProblemLine { text }
    }
}

/// An inline error message, announced by screen readers and deliberately not in an alarm colour.
#[component]
pub fn ProblemLine(text: String) -> Element {
    rsx! {
        div { class: "problem", role: "alert",
            Icon { glyph: Glyph::CircleAlert }
            p { class: "problem__text", "{text}" }
        }
    }
}

/// Warns that the typed text looks like a burgerservicenummer. Saving stays possible: it may be
/// something else.
#[component]
pub fn BsnLine() -> Element {
    rsx! {
        ProblemLine { text: t!("bsn-warning") }
    }
}
