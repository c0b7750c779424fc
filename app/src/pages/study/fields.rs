//! The fields of a study, edited in place; and ending the study.

use dioxus::prelude::*;
use voorveld_core::StudyId;
use voorveld_core::api::SetStudyField;
use voorveld_core::model::StudyField;
use voorveld_core::view::{Clash, Language, StudyView};

use crate::components::{Button, ClashChoice, EditLine, ErrorLine, Section};
use crate::hooks::{clock, use_action, use_editing};
use crate::{format, t, t_in, text};

/// Every field, filled in or not.
#[component]
pub fn StudyFields(view: StudyView) -> Element {
    let study = view.id;
    let action = use_action();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let shown = |day: Option<chrono::NaiveDate>| day.map(format::numeric_day).unwrap_or_default();
    let (ended, today) = (view.ended.is_some(), clock().today());
    rsx! {
        Section { title: t!("study-fields"), id: "study-fields",
            StudyFieldLine { study, field: StudyField::Name, value: view.name.clone() }
            StudyFieldLine { study, field: StudyField::District, value: view.district.clone() }
            StudyFieldLine { study, field: StudyField::Question, value: view.question.clone() }
            StudyFieldLine { study, field: StudyField::Begun, value: day(view.begun), shown: shown(view.begun), keyboard: "date" }
            if ended {
                StudyFieldLine { study, field: StudyField::Ended, value: day(view.ended), shown: shown(view.ended), keyboard: "date" }
            }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
        div { class: "study__end",
            Button {
                id: "study-end",
                label: if ended { t!("study-go-on") } else { t!("study-end") },
                onpress: move |()| {
                    let value = if ended { String::new() } else { today.to_string() };
                    action.send(SetStudyField { study, field: StudyField::Ended, value });
                },
            }
        }
    }
}

#[component]
fn StudyFieldLine(
    study: StudyId,
    field: StudyField,
    value: String,
    #[props(default)] shown: Option<String>,
    #[props(default)] keyboard: Option<String>,
) -> Element {
    let editing = use_editing();
    rsx! {
        EditLine {
            id: format!("study-{}", field.key()),
            label: field_name(text::language(), field),
            value,
            shown,
            keyboard,
            editing,
            onsave: move |value| editing.save(SetStudyField { study, field, value }),
        }
    }
}

/// A box for each field in conflict.
#[component]
pub fn StudyClashes(
    study: StudyId,
    clashes: Vec<Clash<StudyField>>,
    /// Begins the ids of the boxes.
    #[props(default = "clash".to_owned())]
    id: String,
) -> Element {
    let action = use_action();
    let language = text::language();
    rsx! {
        for Clash { field , values } in clashes {
            ClashChoice {
                key: "{field.key()}",
                id: format!("{id}-{}", field.key()),
                field: field_name(language, field),
                values,
                onchoose: move |value| action.send(SetStudyField { study, field, value }),
            }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
    }
}

/// Returns a field's label.
pub fn field_name(language: Language, field: StudyField) -> String {
    match field {
        StudyField::Name => t_in!(language, "study-name"),
        StudyField::District => t_in!(language, "study-district"),
        StudyField::Question => t_in!(language, "study-question"),
        StudyField::Begun => t_in!(language, "study-begun"),
        StudyField::Ended => t_in!(language, "study-ended-on"),
        StudyField::Report => t_in!(language, "study-report"),
    }
}
