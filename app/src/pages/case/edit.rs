//! The details of a case, each edited in place. None are required.

mod choices;
mod cover;
mod people;

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::ReadCase;
use voorveld_core::model::CaseField;
use voorveld_core::view::CaseView;

use super::field_line::FieldLine;
use super::together::TogetherSection;
use crate::components::{ErrorLine, Glyph, Head, MenuRow, Page, Section};
use crate::hooks::{Subject, back, use_live, use_subject};
use crate::pages::core_team::AgendaTick;
use crate::route::Route;
use crate::{format, t};
use choices::{LeadChoice, ProblemChoice, StatusChoice};
use cover::CoverChoice;
use people::{AroundList, SafetyList};

/// All details of one case.
#[component]
pub fn EditCasePage(case: CaseId) -> Element {
    let live = use_live(ReadCase { case });
    let view = live.value();
    use_subject(view.as_ref().map(|view| Subject {
        who: voorveld_core::model::Who::Case(case),
        name: view.name.clone(),
    }));
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("edit-title"),
                    second: view.as_ref().map(|view| view.name.clone()).unwrap_or_default(),
                    onback: move |()| back(),
                }
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(view) = view {
                Details { view }
            }
        }
    }
}

#[component]
fn Details(view: CaseView) -> Element {
    let case = view.id;
    let phone = format::phone(&view.phone);
    rsx! {
        Section { title: t!("edit-at-door"), id: "edit-door",
            FieldLine { case, field: CaseField::WhatMatters, value: view.what_matters.clone(), lines: true }
            FieldLine { case, field: CaseField::Do, value: view.does.clone() }
            FieldLine { case, field: CaseField::Dont, value: view.donts.clone() }
        }
        Section { title: t!("case-safety"), id: "edit-safety",
            SafetyList { view: view.clone() }
        }
        Section { title: t!("edit-where"), id: "edit-where",
            FieldLine { case, field: CaseField::Name, value: view.name.clone() }
            FieldLine { case, field: CaseField::Called, value: view.called.clone() }
            FieldLine { case, field: CaseField::Phone, value: view.phone.clone(), shown: phone, keyboard: "tel" }
            FieldLine { case, field: CaseField::Address, value: view.address.clone() }
            FieldLine { case, field: CaseField::Postcode, value: view.postcode.clone() }
            FieldLine { case, field: CaseField::District, value: view.district.clone() }
        }
        Section { title: t!("edit-case"), id: "edit-case",
            LeadChoice { case, lead: view.lead.clone() }
            CoverChoice { view: view.clone() }
            StatusChoice { case, status: view.status }
            FieldLine { case, field: CaseField::Background, value: view.background.clone(), lines: true }
        }
        Section { title: t!("edit-problems"), id: "edit-problems",
            ProblemChoice { case, problems: view.problems.clone(), sensitive: view.sensitive }
        }
        Section { title: t!("case-around"), id: "edit-around",
            AroundList { case, name: view.name.clone(), around: view.around.clone() }
        }
        AgendaTick { case }
        TogetherSection { view: view.clone() }
        section { class: "section",
            div { class: "rows",
                MenuRow {
                    id: "edit-export",
                    glyph: Glyph::Download,
                    title: t!("export-row"),
                    to: Route::ExportCasePage { case },
                }
            }
        }
    }
}
