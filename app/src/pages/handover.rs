//! *Overdracht*: to whom, which lines, on what ground. It produces a page to hand over, and a decision
//! for the record.

mod earlier;
mod export;
mod involved;
mod receiver;

use dioxus::prelude::*;
use uuid::Uuid;
use voorveld_core::api::{HandOver, ReadCase, ReadHandover, ReadTimeline};
use voorveld_core::model::Who;
use voorveld_core::view::{CaseView, HandoverState, TimelineEntry};
use voorveld_core::{CaseId, DecisionId};

use crate::components::{Button, Chip, Chips, ErrorLine, ExportButtons, Field, Glyph, Head, Page};
use crate::export::FileKind;
use crate::hooks::{
    Subject, Unfinished, back, clock, use_action, use_live, use_subject, use_unfinished,
};
use crate::{t, text};
use earlier::Earlier;
use export::{HandoverPart, lines_of, page};
pub use involved::Involved;
use receiver::Receiver;

/// The number of encounters that can be included.
const LAST: u32 = 5;

/// What helps and protects the receiver. The rest is included only when chosen.
const PRESELECTED: [HandoverPart; 4] = [
    HandoverPart::Matters,
    HandoverPart::DoDont,
    HandoverPart::Commitments,
    HandoverPart::Safety,
];

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
    let involved = use_signal(|| true);
    let chosen = use_signal(|| PRESELECTED.to_vec());
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
                        let request = HandOver {
                            case,
                            id,
                            receiver: receiver.peek().clone(),
                            what: what.clone(),
                            ground: ground.peek().clone(),
                            involved: *involved.peek(),
                        };
                        let unfinished = unfinished.clone();
                        action.send_then(request, move |()| {
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
                PartChips { all, chosen }
                Field {
                    id: "handover-ground",
                    label: t!("decision-ground"),
                    initial: begin.1,
                    oninput: move |text: String| {
                        why.set(&text);
                        ground.set(text);
                    },
                }
                InvolvedChip { involved }
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

/// The lines that can go along, each a chip.
#[component]
fn PartChips(all: Vec<HandoverPart>, chosen: Signal<Vec<HandoverPart>>) -> Element {
    let language = text::language();
    let taken = chosen.read().clone();
    rsx! {
        div { class: "group",
            p { class: "second group__label", {t!("handover-lines")} }
            Chips { label: t!("handover-lines"),
                for line in all {
                    Chip {
                        key: "{line.id()}",
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
    }
}

/// Whether the team stays involved.
#[component]
fn InvolvedChip(involved: Signal<bool>) -> Element {
    let mut involved = involved;
    rsx! {
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
    }
}
