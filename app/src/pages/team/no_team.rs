//! The team tab of a phone without a team.

use dioxus::prelude::*;
use voorveld_core::Error;

use super::rows::OwnRows;
use crate::components::{Button, ErrorLine, Glyph, Page, Point};
use crate::route::Route;
use crate::t;

/// Offers to start or join a team; the app also works without one.
#[component]
pub fn NoTeam(
    trouble: Option<Error>,
    /// The number of records on this phone.
    only_here: u32,
) -> Element {
    let navigator = use_navigator();
    rsx! {
        Page {
            title: t!("tab-team"),
            dock: rsx! {
                div { class: "ways",
                    Button {
                        id: "team-start",
                        main: true,
                        label: t!("team-start"),
                        onpress: move |()| {
                            navigator.push(Route::StartTeamPage {});
                        },
                    }
                    p { class: "second", {t!("team-start-why")} }
                    Button {
                        id: "team-join",
                        label: t!("team-join"),
                        onpress: move |()| {
                            navigator.push(Route::JoinTeamPage {});
                        },
                    }
                    p { class: "second", {t!("team-join-why")} }
                }
            },
            p { class: "page__lead", id: "team-none", {t!("team-none")} }
            if let Some(error) = trouble {
                ErrorLine { error }
            }
            if only_here > 0 {
                Point {
                    glyph: Glyph::Smartphone,
                    title: t!("team-only-here-count", n: only_here),
                    text: t!("team-goes-along"),
                }
            }
            OwnRows {}
        }
    }
}
