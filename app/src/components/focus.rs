//! Moves the keyboard focus.

use std::rc::Rc;

use dioxus::prelude::*;

use crate::platform;

/// Focuses an element.
pub(crate) fn to(element: Rc<MountedData>) {
    spawn(async move { focus(&element).await });
}

/// Focuses a field that has just appeared and puts the cursor behind its text.
pub(crate) fn write_in(field: Rc<MountedData>) {
    spawn(async move {
        focus(&field).await;
        platform::cursor_to_end();
    });
}

async fn focus(element: &MountedData) {
    // The result is meaningless: Dioxus 0.7.10 reports failure on success, because it expects a reply
    // that WebKit does not send.
    drop(element.set_focus(true).await);
}
