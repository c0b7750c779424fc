//! The frame of the two forms by which a phone enters a team: starting one, and joining one.

use dioxus::prelude::*;
use voorveld_core::Error;

use crate::components::{Button, ErrorLine, Head, Page, ProblemLine};
use crate::route::Route;

/// The page around the fields: the way back to *Team* above, the one button below.
#[component]
pub fn EnterTeamPage(
    title: String,
    /// An error that belongs to no field.
    problem: Element,
    button: String,
    label: String,
    busy: bool,
    onpress: EventHandler<()>,
    children: Element,
) -> Element {
    let navigator = use_navigator();
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title,
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                }
            },
            dock: rsx! {
                {problem}
                Button { id: button, main: true, busy, label, onpress }
            },
            {children}
        }
    }
}

/// Renders a field's error: a missing value, or the error of the last attempt.
pub fn field_problem(missing: Option<String>, error: Option<Error>) -> Element {
    rsx! {
        if let Some(text) = missing {
            ProblemLine { text }
        } else if let Some(error) = error {
            ErrorLine { error }
        }
    }
}
