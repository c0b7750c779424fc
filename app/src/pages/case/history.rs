//! The tabs of a case, below *voor de deur*.

use dioxus::prelude::*;
use voorveld_core::model::PartyState;
use voorveld_core::view::CaseView;

use super::clashes::{Clashes, ELSEWHERE};
use super::commitments::CommitmentsTab;
use super::decisions::DecisionsTab;
use super::expenses::ExpensesTab;
use super::facts::Facts;
use super::parties::PartiesTab;
use super::timeline::CaseTimeline;
use crate::hooks::{Part, use_open_part};
use crate::t;

/// The tabs and the open one's content, preceded by conflicts on fields that are shown nowhere else.
#[component]
pub fn History(view: CaseView) -> Element {
    let (case, open) = (view.id, use_open_part());
    let part = open.of(case);
    let promised = view.commitments.len();
    let commitments = if promised == 0 {
        t!("case-tab-commitments-none")
    } else {
        t!("case-tab-commitments", n: promised)
    };
    let needed = view
        .parties
        .iter()
        .filter(|party| party.state == PartyState::Needed)
        .count();
    let parties = if view.parties.is_empty() {
        t!("case-tab-parties-none")
    } else {
        t!("case-tab-parties", n: needed)
    };
    let tabs = [
        ("case-timeline", Part::Timeline, t!("case-tab-timeline")),
        ("case-commitments", Part::Commitments, commitments),
        ("case-parties", Part::Parties, parties),
        ("case-expenses", Part::Expenses, t!("expenses-title")),
        ("case-decisions", Part::Decisions, t!("case-tab-decisions")),
        ("case-facts", Part::Facts, t!("case-tab-facts")),
    ];
    let chosen = tabs
        .iter()
        .find(|(_, each, _)| *each == part)
        .map(|(_, _, label)| label.clone());
    rsx! {
        div { class: "tabs", role: "tablist", aria_label: t!("case-parts"),
            for (id , each , label) in tabs {
                button {
                    key: "{id}",
                    class: "tabs__tab",
                    id,
                    role: "tab",
                    r#type: "button",
                    aria_selected: if part == each { "true" } else { "false" },
                    aria_controls: "case-part",
                    onclick: move |_| open.open(case, each),
                    "{label}"
                }
            }
        }
        Clashes { case: view.id, clashes: view.clashes.clone(), fields: ELSEWHERE.to_vec() }
        div { role: "tabpanel", id: "case-part", aria_label: chosen,
            match part {
                Part::Timeline => rsx! {
                    CaseTimeline { case: view.id, closings: view.closings }
                },
                Part::Commitments => rsx! {
                    CommitmentsTab { case: view.id, lines: view.commitments }
                },
                Part::Parties => rsx! {
                    PartiesTab { case: view.id, parties: view.parties, steps: view.party_steps }
                },
                Part::Decisions => rsx! {
                    DecisionsTab { case: view.id }
                },
                Part::Expenses => rsx! {
                    ExpensesTab { case: view.id }
                },
                Part::Facts => rsx! {
                    Facts { view }
                },
            }
        }
    }
}
