//! The form for a new or existing promise.

use chrono::NaiveTime;
use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{AddCommitment, EditCommitment, MoveEntry};
use voorveld_core::model::{EntryRef, Who};
use voorveld_core::view::CommitmentLine;

use super::day::{DayChooser, TimeField, use_day};
use crate::components::{Button, ErrorLine, Field};
use crate::hooks::{JustSaved, use_action, use_capture, use_saved, use_unfinished};
use crate::pages::entry_editor::{TakeBack, Whose, said_moved};
use crate::{format, t};

/// What was promised, by whom and when; only the first is required.
#[component]
pub fn CommitmentForm(
    case: CaseId,
    id: String,
    /// The promise to edit; `None` creates a new one.
    #[props(default)]
    line: Option<CommitmentLine>,
    onclose: EventHandler<()>,
) -> Element {
    // Initial values: the fields are uncontrolled and keep their own text from then on.
    let begin = use_hook(|| Begin::of(line.as_ref()));
    // Unsaved text survives the lock.
    let unfinished = use_unfinished(&format!("{id}-text"), &begin.what);
    let words = use_hook(|| unfinished.text());
    let mut what = use_signal(|| words.clone());
    let mut who = use_signal(|| begin.who.clone());
    let day = use_day(&begin.day);
    let mut time = use_signal(|| begin.time);
    let action = use_action();
    let moving = use_action();
    let saved = use_saved();
    let subject = use_capture().subject();
    let to = use_signal(|| None::<(Who, String)>);
    let whose = line.as_ref().map(|line| line.case_name.clone());
    let rewritten = line.map(|line| line.id);
    let typed_on = unfinished.clone();
    let close = use_callback(move |()| {
        unfinished.forget();
        onclose.call(());
    });
    let save = use_callback(move |()| {
        if !day.is_understood() {
            return;
        }
        let (text, who) = (what.peek().clone(), who.peek().trim().to_owned());
        let due = day.chosen();
        let time = due.and(*time.peek());
        match rewritten {
            Some(id) => {
                let promise = EditCommitment {
                    case,
                    id,
                    text,
                    who,
                    due,
                    time,
                };
                let entry = EntryRef::Commitment { case, id };
                let to = to.peek().clone();
                action.send_then(promise, move |()| match to {
                    None => close(()),
                    Some((to, name)) => {
                        moving.send_then(MoveEntry { entry, to }, move |moved| {
                            saved.say(said_moved(entry, to, &name, moved.reopened));
                            close(());
                        });
                    }
                });
            }
            None => {
                let promise = AddCommitment {
                    case,
                    text,
                    who,
                    due,
                    time,
                };
                let name = subject.as_ref().map(|subject| subject.name.clone());
                action.send_then(promise, move |id| {
                    let entry = EntryRef::Commitment { case, id };
                    let who = Who::Case(case);
                    saved.say(JustSaved::with(who, &name.unwrap_or_default(), entry));
                    close(());
                });
            }
        }
    });
    rsx! {
        div { class: "editor",
            Field {
                id: "{id}-text",
                label: t!("commitment-text"),
                initial: words,
                focus: true,
                oninput: move |text: String| {
                    typed_on.set(&text);
                    what.set(text);
                },
                onenter: save,
            }
            DayChooser { id: id.clone(), day, focus: rewritten.is_none(), onenter: save }
            if day.is_chosen() {
                TimeField {
                    id: id.clone(),
                    initial: begin.time,
                    onchange: move |to| time.set(to),
                }
            }
            Field {
                id: "{id}-who",
                label: t!("commitment-who"),
                initial: begin.who.clone(),
                oninput: move |text| who.set(text),
                onenter: save,
            }
            if let Some(promise) = rewritten {
                Whose {
                    id: id.clone(),
                    entry: EntryRef::Commitment { case, id: promise },
                    name: whose.unwrap_or_default(),
                    to,
                }
                TakeBack {
                    id: id.clone(),
                    entry: EntryRef::Commitment { case, id: promise },
                    onclose: close,
                }
            }
            if let Some(error) = action.problem().or(moving.problem()) {
                ErrorLine { error }
            }
            div { class: "editor__buttons",
                Button { label: t!("cancel"), small: true, onpress: close }
                Button {
                    id: "{id}-save",
                    label: t!("save"),
                    main: true,
                    small: true,
                    busy: action.busy(),
                    onpress: save,
                }
            }
        }
    }
}

/// The initial values of the fields.
#[derive(Clone, Default)]
struct Begin {
    what: String,
    who: String,
    /// In a form that can be typed.
    day: String,
    time: Option<NaiveTime>,
}

impl Begin {
    fn of(line: Option<&CommitmentLine>) -> Self {
        line.map_or_else(Self::default, |line| Self {
            what: line.text.clone(),
            who: line.who.clone(),
            day: line.due.map(format::numeric_day).unwrap_or_default(),
            time: line.time,
        })
    }
}
