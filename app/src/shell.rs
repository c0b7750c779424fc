//! What stands around every page: the tab bar with its +, and the capture sheet.

use dioxus::prelude::*;

use crate::components::TabBar;
use crate::hooks::use_capture;
use crate::pages::CaptureSheet;
use crate::route::Route;

/// The layout of all pages.
#[component]
pub fn Shell() -> Element {
    let capture = use_capture();
    let route = use_route::<Route>();
    let open = capture.is_open();
    rsx! {
        div { class: "shell", "inert": open.then_some("true"),
            Outlet::<Route> {}
            TabBar { tab: route.tab(), sheet_open: open, onplus: move |_| capture.open() }
        }
        if open {
            CaptureSheet {}
        }
    }
}
