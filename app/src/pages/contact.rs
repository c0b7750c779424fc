//! A contact.

use dioxus::prelude::*;
use voorveld_core::ContactId;

use crate::components::Page;

/// A contact.
#[component]
pub fn ContactPage(contact: ContactId) -> Element {
    let _ = contact;
    rsx! { Page { title: "Contact" } }
}
