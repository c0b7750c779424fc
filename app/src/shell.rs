//! The frame around every page: the tab bar with its +, and the capture sheet. A wide window shows the
//! list of cases beside a case.

use dioxus::prelude::*;
use voorveld_core::CaseId;

use crate::app::Wide;
use crate::components::TabBar;
use crate::hooks::{use_capture, use_client_mode, use_open_part, use_place_kept};
use crate::pages::{CaptureSheet, CasesList, ClientScreen, SavedLine};
use crate::platform;
use crate::route::{Route, Tab};
use crate::t;

/// The layout of all pages.
#[component]
pub fn Shell() -> Element {
    let capture = use_capture();
    let route = use_route::<Route>();
    let held = use_held(&route);
    let wide = use_context::<Wide>();
    let open = capture.is_open();
    let place = route.to_string();
    use_place_kept(route.place().to_string(), open);
    let tab = route.tab();
    let beside = (wide.0)() && tab == Tab::Cases;
    let list_alone = matches!(route, Route::CasesPage {});
    let case = route.case();
    // Not in an effect: that could run after the next case has appeared.
    use_open_part().stays_with(case);
    if let Some(case) = held {
        return rsx! {
            div { class: "shell shell--along",
                ClientScreen { case }
                platform::Watch {}
            }
        };
    }
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
                // Keyed by address, so that no state of one page remains on the next.
                for address in [route.to_string()] {
                    Outlet::<Route> { key: "{address}" }
                }
            }
            platform::Watch {}
            SavedLine { place: place.clone() }
            TabBar { tab, sheet_open: open, onplus: move |_| capture.open() }
        }
        if open {
            CaptureSheet {}
        }
    }
}

/// Returns the case that is being read along. While it is, only that page is shown, whatever the
/// address: history and other addresses lead to the case, as entering the code does.
fn use_held(route: &Route) -> Option<CaseId> {
    let along = use_client_mode();
    let asked = match route {
        Route::ClientPage { case } => Some(*case),
        _ => None,
    };
    let held = along.held().or(asked);
    let route = route.clone();
    use_effect(use_reactive!(|(route, held)| {
        if let Some(case) = held {
            along.begin(case);
            let there = Route::CasePage { case };
            if route != there {
                navigator().replace(there);
            }
        }
    }));
    held
}
