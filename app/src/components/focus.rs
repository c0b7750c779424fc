//! Moving the focus.

use std::rc::Rc;

use dioxus::prelude::*;

use crate::platform;

/// Moves the focus to an element.
pub(crate) fn to(element: Rc<MountedData>) {
    spawn(async move { focus(&element).await });
}

/// Moves the cursor into a field that has just appeared, behind its text.
pub(crate) fn write_in(field: Rc<MountedData>) {
    spawn(async move {
        focus(&field).await;
        platform::cursor_to_end();
    });
}

async fn focus(element: &MountedData) {
    // Dioxus 0.7.10 says it failed when it worked (it expects an answer that WebKit does not give),
    // so its answer tells nothing.
    drop(element.set_focus(true).await);
}
