//! Entries that two people moved to different pages: one tap settles where each belongs.

use dioxus::prelude::*;
use voorveld_core::api::MoveEntry;
use voorveld_core::view::MovedTwice;

use crate::components::{Button, ErrorLine, Name};
use crate::hooks::{clock, use_action};
use crate::{format, t, text};

/// The entry, and a button for each page it was moved to.
#[component]
pub fn MovedTwiceLine(line: MovedTwice) -> Element {
    let action = use_action();
    let clock = clock();
    let entry = line.entry;
    let when = format::moment(text::language(), clock.local(line.at), clock.today());
    rsx! {
        section { class: "two-values",
            h2 { class: "two-values__title", {t!("moved-twice-title")} }
            p { dir: "auto", "{line.text}" }
            p { class: "second", "{when} · " {t!("moved-twice-how")} }
            for to in line.to {
                div { key: "{to.who:?}", class: "two-values__value",
                    div { class: "row__words",
                        p { class: "row__title", dir: "auto",
                            Name { name: to.name.clone(), danger: to.danger }
                        }
                    }
                    Button {
                        label: t!("moved-twice-here"),
                        aria: t!("moved-twice-with", name: to.name.clone()),
                        small: true,
                        busy: action.busy(),
                        onpress: move |()| action.send(MoveEntry { entry, to: to.who }),
                    }
                }
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        }
    }
}
