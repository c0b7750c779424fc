//! Safety facts and nearby contacts: entries are added and ended, never edited.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{EndSafetyFact, SetCaseContact};
use voorveld_core::view::{AroundLine, CaseView, SafetyFact};

use crate::components::{Button, ErrorLine, Row};
use crate::hooks::{clock, use_action};
use crate::pages::case::add::{AddAround, AddSafety};
use crate::pages::case::safety::EndedSafety;
use crate::route::Route;
use crate::{format, t};

/// The current safety facts with their authors, and below them the ended ones.
#[component]
pub fn SafetyList(view: CaseView) -> Element {
    let case = view.id;
    let action = use_action();
    rsx! {
        if view.safety.is_empty() {
            p { class: "second quiet", {t!("edit-safety-none")} }
        }
        for SafetyFact { id , text , by , at } in view.safety.clone() {
            Row {
                key: "{id}",
                title: rsx! { "{text}" },
                second: {
                    let day = format::numeric_day(clock().local(at).date());
                    rsx! { "{by} · {day}" }
                },
                end: rsx! {
                    Button {
                        label: t!("case-safety-end"),
                        small: true,
                        onpress: move |()| action.send(EndSafetyFact { case, id }),
                    }
                },
            }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
        EndedSafety { view }
        AddSafety { case, invite: t!("edit-safety-new") }
    }
}

/// The nearby contacts.
#[component]
pub fn AroundList(case: CaseId, name: String, around: Vec<AroundLine>) -> Element {
    let action = use_action();
    rsx! {
        if around.is_empty() {
            p { class: "second quiet", {t!("edit-around-none")} }
        }
        for AroundLine { contact , name , note , .. } in around {
            Row {
                key: "{contact}",
                title: rsx! { "{name}" },
                second: (!note.is_empty()).then(|| rsx! { "{note}" }),
                to: Route::ContactPage { contact },
                end: rsx! {
                    Button {
                        label: t!("edit-remove"),
                        aria: t!("edit-around-remove", name: name.clone()),
                        small: true,
                        onpress: move |()| {
                            action
                                .send(SetCaseContact {
                                    case,
                                    contact,
                                    note: String::new(),
                                    linked: false,
                                });
                        },
                    }
                },
            }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
        AddAround { case, name }
    }
}
