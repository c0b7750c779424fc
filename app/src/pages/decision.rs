//! *Afweging*: three short lines and a reason. After *Leg vast* it can be added to, never changed.

use dioxus::prelude::*;
use voorveld_core::api::{
    AddDecision, DecisionText, Draft, ReadCase, ReadDecisionDraft, ReadDecisions,
};
use voorveld_core::model::{DecisionKind, Who};
use voorveld_core::{CaseId, DecisionId};

use crate::components::{Button, Chip, ErrorLine, Field, Glyph, Head, LookAgainChips, Page};
use crate::hooks::{
    Action, DecisionWriting, Part, Subject, back, use_action, use_capture, use_carried,
    use_decision_draft, use_live, use_open_part, use_subject,
};
use crate::{format, t, text};

/// A new decision about a case.
#[component]
pub fn NewDecisionPage(case: CaseId) -> Element {
    rsx! {
        Writing { case }
    }
}

/// A new decision of this kind, given by its URL segment ([`format::kind_path`]).
#[component]
pub fn NewDecisionOfKindPage(case: CaseId, kind: String) -> Element {
    let kind = format::kind_of_path(&kind);
    rsx! {
        Writing { case, kind }
    }
}

/// An addition to a decision.
#[component]
pub fn AddToDecisionPage(case: CaseId, decision: DecisionId) -> Element {
    rsx! {
        Writing { case, adds_to: decision }
    }
}

#[component]
fn Writing(
    case: CaseId,
    #[props(default)] adds_to: Option<DecisionId>,
    #[props(default)] kind: Option<DecisionKind>,
) -> Element {
    let live = use_live(ReadCase { case });
    let left = use_live(ReadDecisionDraft { case, adds_to });
    let decisions = use_live(ReadDecisions { case });
    let carried = use_carried(Who::Case(case));
    let name = live.value().map(|view| view.name).unwrap_or_default();
    use_subject((!name.is_empty()).then(|| Subject {
        who: Who::Case(case),
        name: name.clone(),
    }));
    let added = decisions.value().map(|lines| {
        let line = lines.into_iter().find(|line| Some(line.id) == adds_to);
        line.map(|line| (line.kind, line.look_again))
    });
    let title = match adds_to {
        Some(_) => t!("decision-add-title"),
        None => t!("decision-title"),
    };
    match (left.value(), added) {
        (Some(left), Some(added)) => {
            let mut begin = DecisionText {
                kind: kind.or(added.map(|(kind, _)| kind)).unwrap_or_default(),
                adds_to,
                why: carried
                    .as_ref()
                    .map(|draft| draft.text.clone())
                    .unwrap_or_default(),
                ..DecisionText::default()
            };
            // An addition keeps the decision's review day when that is still ahead.
            let today = crate::hooks::clock().today();
            begin.look_again = added.and_then(|(_, day)| day).filter(|day| *day > today);
            rsx! {
                Form { case, title, name, left, begin, carried, chosen: kind }
            }
        }
        _ => rsx! {
            Page {
                head: rsx! {
                    Head { title, second: name, glyph: Glyph::X, onback: move |()| back() }
                },
                for error in [left.problem(), decisions.problem()].into_iter().flatten() {
                    ErrorLine { error }
                }
            }
        },
    }
}

