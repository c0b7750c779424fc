//! Events of the browser that no element gets.

use dioxus::prelude::*;
use futures::StreamExt as _;
use futures::channel::mpsc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{EventTarget, VisibilityState};

/// Calls when the app comes to the front, or gets its connection back.
pub(crate) fn use_front(came: impl Fn() + 'static) {
    // The browser calls outside the app's runtime; a task inside it hears of it.
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

/// Calls when the page leaves the screen.
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

/// Tells of an event from now on, as long as the page lives.
pub(super) fn on(target: &EventTarget, event: &str, teller: mpsc::UnboundedSender<()>) {
    let told = Closure::<dyn FnMut()>::new(move || {
        // Nobody listens while the page is being left.
        drop(teller.unbounded_send(()));
    });
    if target
        .add_event_listener_with_callback(event, told.as_ref().unchecked_ref())
        .is_ok()
    {
        told.forget();
    }
}
