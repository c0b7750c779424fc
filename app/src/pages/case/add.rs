//! Quiet lines that offer to fill in an empty field, each opening it in place.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{AddSafetyFact, SetCaseContact, SetCaseField};
use voorveld_core::model::{CaseField, Who};
use voorveld_core::view::WhoOption;

use crate::components::{Editor, ErrorLine, Glyph, Invite};
use crate::hooks::use_action;
use crate::pages::find_who::{Among, FindWhoField};
use crate::{format, t, text};

/// An invitation for an empty field of a case.
#[component]
pub fn FieldInvite(case: CaseId, field: CaseField, id: String, invite: String) -> Element {
    let mut open = use_signal(|| false);
    let action = use_action();
    rsx! {
        if open() {
            Editor {
                id,
                label: format::case_field(text::language(), field),
                busy: action.busy(),
                error: action.problem(),
                onsave: move |value| {
                    action.send_then(SetCaseField { case, field, value }, move |()| open.set(false));
                },
                oncancel: move |()| {
                    action.clear();
                    open.set(false);
                },
            }
        } else {
            Invite { id, label: invite, glyph: Glyph::Plus, onpress: move |()| open.set(true) }
        }
    }
}

/// Adds a safety fact.
#[component]
pub fn AddSafety(case: CaseId, invite: String) -> Element {
    let mut open = use_signal(|| false);
    let action = use_action();
    rsx! {
        if open() {
            Editor {
                id: "case-safety",
                label: t!("edit-safety-new"),
                busy: action.busy(),
                error: action.problem(),
                onsave: move |text| {
                    action.send_then(AddSafetyFact { case, text }, move |()| open.set(false));
                },
                oncancel: move |()| {
                    action.clear();
                    open.set(false);
                },
            }
        } else {
            Invite {
                id: "case-safety",
                label: invite,
                glyph: Glyph::TriangleAlert,
                onpress: move |()| open.set(true),
            }
        }
    }
}

/// Links a contact as being near this case: first who, then why.
#[component]
pub fn AddAround(case: CaseId, name: String) -> Element {
    let mut finding = use_signal(|| false);
    let mut found = use_signal(|| None::<WhoOption>);
    let action = use_action();
    rsx! {
        if let Some(WhoOption { who: Who::Contact(contact), name, .. }) = found() {
            Editor {
                id: "case-around-note",
                label: t!("edit-around-note", name: name.clone()),
                busy: action.busy(),
                error: action.problem(),
                onsave: move |note| {
                    action.send_then(
                        SetCaseContact { case, contact, note, linked: true },
                        move |()| found.set(None),
                    );
                },
                oncancel: move |()| {
                    action.clear();
                    found.set(None);
                },
            }
        } else if finding() {
            div { class: "editor",
                FindWhoField {
                    id: "case-around-find",
                    label: t!("edit-around-find"),
                    nobody: t!("edit-around-nobody"),
                    among: Among::Contacts,
                    onchoose: move |option| {
                        finding.set(false);
                        found.set(Some(option));
                    },
                    oncancel: move |()| finding.set(false),
                }
            }
        } else {
            Invite {
                id: "case-around",
                label: t!("case-around-add", name: name),
                glyph: Glyph::UserPlus,
                onpress: move |()| finding.set(true),
            }
        }
        if found().is_none() {
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
        }
    }
}
