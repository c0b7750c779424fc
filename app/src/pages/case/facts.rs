//! The details of a case, read-only; phone numbers can be called.

use chrono::DateTime;
use dioxus::prelude::*;
use voorveld_core::model::CaseField;
use voorveld_core::view::{CaseView, TrustChange};

use super::background::Mend;
use super::relations::RelationsList;
use super::safety::ended_words;
use crate::components::{CallButton, Glyph, Icon, phone_label};
use crate::hooks::clock;
use crate::pages::problems;
use crate::route::Route;
use crate::{format, t, text};

/// The fields that are filled in, and a link to edit them.
#[component]
pub fn Facts(view: CaseView) -> Element {
    let language = text::language();
    let name = |field| format::case_field(language, field);
    let mut reported = vec![view.reported_by.clone()];
    reported.extend(view.reported_on.map(format::numeric_day));
    reported.retain(|part| !part.is_empty());
    let mut problems: Vec<_> = view
        .problems
        .iter()
        .map(|problem| problems::shown(language, problem))
        .collect();
    if view.sensitive {
        problems.push(t!("edit-sensitive"));
    }
    let background = name(CaseField::Background);
    let lines = [
        (
            name(CaseField::Status),
            format::status(language, view.status),
        ),
        (name(CaseField::Address), view.address.clone()),
        (name(CaseField::Postcode), view.postcode.clone()),
        (name(CaseField::District), view.district.clone()),
        (t!("facts-problems"), problems.join(", ")),
        (name(CaseField::Background), view.background.clone()),
        (t!("field-reported"), reported.join(" · ")),
        (t!("field-number"), view.number.clone()),
    ];
    rsx! {
        div { class: "facts rows",
            if !view.phone.is_empty() {
                div { class: "row",
                    div { class: "row__words",
                        p { class: "second", {phone_label(name(CaseField::Phone), &view.phone)} }
                        p { class: "record__text figures", dir: "auto", {format::phone(&view.phone)} }
                    }
                    CallButton { phone: view.phone.clone(), name: view.name.clone() }
                }
            }
            for (label , value) in lines {
                if !value.is_empty() {
                    div { key: "{label}", class: "group",
                        p { class: "second", "{label}" }
                        p { class: "record__text", dir: "auto", "{value}" }
                        if label == background {
                            Mend { view: view.clone(), id: "background-mend" }
                        }
                    }
                }
            }
            if !view.trust_history.is_empty() {
                TrustHistory { changes: view.trust_history.clone() }
            }
            if !view.safety_ended.is_empty() {
                div { class: "group", id: "facts-safety-ended",
                    p { class: "second", {t!("facts-safety-ended")} }
                    for ended in view.safety_ended.iter() {
                        p { key: "{ended.fact.id}", dir: "auto",
                            "{ended.fact.text}"
                            span { class: "second", {format!(" · {}", ended_words(ended))} }
                        }
                    }
                }
            }
            div { class: "group", id: "facts-relations",
                p { class: "second", {t!("facts-relations")} }
                RelationsList { case: view.id, name: view.name.clone(), relations: view.relations.clone() }
            }
            Link { class: "invite", id: "facts-along", to: Route::ClientPage { case: view.id },
                Icon { glyph: Glyph::Eye }
                {t!("along-open")}
            }
            Link { class: "invite", id: "facts-edit", to: Route::EditCasePage { case: view.id },
                Icon { glyph: Glyph::Pencil }
                {t!("facts-edit")}
            }
        }
    }
}

/// The trust steps so far, newest first, each with who set it and when.
#[component]
fn TrustHistory(changes: Vec<TrustChange>) -> Element {
    let language = text::language();
    rsx! {
        div { class: "group",
            p { class: "second", {t!("facts-trust")} }
            for change in changes {
                p { key: "{change.at}",
                    {format::trust(language, change.step)}
                    span { class: "second", {source_of(&change)} }
                }
            }
        }
    }
}

/// Who set a step and when, or that it comes from a list.
fn source_of(change: &TrustChange) -> String {
    if change.at == DateTime::UNIX_EPOCH {
        return format!(" · {}", t!("from-list"));
    }
    let clock = clock();
    let day = clock.local(change.at).date();
    let day = format::relative_day(text::language(), day, clock.today());
    format!(" · {} · {day}", change.by)
}
