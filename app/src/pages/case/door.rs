//! *Voor de deur*: what one must know before ringing the bell, in order of importance.

use dioxus::prelude::*;
use voorveld_core::api::EndSafetyFact;
use voorveld_core::model::CaseField;
use voorveld_core::view::{AroundLine, CaseView, TimelineEntry};

use super::add::{AddSafety, FieldInvite};
use super::background::FirstLines;
use super::below::Below;
use super::clashes::Clashes;
use super::safety::EndedSafety;
use crate::components::{
    AuthorBox, CallButton, DoDont, ErrorLine, Row, SafetyBlock, Section, WhatMatters,
};
use crate::hooks::{clock, use_action};
use crate::pages::commitments::Commitments;
use crate::route::Route;
use crate::{format, t, text};

/// The whole section.
#[component]
pub fn Door(view: CaseView, onhistory: EventHandler<()>) -> Element {
    let case = view.id;
    let action = use_action();
    rsx! {
        div { class: "door",
            // What is known comes before what could still be filled in.
            FirstLines { view: view.clone() }
            div { class: "door__first",
                if view.what_matters.is_empty() {
                    FieldInvite {
                        case,
                        field: CaseField::WhatMatters,
                        id: "case-matters",
                        invite: t!("case-matters-add", name: view.name.clone()),
                    }
                } else {
                    WhatMatters { text: view.what_matters.clone() }
                }
                Clashes {
                    case,
                    clashes: view.clashes.clone(),
                    fields: vec![CaseField::WhatMatters],
                }
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            div { class: "door__safety",
                if view.safety.is_empty() {
                    AddSafety { case, invite: t!("case-safety-add") }
                } else {
                    SafetyBlock {
                        facts: view.safety.clone(),
                        onend: move |id| action.send(EndSafetyFact { case, id }),
                    }
                }
                EndedSafety { view: view.clone(), door: true }
            }
            div { class: "door__manner",
                if view.does.is_empty() && view.donts.is_empty() {
                    FieldInvite {
                        case,
                        field: CaseField::Do,
                        id: "case-do",
                        invite: t!("case-door-add"),
                    }
                } else {
                    DoDont { does: view.does.clone(), donts: view.donts.clone() }
                }
                Clashes {
                    case,
                    clashes: view.clashes.clone(),
                    fields: vec![CaseField::Do, CaseField::Dont],
                }
            }
            div { class: "door__commitments",
                Section { title: t!("case-commitments"),
                    Commitments { lines: view.commitments.clone(), action }
                    if view.commitments.is_empty() {
                        super::commitments::AddCommitmentLine { case, id: "door-commitment" }
                    }
                }
            }
            div { class: "door__last",
                Section { title: t!("case-last-three"),
                    if view.last_three.is_empty() {
                        p { class: "second quiet", {t!("case-last-none")} }
                    } else {
                        LastThree { entries: view.last_three.clone(), onhistory }
                    }
                }
            }
            div { class: "door__around",
                Section { title: t!("case-around"),
                    for line in view.around.clone() {
                        Around { key: "{line.contact}", line }
                    }
                    if view.around.is_empty() {
                        super::add::AddAround { case, name: view.name.clone() }
                    }
                    super::fits::WhoFits { district: view.district.clone() }
                }
            }
            Below { view }
        }
    }
}

/// The last three encounters; a press opens the timeline.
#[component]
fn LastThree(entries: Vec<TimelineEntry>, onhistory: EventHandler<()>) -> Element {
    let clock = clock();
    let language = text::language();
    rsx! {
        button {
            class: "last-three",
            id: "case-to-timeline",
            r#type: "button",
            "aria-description": t!("case-to-timeline"),
            onclick: move |_| onhistory.call(()),
            for entry in entries {
                span { class: "last-three__line", key: "{entry.id}",
                    span { class: "second figures",
                        {format::short_day(language, clock.local(entry.at).date(), clock.today())}
                    }
                    span { dir: "auto",
                        if entry.signal.is_some() {
                            span { class: "second", {t!("signal")} " · " }
                        }
                        "{entry.text}"
                        if entry.said.is_some() {
                            span { class: "second", " · " {t!("entry-clock-wrong")} }
                        }
                    }
                    AuthorBox { name: entry.by, small: true }
                }
            }
        }
    }
}

#[component]
fn Around(line: AroundLine) -> Element {
    let AroundLine {
        contact,
        name,
        note,
        phone,
    } = line;
    rsx! {
        Row {
            title: rsx! { "{name}" },
            second: (!note.is_empty()).then(|| rsx! { "{note}" }),
            end: rsx! {
                CallButton { phone: phone.clone(), name: name.clone() }
            },
            to: Route::ContactPage { contact },
        }
    }
}
