//! What went wrong, in place.

use dioxus::prelude::*;
use voorveld_core::Error;

use super::{Glyph, Icon};
use crate::t;
use crate::text::{self, problem};

/// An error as a sentence, where it happened.
#[component]
pub fn ErrorLine(error: Error) -> Element {
    rsx! {
        ProblemLine { text: problem::sentence(text::language(), &error) }
    }
}

/// The same where a name is asked: what is missing then is the name.
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

/// A sentence about what went wrong. Said aloud by a screen reader; no colour of alarm.
#[component]
pub fn ProblemLine(text: String) -> Element {
    rsx! {
        div { class: "problem", role: "alert",
            Icon { glyph: Glyph::CircleAlert }
            p { class: "problem__text", "{text}" }
        }
    }
}

/// What was typed passes for a burgerservicenummer. Saving stays possible: it may be something else.
#[component]
pub fn BsnLine() -> Element {
    rsx! {
        ProblemLine { text: t!("bsn-warning") }
    }
}
