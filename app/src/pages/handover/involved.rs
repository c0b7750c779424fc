//! Handed-over cases in which the team stays involved, on *Netwerk*.

use dioxus::prelude::*;
use voorveld_core::api::ReadInvolved;
use voorveld_core::view::Total;

use crate::components::{ErrorLine, More, Name, Row, Section};
use crate::hooks::{clock, use_live};
use crate::route::Route;
use crate::{format, t, text};

/// Cases per page.
const STEP: usize = 50;

/// The section; renders nothing without such cases.
#[component]
pub fn Involved() -> Element {
    let live = use_live(ReadInvolved);
    let lines = live.value().unwrap_or_default();
    let mut shown = use_signal(|| STEP);
    let clock = clock();
    rsx! {
        if let Some(error) = live.problem() {
            ErrorLine { error }
        }
        if !lines.is_empty() {
            Section { title: t!("involved"), id: "network-involved",
                for line in lines.iter().take(shown()).cloned() {
                    Row {
                        key: "{line.id}",
                        title: rsx! {
                            Name { name: line.name.clone(), danger: line.danger }
                        },
                        second: (!line.receiver.is_empty())
                            .then(|| rsx! {
                                {t!("involved-with", name: line.receiver.clone())}
                            }),
                        aside: line
                            .last_contact
                            .map(|at| format::since(text::language(), clock.local(at).date(), clock.today()))
                            .unwrap_or_default(),
                        to: Route::CasePage { case: line.id },
                    }
                }
            }
            More {
                id: "network-involved-more",
                shown: lines.len().min(shown()),
                total: Total::from(lines.len() as u32),
                onpress: move |()| shown += STEP,
            }
        }
    }
}
