//! The form for a new or existing promise.

use chrono::NaiveTime;
use dioxus::prelude::*;
use voorveld_core::api::{AddCommitment, EditCommitment};
use voorveld_core::model::{EntryRef, Who};
use voorveld_core::view::CommitmentLine;
use voorveld_core::{CaseId, CommitmentId};

use super::day::{DayChoice, DayChooser, TimeField, use_day};
use crate::components::{Button, ErrorLine, Field};
use crate::hooks::{JustSaved, use_action, use_capture, use_saved, use_unfinished};
use crate::pages::entry_editor::{TakeBack, Whose, use_move};
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
    let begin = use_hook(|| Begin::of(line.as_ref()));
    // Unsaved text survives the lock.
    let unfinished = use_unfinished(&format!("{id}-text"), &begin.what);
    let words = use_hook(|| unfinished.text());
    let typed = use_typed(&begin, &words);
    let action = use_action();
    let moving = use_move();
    let saved = use_saved();
    let subject = use_capture().subject();
    let whose = line.as_ref().map(|line| line.case_name.clone());
    let rewritten = line.map(|line| line.id);
    let entry = move |id| EntryRef::Commitment { case, id };
    let typed_on = unfinished.clone();
    let close = use_callback(move |()| {
        unfinished.forget();
        onclose.call(());
    });
    let save = use_callback(move |()| {
        if !typed.day.is_understood() {
            return;
        }
        match rewritten {
            Some(id) => action.send_then(typed.edit(case, id), move |()| {
                moving.carry_out(entry(id), move || close(()));
            }),
            None => {
                let name = subject.as_ref().map(|subject| subject.name.clone());
                action.send_then(typed.add(case), move |id| {
                    let who = Who::Case(case);
                    saved.say(JustSaved::with(who, &name.unwrap_or_default(), entry(id)));
                    close(());
                });
            }
        }
    });
    rsx! {
        div { class: "editor",
            Inputs {
                id: id.clone(),
                begin,
                words,
                typed,
                new: rewritten.is_none(),
                ontype: move |text: String| typed_on.set(&text),
                onenter: save,
            }
            if let Some(promise) = rewritten {
                Whose {
                    id: id.clone(),
                    entry: entry(promise),
                    name: whose.unwrap_or_default(),
                    moving,
                }
                TakeBack { id: id.clone(), entry: entry(promise), onclose: close }
            }
            if let Some(error) = action.problem().or(moving.action.problem()) {
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

/// The fields: what, when, and who promised it.
#[component]
fn Inputs(
    id: String,
    /// The fields are uncontrolled: they begin with this and keep their own text from then on.
    begin: Begin,
    /// What the text begins with.
    words: String,
    typed: Typed,
    /// Whether the promise is a new one.
    new: bool,
    /// Called with the text as it is typed.
    ontype: EventHandler<String>,
    onenter: EventHandler<()>,
) -> Element {
    let Typed {
        mut what,
        mut who,
        day,
        mut time,
    } = typed;
    rsx! {
        Field {
            id: "{id}-text",
            label: t!("commitment-text"),
            initial: words,
            focus: true,
            oninput: move |text: String| {
                ontype.call(text.clone());
                what.set(text);
            },
            onenter,
        }
        DayChooser { id: id.clone(), day, focus: new, onenter }
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
            initial: begin.who,
            oninput: move |text| who.set(text),
            onenter,
        }
    }
}

/// What the fields hold.
#[derive(Clone, Copy, PartialEq)]
struct Typed {
    what: Signal<String>,
    who: Signal<String>,
    day: DayChoice,
    time: Signal<Option<NaiveTime>>,
}

fn use_typed(begin: &Begin, words: &str) -> Typed {
    Typed {
        what: use_signal(|| words.to_owned()),
        who: use_signal(|| begin.who.clone()),
        day: use_day(&begin.day),
        time: use_signal(|| begin.time),
    }
}

impl Typed {
    fn add(self, case: CaseId) -> AddCommitment {
        let due = self.day.chosen();
        AddCommitment {
            case,
            text: self.what.peek().clone(),
            who: self.who.peek().trim().to_owned(),
            due,
            time: due.and(*self.time.peek()),
        }
    }

    fn edit(self, case: CaseId, id: CommitmentId) -> EditCommitment {
        let AddCommitment {
            case,
            text,
            who,
            due,
            time,
        } = self.add(case);
        EditCommitment {
            case,
            id,
            text,
            who,
            due,
            time,
        }
    }
}

/// The initial values of the fields.
#[derive(Clone, Default, PartialEq)]
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
