//! The decisions of a case, whether each is still as it was signed, and the actions on them.

use std::collections::BTreeMap;

use dioxus::prelude::*;
use voorveld_core::api::{LookAgain, ReadDecisions, VerifyDecisions};
use voorveld_core::model::DecisionKind;
use voorveld_core::view::{DecisionFault, DecisionLine, DecisionProof};
use voorveld_core::{CaseId, DecisionId};

use super::decision_export::export;
use crate::components::{
    ErrorLine, ExportButtons, Glyph, Icon, LookAgainChips, ProblemLine, SyncMarkLine,
};
use crate::export::FileKind;
use crate::hooks::{clock, use_action, use_live};
use crate::route::Route;
use crate::{format, t, text};

/// The tab.
#[component]
pub fn DecisionsTab(case: CaseId) -> Element {
    let live = use_live(ReadDecisions { case });
    let proof = use_live(VerifyDecisions { case });
    let lines = live.value().unwrap_or_default();
    let checked = proof.value();
    rsx! {
        div { class: "facts decisions",
            p { class: "second group__label", {t!("decision-new")} }
            NewLinks { case }
            div { class: "invites decisions__ways",
                Link { class: "invite", id: "case-escalate", to: Route::EscalatePage { case },
                    Icon { glyph: Glyph::PhoneCall }
                    {t!("escalate-row")}
                }
                Link { class: "invite", id: "case-handover", to: Route::HandoverPage { case },
                    Icon { glyph: Glyph::HandHelping }
                    {t!("handover-title")}
                }
            }
            for error in [live.problem(), proof.problem()].into_iter().flatten() {
                ErrorLine { error }
            }
            if lines.is_empty() {
                p { class: "second quiet", {t!("decisions-none")} }
            }
            // Faults come first; that all is well comes below the decisions.
            if let Some(proof) = checked.clone().filter(|proof| !proof.holds()) {
                ProofLine { proof }
            }
            for line in lines.iter() {
                Decision {
                    key: "{line.id}",
                    case,
                    line: line.clone(),
                    due: due(&lines, line),
                    faults: faults(checked.as_ref(), line.id),
                }
            }
            if let Some(proof) = checked.filter(|proof| !proof.decisions.is_empty()) {
                if proof.holds() {
                    ProofLine { proof: proof.clone() }
                }
                ExportButtons {
                    id: "decisions-proof",
                    kinds: vec![FileKind::Page, FileKind::Data],
                    make: move |kind| export(text::language(), clock(), &proof, kind),
                }
            }
        }
    }
}

/// Links to a new decision of each kind.
#[component]
fn NewLinks(case: CaseId) -> Element {
    rsx! {
        nav { class: "chips", aria_label: t!("decision-new"),
            for (path , kind) in format::CHOSEN_KINDS {
                Link {
                    key: "{path}",
                    class: "chip",
                    id: "decision-new-{path}",
                    to: Route::NewDecisionOfKindPage { case, kind: path.to_owned() },
                    {format::decision_kind(text::language(), kind)}
                }
            }
        }
    }
}

/// Says in one line whether all decisions verify; faults are shown with the decision itself.
#[component]
fn ProofLine(proof: DecisionProof) -> Element {
    let n = proof.decisions.len();
    let wrong = proof
        .decisions
        .iter()
        .filter(|each| !each.faults.is_empty())
        .count();
    rsx! {
        div { id: "decisions-checked",
            if proof.holds() {
                p { class: "decisions__checked",
                    Icon { glyph: Glyph::ShieldCheck }
                    {t!("decisions-right", n: n)}
                }
                p { class: "second", {t!("decisions-limit")} }
            } else {
                if wrong > 0 {
                    ProblemLine { text: t!("decisions-wrong", n: wrong) }
                }
                if !proof.gone.is_empty() {
                    ProblemLine { text: t!("decisions-gone", n: proof.gone.len()) }
                }
            }
        }
    }
}

#[component]
fn Decision(
    case: CaseId,
    line: DecisionLine,
    /// It is due to be looked at again.
    due: bool,
    faults: Vec<DecisionFault>,
) -> Element {
    let clock = clock();
    let language = text::language();
    let action = use_action();
    let mut meta = vec![
        line.by.clone(),
        format::moment(language, clock.local(line.at), clock.today()),
    ];
    meta.retain(|part| !part.is_empty());
    let kind = format::decision_kind(language, line.kind);
    let title = match line.adds_to {
        Some(_) if line.kind != DecisionKind::Looked => t!("decision-added", kind: kind),
        _ => kind,
    };
    let root = line.adds_to.unwrap_or(line.id);
    rsx! {
        article { class: "decisions__one", id: "decision-{line.id}",
            h3 { class: "row__title", dir: "auto", "{title}" }
            for (label , value) in format::decision_fields(language, &line, clock.today()) {
                p { key: "{label}", class: "record__text", dir: "auto",
                    span { class: "second", "{label} " }
                    "{value}"
                }
            }
            for fault in faults {
                ProblemLine { key: "{fault:?}", text: format::decision_fault(language, fault) }
            }
            div { class: "entry__meta",
                span { class: "second", {meta.join(" · ")} }
                SyncMarkLine { mark: line.mark }
            }
            if due {
                LookAgainChips {
                    id: "look-{line.id}",
                    day: None,
                    onchoose: move |next: Option<_>| {
                        if next.is_some() {
                            action.send(LookAgain { case, decision: root, next, saw: String::new() });
                        }
                    },
                }
                button {
                    class: "invite",
                    id: "looked-{line.id}",
                    r#type: "button",
                    onclick: move |_| action.send(LookAgain { case, decision: root, next: None, saw: String::new() }),
                    Icon { glyph: Glyph::Check }
                    {t!("decision-looked-done")}
                }
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            if line.adds_to.is_none() {
                Link {
                    class: "invite",
                    id: "decision-add-{line.id}",
                    to: Route::AddToDecisionPage { case, decision: line.id },
                    Icon { glyph: Glyph::Plus }
                    {t!("decision-add")}
                }
            }
        }
    }
}

/// Tells whether the newest entry of this decision is due to be looked at again.
fn due(lines: &[DecisionLine], line: &DecisionLine) -> bool {
    let mut newest: BTreeMap<DecisionId, &DecisionLine> = BTreeMap::new();
    for each in lines {
        newest
            .entry(each.adds_to.unwrap_or(each.id))
            .or_insert(each);
    }
    let today = clock().today();
    line.adds_to.is_none()
        && newest
            .get(&line.id)
            .and_then(|newest| newest.look_again)
            .is_some_and(|day| day <= today)
}

fn faults(proof: Option<&DecisionProof>, id: DecisionId) -> Vec<DecisionFault> {
    let found = proof.and_then(|proof| proof.decisions.iter().find(|each| each.id == id));
    found.map(|each| each.faults.clone()).unwrap_or_default()
}
