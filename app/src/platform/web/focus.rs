//! Restores the focus when the focused control is removed: to the most recently focused control that
//! still exists, or exists again under the same id, and otherwise to the page. Never to a field, which
//! would open the keyboard. The native counterpart is `native/focus.js`.

use std::cell::RefCell;
use std::rc::Rc;

use futures::StreamExt as _;
use futures::channel::mpsc;
use futures::future::{Either, select};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement, MutationObserver, MutationObserverInit};

/// The number of controls that are remembered.
const PAST: usize = 16;

/// How long the DOM must be quiet first, so that code that moves the focus deliberately goes first.
const QUIET: std::time::Duration = std::time::Duration::from_millis(60);

type Past = Rc<RefCell<Vec<Element>>>;

/// Watches for the lifetime of the page.
pub(super) fn watch() {
    let Some(document) = super::document() else {
        return;
    };
    let past = Past::default();
    let focused = {
        let past = Rc::clone(&past);
        Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let target = event.target().and_then(|target| target.dyn_into().ok());
            let mut past = past.borrow_mut();
            past.extend(target);
            if past.len() > PAST {
                past.remove(0);
            }
        })
    };
    let (teller, mut told) = mpsc::unbounded::<()>();
    let changed = Closure::<dyn FnMut()>::new(move || {
        // Sending fails only while the page is unloading.
        drop(teller.unbounded_send(()));
    });
    let listens = document
        .add_event_listener_with_callback("focusin", focused.as_ref().unchecked_ref())
        .is_ok();
    let Ok(observer) = MutationObserver::new(changed.as_ref().unchecked_ref()) else {
        return;
    };
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_subtree(true);
    if !listens || observer.observe_with_options(&document, &what).is_err() {
        return;
    }
    focused.forget();
    changed.forget();
    wasm_bindgen_futures::spawn_local(async move {
        while told.next().await.is_some() {
            loop {
                let quiet = std::pin::pin!(super::sleep(QUIET));
                match select(told.next(), quiet).await {
                    Either::Left((Some(()), _)) => {}
                    Either::Left((None, _)) => return,
                    Either::Right(_) => break,
                }
            }
            // Moving the focus records it too, so the list must not be borrowed meanwhile.
            let back = past.borrow().clone();
            look(back);
        }
    });
}

fn look(mut past: Vec<Element>) {
    let Some(document) = super::document() else {
        return;
    };
    let is_focused = |element: &Element| document.active_element().as_ref() == Some(element);
    let nowhere = document
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY");
    if !nowhere || past.last().is_none_or(|last| last.is_connected()) {
        return;
    }
    while let Some(gone) = past.pop() {
        let there = if gone.is_connected() {
            Some(gone)
        } else {
            document.get_element_by_id(&gone.id())
        };
        let Some(there) = there else { continue };
        let field = matches!(there.tag_name().as_str(), "INPUT" | "TEXTAREA");
        let inert = there.closest("[inert]").is_ok_and(|inert| inert.is_some());
        if !field && !inert {
            focus(&there);
            if is_focused(&there) {
                return;
            }
        }
    }
    if let Ok(Some(main)) = document.query_selector("main") {
        focus(&main);
    }
}

fn focus(element: &Element) {
    let focused = element.dyn_ref::<HtmlElement>().map(HtmlElement::focus);
    if focused.is_some_and(|focused| focused.is_err()) {
        tracing::debug!("an element takes no focus");
    }
}
