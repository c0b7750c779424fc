//! Closing a case with a sentence, and reopening a closed one with one tap.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{CloseCase, ReopenCase};
use voorveld_core::model::{ClosingWhat, Outcome};
use voorveld_core::view::{ClosingLine, Language};

use crate::components::{Button, Chip, Chips, ErrorLine, Field, SyncMarkLine};
use crate::hooks::{clock, use_action, use_unfinished};
use crate::{format, t, t_in, text};

/// A sentence, and optionally an outcome.
#[component]
pub fn CloseForm(case: CaseId, onclose: EventHandler<()>) -> Element {
    let unfinished = use_unfinished("close-text", "");
    let mut typed = use_signal(|| unfinished.text());
    let begin = use_hook(|| typed.peek().clone());
    let mut outcome = use_signal(|| None::<Outcome>);
    let action = use_action();
    let save = use_callback({
        let unfinished = unfinished.clone();
        move |()| {
            let unfinished = unfinished.clone();
            let request = CloseCase {
                case,
                text: typed.peek().clone(),
                outcome: outcome(),
            };
            action.send_then(request, move |()| {
                unfinished.forget();
                onclose.call(());
            });
        }
    });
    let cancel = use_callback({
        let unfinished = unfinished.clone();
        move |()| {
            unfinished.forget();
            onclose.call(());
        }
    });
    rsx! {
        div { class: "editor", id: "close-form",
            Field {
                id: "close-text",
                label: t!("close-text"),
                initial: begin,
                focus: true,
                oninput: move |text: String| {
                    action.clear();
                    unfinished.set(&text);
                    typed.set(text);
                },
                onenter: save,
            }
            div { class: "group",
                p { class: "second group__label", {t!("close-outcome")} }
                Chips { label: t!("close-outcome"),
                    for each in Outcome::ALL {
                        Chip {
                            key: "{each:?}",
                            id: format!("outcome-{}", each.word()),
                            label: format::outcome(text::language(), each),
                            chosen: outcome() == Some(each),
                            onpress: move |()| outcome.set((outcome() != Some(each)).then_some(each)),
                        }
                    }
                }
            }
            p { class: "second", {t!("close-how")} }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            div { class: "editor__buttons",
                Button { id: "close-cancel", label: t!("cancel"), small: true, onpress: cancel }
                Button {
                    id: "close-save",
                    label: t!("close-save"),
                    main: true,
                    small: true,
                    busy: action.busy(),
                    onpress: save,
                }
            }
        }
    }
}

/// Describes a closing: its sentence, or else that the case was closed or reopened.
fn words(language: Language, line: &ClosingLine) -> String {
    match line.what {
        ClosingWhat::Reopened if line.by_encounter => t_in!(language, "closing-by-encounter"),
        ClosingWhat::Reopened => t_in!(language, "closing-reopened"),
        ClosingWhat::Closed if line.text.is_empty() => t_in!(language, "closing-closed"),
        ClosingWhat::Closed => line.text.clone(),
    }
}

/// A closing or reopening in the timeline.
#[component]
pub fn ClosingEntry(line: ClosingLine) -> Element {
    let language = text::language();
    let mut meta = Vec::new();
    if line.what == ClosingWhat::Closed && !line.text.is_empty() {
        meta.push(t!("closing-closed"));
    }
    meta.extend(
        line.outcome
            .map(|outcome| format::outcome(language, outcome)),
    );
    meta.push(line.by.clone());
    meta.retain(|part| !part.is_empty());
    rsx! {
        article { class: "entry entry--closing",
            span { class: "second figures", {format::time(clock().local(line.at).time())} }
            div {
                p { class: "record__text", dir: "auto", {words(language, &line)} }
                div { class: "entry__meta",
                    span { class: "second", {meta.join(" · ")} }
                    if !line.by_encounter {
                        SyncMarkLine { mark: line.mark }
                    }
                }
            }
        }
    }
}

/// Says at the top of a closed case that it is closed, and offers to reopen it.
#[component]
pub fn ClosedLine(case: CaseId, closings: Vec<ClosingLine>) -> Element {
    let action = use_action();
    let clock = clock();
    let language = text::language();
    let last = closings
        .into_iter()
        .find(|line| line.what == ClosingWhat::Closed);
    rsx! {
        div { class: "closed", id: "case-closed",
            div { class: "row__words",
                p { class: "row__title", {t!("closing-closed")} }
                if let Some(line) = last {
                    p { dir: "auto", "{line.text}" }
                    p { class: "row__second",
                        {
                            let day = format::relative_day(
                                language,
                                clock.local(line.at).date(),
                                clock.today(),
                            );
                            let mut parts = vec![day, line.by.clone()];
                            parts.extend(line.outcome.map(|each| format::outcome(language, each)));
                            parts.retain(|part| !part.is_empty());
                            parts.join(" · ")
                        }
                    }
                }
                if let Some(error) = action.problem() {
                    ErrorLine { error }
                }
            }
            Button {
                id: "case-reopen",
                label: t!("closing-reopen"),
                small: true,
                busy: action.busy(),
                onpress: move |()| action.send(ReopenCase { case }),
            }
        }
    }
}
