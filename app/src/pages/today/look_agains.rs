//! The decisions that are due for review.

use dioxus::prelude::*;
use voorveld_core::api::LookAgain;
use voorveld_core::view::LookAgainLine;

use crate::components::{Name, TickRow};
use crate::hooks::{Action, Part, clock, use_open_part};
use crate::route::Route;
use crate::{format, text};

/// Decisions due on *Vandaag*: a tick says that it was looked at; the text opens the case's decisions.
#[component]
pub fn LookAgains(lines: Vec<LookAgainLine>, action: Action) -> Element {
    let language = text::language();
    let today = clock().today();
    let open = use_open_part();
    rsx! {
            for line in lines {
                TickRow {
                    key: "{line.decision}",
                    text: line.text.clone(),
                    done: false,
                    second: rsx! {
                        Name { name: line.case_name.clone(), danger: line.danger }
                        " · "
                        {format::decision_kind(language, line.kind)}
                        if line.due < today {
                            " · "
                            {format::relative_day(language, line.due, today)}
                        }
                    },
                    to: Route::CasePage { case: line.case },
                    onfollow: move |()| open.open(line.case, Part::Decisions),
                    ontick: move |_| {
                        action.send(LookAgain { case: line.case, decision: line.decision, next: None });
                    },
                }
            }
    }
}
