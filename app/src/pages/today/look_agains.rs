//! The decisions that are due for review.

use dioxus::prelude::*;
use voorveld_core::api::LookAgain;
use voorveld_core::view::LookAgainLine;

use crate::components::{Editor, Invite, Name, TickRow};
use crate::hooks::{Action, Part, clock, use_open_part};
use crate::route::Route;
use crate::{format, t, text};

/// Decisions due on *Vandaag*: a tick says that it was looked at; the text opens the case's decisions.
/// What was just ticked stays in its place, to be undone, with room for what was seen.
#[component]
pub fn LookAgains(lines: Vec<LookAgainLine>, action: Action) -> Element {
    let mut ticked = use_signal(Vec::<(usize, LookAgainLine)>::new);
    let mut shown: Vec<(LookAgainLine, bool)> =
        lines.into_iter().map(|line| (line, false)).collect();
    for (place, line) in ticked() {
        shown.retain(|(other, _)| other.decision != line.decision);
        shown.insert(place.min(shown.len()), (line, true));
    }
    rsx! {
        for (place , (line , done)) in shown.into_iter().enumerate() {
            Due {
                key: "{line.decision}",
                line: line.clone(),
                done,
                action,
                ontick: move |done: bool| {
                    let line = line.clone();
                    let looked = LookAgain {
                        case: line.case,
                        decision: line.decision,
                        // Taken back: due again.
                        next: (!done).then(|| clock().today()),
                        saw: String::new(),
                    };
                    action.send_then(looked, move |()| {
                        let mut ticked = ticked.write();
                        ticked.retain(|(_, other)| other.decision != line.decision);
                        if done {
                            ticked.push((place, line));
                        }
                    });
                },
            }
        }
    }
}

#[component]
fn Due(line: LookAgainLine, done: bool, action: Action, ontick: EventHandler<bool>) -> Element {
    let language = text::language();
    let today = clock().today();
    let open = use_open_part();
    let mut asking = use_signal(|| false);
    let (case, decision) = (line.case, line.decision);
    rsx! {
        TickRow {
            text: line.text.clone(),
            done,
            second: rsx! {
                Name { name: line.case_name.clone(), danger: line.danger }
                " · "
                {format::decision_kind(language, line.kind)}
                if line.due < today {
                    " · "
                    {format::relative_day(language, line.due, today)}
                }
            },
            to: Route::CasePage { case },
            onfollow: move |()| open.open(case, Part::Decisions),
            ontick: move |done| {
                asking.set(false);
                ontick.call(done);
            },
        }
        if done && asking() {
            Editor {
                id: "saw-{decision}",
                label: t!("decision-saw"),
                busy: action.busy(),
                onsave: move |saw: String| {
                    if saw.trim().is_empty() {
                        asking.set(false);
                        return;
                    }
                    let looked = LookAgain { case, decision, next: None, saw };
                    action.send_then(looked, move |()| asking.set(false));
                },
                oncancel: move |()| asking.set(false),
            }
        } else if done {
            Invite {
                id: "saw-{decision}-open",
                label: t!("decision-saw"),
                onpress: move |()| asking.set(true),
            }
        }
    }
}
