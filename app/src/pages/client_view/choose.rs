//! Choosing which promises may be read, before the phone is handed over. Promises include the
//! professional's own tasks, which may not be meant for the client.

use dioxus::prelude::*;
use voorveld_core::view::ClientViewCommitment;

use super::beside;
use crate::components::{Button, ErrorLine, Head, Page, Section, Switch};
use crate::hooks::use_client_mode;
use crate::t;

/// The promises, none of them preselected.
#[component]
pub fn Choose(
    promises: Vec<ClientViewCommitment>,
    chosen: Signal<Vec<ClientViewCommitment>>,
    onshow: EventHandler<()>,
    #[props(!optional)] problem: Option<voorveld_core::Error>,
) -> Element {
    let along = use_client_mode();
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("along-title"),
                    // The phone has not been handed over yet, so no code is needed.
                    onback: move |()| along.end(),
                }
            },
            dock_lined: true,
            dock: rsx! {
                Button {
                    id: "along-show",
                    label: t!("along-show"),
                    main: true,
                    onpress: move |()| onshow.call(()),
                }
            },
            if let Some(error) = problem {
                ErrorLine { error }
            }
            Section { title: t!("along-choose"), id: "along-choose",
                p { class: "second quiet", {t!("along-choose-more")} }
                for (index , promise) in promises.into_iter().enumerate() {
                    Switch {
                        key: "{index}",
                        id: "along-choose-{index}",
                        label: said(&promise),
                        on: chosen.read().iter().any(|one| one.text == promise.text),
                        onset: move |on| {
                            chosen.write().retain(|one| one.text != promise.text);
                            if on {
                                chosen.write().push(promise.clone());
                            }
                        },
                    }
                }
            }
        }
    }
}

/// Formats a promise as one line.
fn said(promise: &ClientViewCommitment) -> String {
    match beside(promise) {
        second if second.is_empty() => promise.text.clone(),
        second => format!("{} · {second}", promise.text),
    }
}
