//! The fields of a case.

use dioxus::prelude::*;
use voorveld_core::CaseId;

use crate::components::Page;

/// The fields of a case.
#[component]
pub fn EditCasePage(case: CaseId) -> Element {
    let _ = case;
    rsx! { Page { title: "Dossier" } }
}
