//! Joining a team.

use dioxus::prelude::*;

use crate::components::Page;

/// Joining a team.
#[component]
pub fn JoinTeamPage() -> Element {
    rsx! { Page { title: "Team" } }
}
