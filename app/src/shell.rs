//! What stands around every page: the tab bar with its +, and the capture sheet. A wide window
//! has the list of cases beside the case.

use dioxus::prelude::*;

use crate::app::Wide;
use crate::components::TabBar;
use crate::hooks::{use_capture, use_place_kept};
use crate::pages::{CaptureSheet, CasesList};
use crate::platform;
use crate::route::{Route, Tab};
use crate::t;

/// The layout of all pages.
#[component]
pub fn Shell() -> Element {
    let capture = use_capture();
    let route = use_route::<Route>();
    let wide = use_context::<Wide>();
    let open = capture.is_open();
    use_place_kept(route.place().to_string(), open);
    let tab = route.tab();
    let beside = (wide.0)() && tab == Tab::Cases;
    let list_alone = matches!(route, Route::CasesPage {});
    let case = match route {
        Route::CasePage { case }
        | Route::EditCasePage { case }
        | Route::NewExpensePage { case } => Some(case),
        _ => None,
    };
    rsx! {
        div {
            class: if beside { "shell shell--beside" } else { "shell" },
            "inert": open.then_some("true"),
            if beside {
                div { class: "beside",
                    CasesList { open: case, beside: true }
                }
            }
            if beside && list_alone {
                main { class: "page page--empty",
                    h1 { class: "second", {t!("cases-choose")} }
                }
            } else {
                Outlet::<Route> {}
            }
            platform::Watch {}
            TabBar { tab, sheet_open: open, onplus: move |_| capture.open() }
        }
        if open {
            CaptureSheet {}
        }
    }
}
