//! The quiet line after a save: with whom, when, and a way to change it.

use dioxus::prelude::*;
use voorveld_core::api::{KeepClosed, ReadCase, ReadEntry, ReadExpenses};
use voorveld_core::model::EntryRef;
use voorveld_core::view::ExpenseLine;
use voorveld_core::{CaseId, CommitmentId, ExpenseId};

use crate::components::{ErrorLine, Invite, Sheet};
use crate::hooks::{clock, use_action, use_covered, use_live, use_saved};
use crate::pages::EntryEditor;
use crate::pages::commitments::CommitmentForm;
use crate::pages::expenses::form::ExpenseForm;
use crate::{format, t, text};

/// The line, above the bar. Its region is always there, so that screen readers announce what comes in.
#[component]
pub fn SavedLine(
    /// The address of the page.
    place: String,
) -> Element {
    let saved = use_saved();
    let mut changing = use_signal(|| None::<EntryRef>);
    let action = use_action();
    let turn = saved.turn();
    // The page it was said on; none once that was left.
    let mut last = use_hook(|| CopyValue::new((0_u32, String::new())));
    let (known, on) = last.peek().clone();
    if known != turn {
        last.set((turn, place.clone()));
    } else if on != place {
        last.set((turn, String::new()));
    }
    let said = saved.said().filter(|_| last.peek().1 == place);
    let clock = clock();
    let covered = use_covered();
    rsx! {
        div {
            class: if said.is_some() { "saved saved--said" } else { "saved" },
            "inert": covered.then_some("true"),
            div { class: "saved__words", id: "saved", role: "status",
                if let Some(said) = said.clone() {
                    span { key: "{turn}", dir: "auto", "{said.text}" }
                    if let Some(at) = said.at {
                        span { class: "second",
                            " · "
                            if (clock.now() - at).num_minutes().abs() < 1 {
                                {t!("saved-now")}
                            } else {
                                {format::moment(text::language(), clock.local(at), clock.today())}
                            }
                        }
                    }
                    if said.reopened.is_some() {
                        span { " · " {t!("saved-reopened")} }
                    }
                }
            }
            if let Some(entry) = said.as_ref().and_then(|said| said.entry) {
                Invite {
                    id: "saved-change",
                    label: t!("saved-change"),
                    onpress: move |()| changing.set(Some(entry)),
                }
            }
            if let Some(case) = said.as_ref().and_then(|said| said.reopened) {
                Invite {
                    id: "saved-keep-closed",
                    label: t!("saved-keep-closed"),
                    onpress: move |()| {
                        action
                            .send_then(
                                KeepClosed { case },
                                move |()| saved.correct(|said| {
                                    said.reopened = None;
                                    said.text = format!("{} · {}", said.text, t!("saved-kept-closed"));
                                }),
                            );
                    },
                }
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        }
        if let Some(entry) = changing() {
            ChangeSheet { entry, onclose: move |()| changing.set(None) }
        }
    }
}

/// The sheet in which the entry is changed.
#[component]
fn ChangeSheet(entry: EntryRef, onclose: EventHandler<()>) -> Element {
    match entry {
        EntryRef::Encounter { .. } => rsx! {
            ChangeEncounter { entry, onclose }
        },
        EntryRef::Commitment { case, id } => rsx! {
            ChangePromise { case, id, onclose }
        },
        EntryRef::Expense { case, id } => rsx! {
            ChangeSpent { case, id, onclose }
        },
    }
}

#[component]
fn ChangePromise(case: CaseId, id: CommitmentId, onclose: EventHandler<()>) -> Element {
    let live = use_live(ReadCase { case });
    let lines = live.value().map(|view| view.commitments);
    let line = lines.and_then(|lines| lines.into_iter().find(|line| line.id == id));
    rsx! {
        Sheet { title: t!("commitment-edit"), close_id: "saved-close", onclose,
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(line) = line {
                CommitmentForm { case, id: "saved-promise", line, onclose }
            }
        }
    }
}

#[component]
fn ChangeSpent(case: CaseId, id: ExpenseId, onclose: EventHandler<()>) -> Element {
    let live = use_live(ReadExpenses { case });
    let lines = live.value().map(|view| view.lines);
    let of_it = |line: &ExpenseLine| line.of == id && line.reverses.is_none() && !line.reversed;
    let line = lines.and_then(|lines| lines.into_iter().find(of_it));
    rsx! {
        Sheet { title: t!("expense-change-title"), close_id: "saved-close", onclose,
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(line) = line {
                ExpenseForm { id: "saved-expense", line, onclose }
            }
        }
    }
}

#[component]
fn ChangeEncounter(entry: EntryRef, onclose: EventHandler<()>) -> Element {
    let live = use_live(ReadEntry { entry });
    rsx! {
        Sheet { title: t!("saved-change-title"), close_id: "saved-close", onclose,
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(view) = live.value() {
                EntryEditor {
                    id: "saved-text",
                    entry,
                    text: view.text,
                    at: view.at,
                    channel: view.channel,
                    onclose,
                }
            }
        }
    }
}
