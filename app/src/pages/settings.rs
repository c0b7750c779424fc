//! Settings of this phone.

use dioxus::prelude::*;

use crate::components::Page;

/// Settings of this phone.
#[component]
pub fn SettingsPage() -> Element {
    rsx! { Page { title: "Instellingen" } }
}
