//! Details that are chosen rather than typed: lead, status and problem types.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{ReadTeam, SetCaseField, SetProblem, SetSensitive};
use voorveld_core::model::{CaseField, CaseStatus};

use crate::components::{Chip, Chips, ErrorLine, Glyph};
use crate::hooks::{use_action, use_live};
use crate::pages::case::closing::CloseForm;
use crate::pages::case::field_line::FieldLine;
use crate::pages::problems;
use crate::{format, t, text};

/// The lead: one tap on a colleague, or a typed name as long as there are no colleagues.
#[component]
pub fn LeadChoice(case: CaseId, lead: String) -> Element {
    let team = use_live(ReadTeam);
    let action = use_action();
    let mut names: Vec<String> = team
        .value()
        .map(|team| team.members.into_iter().map(|(_, name)| name).collect())
        .unwrap_or_default();
    names.retain(|name| !name.is_empty());
    if names.is_empty() {
        return rsx! {
            FieldLine { case, field: CaseField::Lead, value: lead }
        };
    }
    if !lead.is_empty() && !names.contains(&lead) {
        names.push(lead.clone());
    }
    let choose = move |value: String| {
        action.send(SetCaseField {
            case,
            field: CaseField::Lead,
            value,
        });
    };
    rsx! {
        div { class: "group", id: "field-lead",
            p { class: "second group__label", {t!("field-lead")} }
            Chips { label: t!("field-lead"),
                for name in names {
                    Chip {
                        key: "{name}",
                        label: name.clone(),
                        chosen: name == lead,
                        onpress: move |()| choose(name.clone()),
                    }
                }
                Chip {
                    label: t!("edit-nobody"),
                    chosen: lead.is_empty(),
                    onpress: move |()| choose(String::new()),
                }
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        }
    }
}

/// The status: open, waiting, handed over, closed.
#[component]
pub fn StatusChoice(case: CaseId, status: CaseStatus) -> Element {
    let action = use_action();
    let mut closing = use_signal(|| false);
    rsx! {
        div { class: "group", id: "field-status",
            p { class: "second group__label", {t!("field-status")} }
            Chips { label: t!("field-status"),
                for each in CaseStatus::ALL {
                    Chip {
                        key: "{each:?}",
                        id: "status-{each.word()}",
                        label: format::status(text::language(), each),
                        chosen: each == status,
                        onpress: move |()| {
                            // Closing goes through the form, which asks for a sentence.
                            if each == CaseStatus::Closed && status != each {
                                closing.set(true);
                                return;
                            }
                            closing.set(false);
                            action
                                .send(SetCaseField {
                                    case,
                                    field: CaseField::Status,
                                    value: each.word().into(),
                                });
                        },
                    }
                }
            }
            if closing() {
                CloseForm { case, onclose: move |()| closing.set(false) }
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        }
    }
}

/// Problem types in any combination, and the flag for politically sensitive cases.
#[component]
pub fn ProblemChoice(case: CaseId, problems: Vec<String>, sensitive: bool) -> Element {
    let action = use_action();
    let mut all = problems::all();
    for problem in &problems {
        if !all.contains(problem) {
            all.push(problem.clone());
        }
    }
    rsx! {
        div { class: "group",
            p { class: "second group__label", {t!("edit-problems-hint")} }
            Chips { label: t!("edit-problems"),
                for problem in all {
                    ProblemChip {
                        key: "{problem}",
                        applies: problems.contains(&problem),
                        problem: problem.clone(),
                        onset: move |applies| {
                            action.send(SetProblem { case, problem: problem.clone(), applies });
                        },
                    }
                }
                Chip {
                    id: "field-sensitive",
                    label: t!("edit-sensitive"),
                    glyph: sensitive.then_some(Glyph::Check),
                    chosen: sensitive,
                    onpress: move |()| {
                        action.send(SetSensitive { case, sensitive: !sensitive });
                    },
                }
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        }
    }
}

#[component]
fn ProblemChip(problem: String, applies: bool, onset: EventHandler<bool>) -> Element {
    rsx! {
        Chip {
            label: problems::shown(text::language(), &problem),
            glyph: applies.then_some(Glyph::Check),
            chosen: applies,
            onpress: move |()| onset.call(!applies),
        }
    }
}
