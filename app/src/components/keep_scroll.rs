//! Coming back to a list where one left it.

use dioxus::prelude::*;

/// Scrolls the page to where it was when the list of this name was last on the screen, and remembers
/// from now on. All of it in the web view: an event a frame to here and back would make scrolling
/// stutter.
pub(crate) fn keep_scroll(name: &'static str) {
    spawn(async move {
        let script = format!(
            "const body = document.querySelector('.beside .page__body, .page__body');\
             const kept = window.keptScroll ??= {{}};\
             if (body) {{\
               body.scrollTop = kept.{name} ?? 0;\
               body.addEventListener('scroll', () => {{ kept.{name} = body.scrollTop; }}, {{ passive: true }});\
             }}"
        );
        if let Err(error) = document::eval(&script).await {
            tracing::debug!(%error, "the list starts at its top");
        }
    });
}
