//! Promises to tick off, on *Vandaag* and in a case.

mod day;
mod form;
mod remind;

use dioxus::prelude::*;
use voorveld_core::CommitmentId;
use voorveld_core::api::TickCommitment;
use voorveld_core::view::CommitmentLine;

use crate::components::{Name, TickRow};
use crate::hooks::{Action, clock};
use crate::route::Route;
use crate::{format, t, text};
pub use form::CommitmentForm;
use remind::Remind;

/// Open promises, plus those just ticked in their old place, so that an accidental tick can be undone.
#[component]
pub fn Commitments(
    lines: Vec<CommitmentLine>,
    action: Action,
    /// Shows each promise's case, and opens it on a press.
    #[props(default)]
    across_cases: bool,
    /// A press on the text opens it for editing.
    #[props(default)]
    edits: bool,
) -> Element {
    let mut editing = use_signal(|| None::<CommitmentId>);
    let mut ticked = use_signal(Vec::<(usize, CommitmentLine)>::new);
    let mut shown = lines;
    for (place, line) in ticked() {
        shown.retain(|other| other.id != line.id);
        shown.insert(place.min(shown.len()), line);
    }
    rsx! {
        for (place , line) in shown.into_iter().enumerate() {
            if editing() == Some(line.id) && !line.done {
                CommitmentForm {
                    key: "{line.id}-form",
                    case: line.case,
                    id: "promise",
                    line,
                    onclose: move |()| editing.set(None),
                }
            } else {
            Commitment {
                key: "{line.id}",
                line: line.clone(),
                across_cases,
                onedit: (edits && !line.done)
                    .then(|| EventHandler::new(move |()| editing.set(Some(line.id)))),
                ontick: move |done| {
                    let line = line.clone();
                    let tick = TickCommitment { case: line.case, id: line.id, done };
                    action.send_then(tick, move |()| {
                        let mut ticked = ticked.write();
                        ticked.retain(|(_, other)| other.id != line.id);
                        if done {
                            ticked.push((place, CommitmentLine { done, ..line }));
                        }
                    });
                },
            }
            }
        }
    }
}

#[component]
fn Commitment(
    line: CommitmentLine,
    across_cases: bool,
    onedit: Option<EventHandler<()>>,
    ontick: EventHandler<bool>,
) -> Element {
    let today = clock().today();
    let language = text::language();
    let overdue = line.due.filter(|due| *due < today && !line.done);
    let mut parts = Vec::new();
    if across_cases {
        parts.extend(line.time.map(format::time));
        // A promise by the person the case is about would otherwise repeat the name.
        if line.who != line.case_name {
            parts.push(line.who.clone());
        }
    } else {
        parts.push(line.who.clone());
        if overdue.is_none() {
            parts.extend(line.due.map(|due| match (due - today).num_days() {
                0 | 1 => format::relative_day(language, due, today),
                _ => format::long_day_of_year(language, due, today),
            }));
        }
        parts.extend(line.time.map(format::time));
    }
    parts.retain(|part| !part.is_empty());
    let named = across_cases && !line.case_name.is_empty();
    let alone = parts.is_empty();
    // No reminders *voor de deur*: the same promise appears again in the tab below.
    let plans = across_cases || onedit.is_some();
    let moment = line.due.zip(line.time).filter(|_| !line.done && plans);
    rsx! {
        TickRow {
            text: line.text,
            done: line.done,
            ontick,
            onpress: onedit,
            press_id: format!("promise-{}", line.id),
            to: across_cases.then_some(Route::CasePage { case: line.case }),
            second: rsx! {
                if named {
                    Name { name: line.case_name.clone(), danger: line.danger }
                    if !alone {
                        " · "
                    }
                }
                {parts.join(" · ")}
                if let Some(due) = overdue {
                    if named || !alone {
                        " · "
                    }
                    span { class: "strong",
                        {t!("today-overdue", day: format::relative_day(language, due, today))}
                    }
                }
            },
        }
        if let Some((due, time)) = moment {
            Remind { id: line.id.to_string(), due, time }
        }
    }
}
