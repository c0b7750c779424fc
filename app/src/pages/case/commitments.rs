//! The promises of a case: ticking off, editing and adding.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::view::CommitmentLine;

use crate::components::{ErrorLine, Glyph, Invite};
use crate::hooks::use_action;
use crate::pages::commitments::{CommitmentForm, Commitments};
use crate::t;

/// The tab.
#[component]
pub fn CommitmentsTab(case: CaseId, lines: Vec<CommitmentLine>) -> Element {
    let action = use_action();
    rsx! {
        div { class: "facts rows",
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            Commitments { lines, action, edits: true }
            AddCommitmentLine { case, id: "commitment" }
        }
    }
}

/// A quiet line that opens the form; only what was promised is required.
#[component]
pub fn AddCommitmentLine(case: CaseId, id: String) -> Element {
    let mut open = use_signal(|| false);
    rsx! {
        if open() {
            CommitmentForm { case, id, onclose: move |()| open.set(false) }
        } else {
            Invite {
                id: "{id}-new",
                label: t!("case-commitment-add"),
                glyph: Glyph::Plus,
                onpress: move |()| open.set(true),
            }
        }
    }
}
