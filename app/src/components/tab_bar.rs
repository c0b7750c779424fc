//! The bottom bar: four tabs, and the + within the thumb's reach.

use std::rc::Rc;

use dioxus::prelude::*;

use super::{Glyph, Icon, focus};
use crate::hooks::use_covered;
use crate::route::{Route, Tab};
use crate::t;

/// The bar. The + gets the focus back when the capture sheet closes.
#[component]
pub fn TabBar(tab: Tab, sheet_open: bool, onplus: EventHandler<()>) -> Element {
    let mut plus = use_signal(|| None::<Rc<MountedData>>);
    let mut was_open = use_signal(|| false);
    use_effect(use_reactive!(|sheet_open| {
        let closed = *was_open.peek() && !sheet_open;
        was_open.set(sheet_open);
        if let Some(plus) = plus.peek().clone().filter(|_| closed) {
            focus::to(plus);
        }
    }));
    let covered = use_covered();
    rsx! {
        nav {
            class: "bar",
            aria_label: t!("tabs"),
            "inert": covered.then_some("true"),
            TabLink {
                id: "tab-today",
                label: t!("tab-today"),
                glyph: Glyph::Sun,
                to: Route::TodayPage {},
                current: tab == Tab::Today,
            }
            TabLink {
                id: "tab-cases",
                label: t!("tab-cases"),
                glyph: Glyph::Folder,
                to: Route::CasesPage {},
                current: tab == Tab::Cases,
            }
            button {
                class: "bar__plus",
                id: "capture-open",
                r#type: "button",
                aria_label: t!("capture-open"),
                onmounted: move |mounted| plus.set(Some(mounted.data())),
                onclick: move |_| onplus.call(()),
                Icon { glyph: Glyph::Plus }
            }
            TabLink {
                id: "tab-network",
                label: t!("tab-network"),
                glyph: Glyph::MapPin,
                to: Route::NetworkPage {},
                current: tab == Tab::Network,
            }
            TabLink {
                id: "tab-team",
                label: t!("tab-team"),
                glyph: Glyph::Users,
                to: Route::TeamPage {},
                current: tab == Tab::Team,
            }
        }
    }
}

#[component]
fn TabLink(id: String, label: String, glyph: Glyph, to: Route, current: bool) -> Element {
    rsx! {
        // The router sets aria-current only on an exact match; a case also belongs under Dossiers.
        Link { class: if current { "bar__tab bar__tab--current" } else { "bar__tab" }, id, to,
            Icon { glyph }
            span { "{label}" }
        }
    }
}
