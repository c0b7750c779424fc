//! Import.

use dioxus::prelude::*;

use crate::components::Page;

/// Import.
#[component]
pub fn ImportPage() -> Element {
    rsx! { Page { title: "Import" } }
}
