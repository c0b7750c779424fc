//! The core team's last decisions, which also appear in the cases.

use dioxus::prelude::*;
use voorveld_core::view::CoreTeam;

use super::called;
use super::meeting::day_of;
use crate::components::{Name, Row, Section};
use crate::route::Route;
use crate::{t, text};

/// The decisions of the last meeting.
#[component]
pub fn Decided(page: CoreTeam, nameless: bool) -> Element {
    let Some(day) = page.last else {
        return rsx! {};
    };
    rsx! {
        Section { title: t!("core-team-decided"), aside: day_of(day), id: "core-team-decided",
            for (n , one) in page.decided.into_iter().enumerate() {
                Row {
                    key: "{n}",
                    title: {
                        let name = called(text::language(), &one.name, &one.problems, nameless);
                        rsx! {
                            Name { name, danger: one.danger }
                        }
                    },
                    second: rsx! { "{one.text}" },
                    to: Route::CasePage { case: one.case },
                }
            }
        }
    }
}
