//! A case: voor de deur.

use dioxus::prelude::*;
use voorveld_core::CaseId;

use crate::components::Page;

/// A case: voor de deur.
#[component]
pub fn CasePage(case: CaseId) -> Element {
    let _ = case;
    rsx! { Page { title: "Dossier" } }
}
