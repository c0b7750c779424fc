//! Earlier handovers and shared decisions, and whether the team stays involved.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::SetInvolved;
use voorveld_core::view::HandoverState;

use crate::components::{ErrorLine, Glyph, Invite, Section};
use crate::hooks::{clock, use_action};
use crate::{format, t, text};

/// A section; renders nothing before the first.
#[component]
pub fn Earlier(case: CaseId, state: HandoverState) -> Element {
    let clock = clock();
    let language = text::language();
    let action = use_action();
    if state.shared.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: t!("handover-earlier"), id: "handover-earlier",
            for line in state.shared {
                div { key: "{line.id}", class: "group",
                    p { class: "row__title", dir: "auto", "{line.shared_with}" }
                    p { class: "second", dir: "auto",
                        {
                            let mut parts = vec![
                                line.goal.clone(),
                                line.ground.clone(),
                                line.by.clone(),
                                format::moment(language, clock.local(line.at), clock.today()),
                            ];
                            parts.retain(|part| !part.is_empty());
                            parts.join(" · ")
                        }
                    }
                }
            }
            if state.involved {
                Invite {
                    id: "handover-let-go",
                    glyph: Glyph::X,
                    label: t!("involved-end"),
                    onpress: move |()| action.send(SetInvolved { case, involved: false }),
                }
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        }
    }
}
