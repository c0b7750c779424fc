//! Conflicts: case fields that two people set concurrently.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::SetCaseField;
use voorveld_core::model::{CaseField, CaseStatus};
use voorveld_core::view::{Clash, ClashValue, Language};

use crate::components::{ClashChoice, ErrorLine};
use crate::hooks::use_action;
use crate::{format, text};

/// A box for each conflict on one of these fields.
#[component]
pub fn Clashes(
    case: CaseId,
    clashes: Vec<Clash<CaseField>>,
    fields: Vec<CaseField>,
    /// Begins the ids of the boxes.
    #[props(default = "clash".to_owned())]
    id: String,
) -> Element {
    let action = use_action();
    let language = text::language();
    let here = clashes
        .into_iter()
        .filter(|clash| fields.contains(&clash.field));
    rsx! {
        for Clash { field , values } in here {
            ClashChoice {
                key: "{field.key()}",
                id: format!("{id}-{}", field.key()),
                field: format::case_field(language, field),
                shown: values.iter().map(|each| shown(language, field, each)).collect::<Vec<_>>(),
                values,
                onchoose: move |value| action.send(SetCaseField { case, field, value }),
            }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
    }
}

/// Fields whose conflicts are shown above the timeline: those that do not appear *voor de deur*.
pub const ELSEWHERE: [CaseField; 11] = [
    CaseField::Name,
    CaseField::Address,
    CaseField::Postcode,
    CaseField::District,
    CaseField::Phone,
    CaseField::Lead,
    CaseField::Status,
    CaseField::Background,
    CaseField::Called,
    CaseField::Cover,
    CaseField::CoverUntil,
];

fn shown(language: Language, field: CaseField, value: &ClashValue) -> String {
    match field {
        CaseField::Phone | CaseField::CrisisPhone => format::phone(&value.value),
        CaseField::CoverUntil => value
            .value
            .parse()
            .map_or_else(|_| value.value.clone(), format::numeric_day),
        CaseField::Status => CaseStatus::from_word(&value.value).map_or_else(
            || value.value.clone(),
            |status| format::status(language, status),
        ),
        _ => value.value.clone(),
    }
}
