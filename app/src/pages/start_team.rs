//! Starting a team.

use dioxus::prelude::*;

use crate::components::Page;

/// Starting a team.
#[component]
pub fn StartTeamPage() -> Element {
    rsx! { Page { title: "Team" } }
}
