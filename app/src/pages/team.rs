//! The team.

use dioxus::prelude::*;

use crate::components::Page;

/// The team.
#[component]
pub fn TeamPage() -> Element {
    rsx! { Page { title: "Team" } }
}
