//! Coming back to a list where one left it.

use std::cell::RefCell;
use std::collections::HashMap;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

thread_local! {
    static KEPT: RefCell<HashMap<&'static str, i32>> = RefCell::default();
}

/// Scrolls the page to where it was when the list of this name was last on the screen, and remembers
/// from now on.
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
        // Goes with the element, when the browser forgets that.
        scrolled.forget();
    }
}
