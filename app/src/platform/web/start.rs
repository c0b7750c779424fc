//! The screens until the worker has opened the store, including why it cannot.

use dioxus::prelude::*;
use futures::StreamExt as _;
use futures::channel::mpsc;
use voorveld_core::Phone;
use voorveld_core::model::TrustStep;
use voorveld_core::web::{Start, connect};
use web_sys::MessagePort;

use crate::components::{Button, DoorGlyph};
use crate::{App, t};

/// The root component of the page.
#[component]
pub(super) fn Starting() -> Element {
    let mut start = use_signal(|| Start::Waiting);
    use_hook(move || {
        let (teller, mut told) = mpsc::unbounded();
        match worker() {
            // Sending fails only while the page is unloading.
            Some((worker, port)) => {
                connect(worker, port, move |start| {
                    drop(teller.unbounded_send(start))
                });
            }
            None => tracing::error!("the page's script started no worker"),
        }
        spawn(async move {
            while let Some(now) = told.next().await {
                start.set(now);
            }
        });
    });
    match start() {
        Start::Waiting => rsx! {
            div { class: "app" }
        },
        Start::Taken => rsx! {
            Told { title: t!("start-taken"), text: t!("start-taken-then") }
        },
        Start::Refused(error) => {
            tracing::error!(%error, "no store");
            rsx! {
                Told {
                    title: t!("start-refused"),
                    text: t!("start-refused-then"),
                    detail: error.to_string(),
                }
            }
        }
        Start::Ended => rsx! {
            Told { title: t!("start-ended"), text: t!("start-ended-then"), again: true }
        },
        Start::Ready(phone) => rsx! {
            Started { phone }
        },
    }
}

#[component]
fn Started(phone: Phone) -> Element {
    use_context_provider(|| phone);
    rsx! {
        App {}
    }
}

/// A screen with nothing but a message.
#[component]
fn Told(
    title: String,
    text: String,
    #[props(default)] detail: Option<String>,
    /// Offers to reload the page.
    #[props(default)]
    again: bool,
) -> Element {
    rsx! {
        div { class: "app",
            main { class: "unlock", id: "start-told",
                div { class: "unlock__top",
                    DoorGlyph { step: TrustStep::Door, class: "unlock__door" }
                    h1 { class: "page__title", {title} }
                    p { class: "unlock__hint second", role: "status", {text} }
                    if let Some(detail) = detail {
                        p { class: "unlock__hint second", {detail} }
                    }
                    if again {
                        Button {
                            id: "start-again",
                            main: true,
                            label: t!("start-again"),
                            onpress: |()| {
                                if let Some(window) = web_sys::window() {
                                    drop(window.location().reload());
                                }
                            },
                        }
                    }
                }
            }
        }
    }
}

/// Returns the worker and its port, under the names set by the page's script.
fn worker() -> Option<(web_sys::Worker, MessagePort)> {
    Some((
        super::global("voorveldWorker")?,
        super::global("voorveldPort")?,
    ))
}
