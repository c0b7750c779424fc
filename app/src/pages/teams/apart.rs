//! Joining a second team on a phone that is already in one.

use dioxus::prelude::*;
use voorveld_core::api::TeamChoice;

use crate::components::Glyph;
use crate::components::{Button, ErrorLine, Head, Page, Point};
use crate::hooks::{use_capture, use_lock};
use crate::route::Route;
use crate::t;

/// Offers to add the invitation's team beside the open one, kept strictly apart.
#[component]
pub fn Apart(
    /// The open team.
    team: String,
    /// The invitation's words; empty when they are still to be typed.
    words: String,
) -> Element {
    let navigator = use_navigator();
    let capture = use_capture();
    let lock = use_lock();
    let going = lock.is_some_and(|lock| lock.going());
    let problem = lock.and_then(|lock| lock.problem());
    use_drop(move || {
        if let Some(lock) = lock {
            lock.clear();
        }
    });
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("join-title"),
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                }
            },
            dock: rsx! {
                if let Some(error) = problem.or_else(|| capture.problem()) {
                    ErrorLine { error }
                }
                Button {
                    id: "join-apart",
                    main: true,
                    busy: going,
                    label: if going { t!("teams-going") } else { t!("join-apart-go") },
                    onpress: move |()| {
                        let page = if words.is_empty() {
                            Route::JoinTeamPage {}
                        } else {
                            let words = words.split_whitespace().collect::<Vec<_>>().join("-");
                            Route::JoinByLinkPage { words }
                        };
                        if let Some(lock) = lock {
                            lock.go(TeamChoice::New, page);
                        }
                    },
                }
            },
            Point {
                glyph: Glyph::Landmark,
                title: t!("join-apart", team: team.clone()),
                text: t!("join-apart-why", team: team),
            }
        }
    }
}
