//! The network.

use dioxus::prelude::*;

use crate::components::Page;

/// The network.
#[component]
pub fn NetworkPage() -> Element {
    rsx! { Page { title: "Netwerk" } }
}
