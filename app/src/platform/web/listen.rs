//! Browser events on the window and the document.

use dioxus::prelude::*;
use futures::StreamExt as _;
use futures::channel::mpsc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{EventTarget, VisibilityState};

/// Calls `came` when the app comes to the foreground or goes online.
pub(crate) fn use_front(came: impl Fn() + 'static) {
    // The browser calls outside Dioxus's runtime, so a channel passes the event to a task inside it.
    use_hook(move || {
        let (teller, mut told) = mpsc::unbounded();
        if let Some(window) = web_sys::window() {
            on(&window, "focus", teller.clone());
            on(&window, "online", teller.clone());
            if let Some(document) = window.document() {
                on(&document, "visibilitychange", teller);
            }
        }
        spawn(async move {
            while told.next().await.is_some() {
                if is_visible() {
                    came();
                }
            }
        });
    });
}

/// Calls `left` when the page is hidden.
pub(crate) fn use_away(left: impl Fn() + 'static) {
    use_hook(move || {
        let (teller, mut told) = mpsc::unbounded();
        if let Some(document) = super::document() {
            on(&document, "visibilitychange", teller);
        }
        spawn(async move {
            while told.next().await.is_some() {
                if !is_visible() {
                    left();
                }
            }
        });
    });
}

fn is_visible() -> bool {
    super::document()
        .is_some_and(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Reports an event for the lifetime of the page.
pub(super) fn on(target: &EventTarget, event: &str, teller: mpsc::UnboundedSender<()>) {
    let told = Closure::<dyn FnMut()>::new(move || {
        // Sending fails only while the page is unloading.
        drop(teller.unbounded_send(()));
    });
    if target
        .add_event_listener_with_callback(event, told.as_ref().unchecked_ref())
        .is_ok()
    {
        told.forget();
    }
}
