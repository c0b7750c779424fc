//! Other records that can be added to a case.

use dioxus::prelude::*;
use voorveld_core::CaseId;

use crate::components::{Glyph, Icon};
use crate::hooks::use_capture;
use crate::route::Route;
use crate::t;

/// A row of links that leave the sheet. A sentence in progress goes along, and waits as a draft until that
/// is saved.
#[component]
pub fn OtherLinks(case: CaseId) -> Element {
    let capture = use_capture();
    let links = [
        (
            "expense",
            Glyph::Euro,
            t!("expense-title"),
            Route::NewExpensePage { case },
        ),
        (
            "decision",
            Glyph::Scale,
            t!("decision-title"),
            Route::NewDecisionPage { case },
        ),
    ];
    rsx! {
        nav { class: "invites", aria_label: t!("capture-other"),
            for (id , glyph , label , to) in links {
                Link {
                    key: "{id}",
                    class: "invite",
                    id: "capture-{id}",
                    to,
                    onclick: move |_| capture.carry(),
                    Icon { glyph }
                    "{label}"
                }
            }
        }
    }
}
