//! *Overdracht*: to whom, which lines, on what ground. It produces a page to hand over, and a decision
//! for the record.

mod export;
mod involved;

use dioxus::prelude::*;
use uuid::Uuid;
use voorveld_core::api::{HandOver, ReadCase, ReadHandover, ReadTimeline, SetInvolved};
use voorveld_core::model::Who;
use voorveld_core::view::{CaseView, HandoverState, TimelineEntry, WhoOption};
use voorveld_core::{CaseId, DecisionId};

use super::find_who::{Among, FindWhoField};
use crate::components::{
    Button, Chip, Chips, ErrorLine, ExportButtons, Field, Glyph, Head, Invite, Page, Section,
};
use crate::export::FileKind;
use crate::hooks::{
    Subject, Unfinished, back, clock, use_action, use_live, use_subject, use_unfinished,
};
use crate::{format, t, text};
use export::{HandoverPart, lines_of, page};
pub use involved::Involved;

/// The number of encounters that can be included.
const LAST: u32 = 5;

/// Handing over one case.
#[component]
pub fn HandoverPage(case: CaseId) -> Element {
    let live = use_live(ReadCase { case });
    let last = use_live(ReadTimeline {
        case,
        before: None,
        limit: LAST,
    });
    let state = use_live(ReadHandover { case });
    let view = live.value();
    use_subject(view.as_ref().map(|view| Subject {
        who: Who::Case(case),
        name: view.name.clone(),
    }));
    match (view, last.value(), state.value()) {
        (Some(view), Some(last), Some(state)) => rsx! {
            Form { view, last: last.entries, state }
        },
        _ => rsx! {
            Page {
                head: rsx! {
                    Head { title: t!("handover-title"), onback: move |()| back() }
                },
                for error in [live.problem(), last.problem(), state.problem()].into_iter().flatten() {
                    ErrorLine { error }
                }
            }
        },
    }
}

#[component]
fn Form(view: CaseView, last: Vec<TimelineEntry>, state: HandoverState) -> Element {
    let case = view.id;
    let language = text::language();
    let id = use_hook(|| DecisionId(Uuid::now_v7()));
    // Unsaved text survives the lock.
    let unfinished = [
        use_unfinished("handover-receiver", ""),
        use_unfinished("handover-ground", ""),
    ];
    let [to, why] = unfinished.clone();
    let mut receiver = use_signal(|| to.text());
    let mut ground = use_signal(|| why.text());
    let begin = use_hook(|| (receiver.peek().clone(), ground.peek().clone()));
    let mut involved = use_signal(|| true);
    // Preselected: what helps and protects the receiver. The rest is included only when chosen.
    let mut chosen = use_signal(|| {
        vec![
            HandoverPart::Matters,
            HandoverPart::DoDont,
            HandoverPart::Commitments,
            HandoverPart::Safety,
        ]
    });
    let action = use_action();
    let all = lines_of(&view, &last);
    let taken: Vec<HandoverPart> = all
        .iter()
        .copied()
        .filter(|line| chosen.read().contains(line))
        .collect();
    let what = taken
        .iter()
        .map(|line| line.word(language))
        .collect::<Vec<_>>()
        .join(", ");
    let on_paper = taken.clone();
    let name = view.name.clone();
    rsx! {
        Page {
            head: rsx! {
                Head { title: t!("handover-title"), second: name, onback: move |()| back() }
            },
            dock_lined: true,
            dock: rsx! {
                if let Some(error) = action.problem() {
                    ErrorLine { error }
                }
                Button {
                    id: "handover-confirm",
                    label: t!("handover-confirm"),
                    main: true,
                    busy: action.busy(),
                    onpress: move |()| {
                        let call = HandOver {
                            case,
                            id,
                            receiver: receiver.peek().clone(),
                            what: what.clone(),
                            ground: ground.peek().clone(),
                            involved: *involved.peek(),
                        };
                        let unfinished = unfinished.clone();
                        action.send_then(call, move |()| {
                            unfinished.iter().for_each(Unfinished::forget);
                            back();
                        });
                    },
                }
                p { class: "second decision__foot", {t!("handover-after")} }
            },
            div { class: "decision",
                Receiver {
                    begin: begin.0,
                    onchange: move |name: String| {
                        to.set(&name);
                        receiver.set(name);
                    },
                }
                div { class: "group",
                    p { class: "second group__label", {t!("handover-lines")} }
                    Chips { label: t!("handover-lines"),
                        for line in all {
                            Chip {
                                key: "{line:?}",
                                id: "handover-{line.id()}",
                                label: line.word(language),
                                glyph: taken.contains(&line).then_some(Glyph::Check),
                                chosen: taken.contains(&line),
                                onpress: move |()| {
                                    let mut chosen = chosen.write();
                                    match chosen.iter().position(|each| *each == line) {
                                        Some(place) => {
                                            chosen.remove(place);
                                        }
                                        None => chosen.push(line),
                                    }
                                },
                            }
                        }
                    }
                }
                Field {
                    id: "handover-ground",
                    label: t!("decision-ground"),
                    initial: begin.1,
                    oninput: move |text: String| {
                        why.set(&text);
                        ground.set(text);
                    },
                }
                div { class: "group",
                    Chips { label: t!("involved"),
                        Chip {
                            id: "handover-involved",
                            label: t!("involved"),
                            glyph: involved().then_some(Glyph::Check),
                            chosen: involved(),
                            onpress: move |()| involved.toggle(),
                        }
                    }
                    p { class: "second group__label", {t!("involved-how")} }
                }
                ExportButtons {
                    id: "handover-paper",
                    kinds: vec![FileKind::Page],
                    make: {
                        let (view, last) = (view.clone(), last.clone());
                        move |_| {
                            let to = receiver.peek().clone();
                            let ground = ground.peek().clone();
                            Some(page(text::language(), clock(), &view, &last, &on_paper, &to, &ground))
                        }
                    },
                }
                Earlier { case, state }
            }
        }
    }
}

/// The receiver: a contact of the network, or a typed name.
#[component]
fn Receiver(begin: String, onchange: EventHandler<String>) -> Element {
    let mut finding = use_signal(|| false);
    // The counter is the field's key: choosing a contact creates a new field that starts with that name.
    let mut found = use_signal(|| (0_u32, begin));
    rsx! {
        if finding() {
            div { class: "editor",
                FindWhoField {
                    id: "handover-find",
                    label: t!("edit-around-find"),
                    nobody: t!("edit-around-nobody"),
                    among: Among::Contacts,
                    onchoose: move |option: WhoOption| {
                        let turn = found.peek().0 + 1;
                        finding.set(false);
                        onchange.call(option.name.clone());
                        found.set((turn, option.name));
                    },
                    oncancel: move |()| finding.set(false),
                }
            }
        } else {
            for (turn , name) in [found()] {
                Field {
                    key: "{turn}",
                    id: "handover-receiver",
                    label: t!("handover-receiver"),
                    initial: name,
                    oninput: move |text: String| {
                        onchange.call(text.clone());
                        found.write().1 = text;
                    },
                }
            }
            Invite {
                id: "handover-from-network",
                glyph: Glyph::Search,
                label: t!("handover-from-network"),
                onpress: move |()| finding.set(true),
            }
        }
    }
}

/// Earlier handovers and shared decisions, and whether the team stays involved.
#[component]
fn Earlier(case: CaseId, state: HandoverState) -> Element {
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
