//! Inviting a phone.

use dioxus::prelude::*;

use crate::components::Page;

/// Inviting a phone.
#[component]
pub fn InvitePage() -> Element {
    rsx! { Page { title: "Team" } }
}