#[component]
fn Form(
    case: CaseId,
    title: String,
    name: String,
    left: Option<voorveld_core::api::DecisionDraft>,
    begin: DecisionText,
    /// The sentence that went along into the reason.
    carried: Option<Draft>,
    /// The kind given by the address; it overrides a draft's kind.
    chosen: Option<DecisionKind>,
) -> Element {
    let left = left.map(|mut draft| {
        draft.text.kind = chosen.unwrap_or(draft.text.kind);
        draft
    });
    let writing = use_decision_draft(case, left, begin);
    let part = use_open_part();
    let action = use_action();
    let capture = use_capture();
    let save = {
        let writing = writing.clone();
        use_callback(move |()| {
            writing.hand_in();
            let text = writing.peek();
            let used = carried
                .clone()
                .filter(|draft| text.why.contains(draft.text.trim()));
            let request = AddDecision {
                case,
                id: writing.id(),
                text,
            };
            action.send_then(request, move |()| {
                if let Some(draft) = used {
                    capture.used(draft.id);
                }
                // Opens the decisions tab, also when started from the +, so that the new decision is
                // visible.
                part.open(case, Part::Decisions);
                back();
            });
        })
    };
    // On any error the text is saved as a draft.
    let problem = action.problem();
    use_effect({
        let writing = writing.clone();
        move || {
            if action.problem().is_some() {
                writing.keep();
            }
        }
    });
    rsx! {
        Page {
            head: rsx! {
                Head { title, second: name, glyph: Glyph::X, onback: move |()| back() }
            },
            dock_lined: true,
            dock: rsx! {
                for error in [problem, writing.problem()].into_iter().flatten() {
                    ErrorLine { error }
                }
                Button {
                    id: "decision-save",
                    label: t!("decision-save"),
                    main: true,
                    busy: action.busy(),
                    onpress: save,
                }
                p { class: "second decision__foot", {t!("decision-after")} }
            },
            div { class: "decision",
                Kinds { writing: writing.clone() }
                Fields { writing: writing.clone(), action }
                LookAgainChips {
                    id: "decision-look",
                    day: writing.text().look_again,
                    onchoose: move |day| writing.change(|text| text.look_again = day),
                }
            }
        }
    }
}

/// The kinds; acting and deliberately not acting come first, as equal choices.
#[component]
fn Kinds(writing: DecisionWriting) -> Element {
    let language = text::language();
    let chosen = writing.text().kind;
    let chip = move |kind: DecisionKind| {
        let writing = writing.clone();
        rsx! {
            Chip {
                id: "decision-{format::kind_path(kind)}",
                label: format::decision_kind(language, kind),
                glyph: (chosen == kind).then_some(Glyph::Check),
                chosen: chosen == kind,
                onpress: move |()| writing.change(|text| text.kind = kind),
            }
        }
    };
    rsx! {
        div { class: "decision__kinds", role: "group", aria_label: t!("decision-kind"),
            div { class: "chips chips--fill",
                {chip(DecisionKind::Act)}
                {chip(DecisionKind::Refrain)}
            }
            div { class: "chips chips--fill",
                {chip(DecisionKind::Share)}
                {chip(DecisionKind::NotReport)}
                {chip(DecisionKind::Escalate)}
            }
        }
    }
}

#[component]
fn Fields(writing: DecisionWriting, action: Action) -> Element {
    // Initial values: the fields are uncontrolled and keep their own text from then on.
    let begin = use_hook(|| writing.peek());
    let kind = writing.text().kind;
    let shares = kind == DecisionKind::Share;
    let set = move |put: fn(&mut DecisionText, String)| {
        let writing = writing.clone();
        move |text: String| {
            action.clear();
            writing.change(|all| put(all, text));
        }
    };
    rsx! {
        Field {
            id: "decision-goal",
            label: t!("decision-goal"),
            initial: begin.goal.clone(),
            lines: true,
            focus: true,
            oninput: set(|all, text| all.goal = text),
        }
        if shares {
            Field {
                id: "decision-with",
                label: t!("decision-with"),
                initial: begin.shared_with.clone(),
                oninput: set(|all, text| all.shared_with = text),
            }
        }
        if shares || kind == DecisionKind::NotReport {
            Field {
                id: "decision-ground",
                label: t!("decision-ground"),
                initial: begin.ground.clone(),
                oninput: set(|all, text| all.ground = text),
            }
        }
        Field {
            id: "decision-ethical",
            label: t!("decision-ethical"),
            initial: begin.ethical.clone(),
            lines: true,
            oninput: set(|all, text| all.ethical = text),
        }
        Field {
            id: "decision-law",
            label: t!("decision-law"),
            initial: begin.law.clone(),
            lines: true,
            oninput: set(|all, text| all.law = text),
        }
        Field {
            id: "decision-why",
            label: t!("decision-why"),
            initial: begin.why.clone(),
            lines: true,
            oninput: set(|all, text| all.why = text),
        }
        Field {
            id: "decision-backs",
            label: t!("decision-backs"),
            initial: begin.backs.clone(),
            oninput: set(|all, text| all.backs = text),
        }
    }
}
