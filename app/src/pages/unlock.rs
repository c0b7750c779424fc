//! The code that opens this phone's store.

use dioxus::prelude::*;
use voorveld_core::{Phone, Workspace};

/// The code that opens this phone's store.
#[component]
pub fn UnlockPage(phone: Phone, onopen: EventHandler<Workspace>) -> Element {
    let _ = (phone, onopen);
    rsx! {}
}
