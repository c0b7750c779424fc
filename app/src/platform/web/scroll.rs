//! Scroll positions, restored on returning to a list.

use std::cell::RefCell;
use std::collections::HashMap;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

thread_local! {
    static KEPT: RefCell<HashMap<&'static str, i32>> = RefCell::default();
}

/// Restores the scroll position of the list with this name and records it from now on.
pub(crate) fn keep_scroll(name: &'static str) {
    let Some(body) = super::document().and_then(|document| {
        let found = document.query_selector(".beside .page__body, .page__body");
        found.ok().flatten()
    }) else {
        return;
    };
    body.set_scroll_top(KEPT.with_borrow(|kept| kept.get(name).copied().unwrap_or(0)));
    let scrolled = {
        let body = body.clone();
        Closure::<dyn FnMut()>::new(move || {
            KEPT.with_borrow_mut(|kept| kept.insert(name, body.scroll_top()));
        })
    };
    if body
        .add_event_listener_with_callback("scroll", scrolled.as_ref().unchecked_ref())
        .is_ok()
    {
        // The listener is released together with the element.
        scrolled.forget();
    }
}

/// Scrolls to the element with this id, without animation when the user prefers reduced motion.
pub(crate) fn scroll_to(id: &'static str) {
    let still = web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok())
        .flatten()
        .is_some_and(|query| query.matches());
    let found = super::document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = found {
        let how = ScrollIntoViewOptions::new();
        how.set_behavior(if still {
            ScrollBehavior::Instant
        } else {
            ScrollBehavior::Smooth
        });
        element.scroll_into_view_with_scroll_into_view_options(&how);
    }
}

/// Jumps to the element with this id and brings its selected tab into view, without animation.
pub(crate) fn stand_at(id: &'static str) {
    let Some(place) = super::document().and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    let how = ScrollIntoViewOptions::new();
    how.set_behavior(ScrollBehavior::Instant);
    place.scroll_into_view_with_scroll_into_view_options(&how);
    if let Ok(Some(chosen)) = place.query_selector("[aria-selected=true]") {
        how.set_block(ScrollLogicalPosition::Nearest);
        how.set_inline(ScrollLogicalPosition::Nearest);
        chosen.scroll_into_view_with_scroll_into_view_options(&how);
    }
}
