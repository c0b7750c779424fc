//! All cases, and search over everything.

use dioxus::prelude::*;

use crate::components::Page;

/// All cases, and search over everything.
#[component]
pub fn CasesPage() -> Element {
    rsx! { Page { title: "Dossiers" } }
}
