//! A signal.

use dioxus::prelude::*;
use voorveld_core::SignalId;

use crate::components::Page;

/// A signal.
#[component]
pub fn SignalPage(signal: SignalId) -> Element {
    let _ = signal;
    rsx! { Page { title: "Signaal" } }
}
