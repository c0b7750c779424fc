//! A text field of a case, edited in place.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::SetCaseField;
use voorveld_core::model::CaseField;

use crate::components::{CallButton, EditLine};
use crate::hooks::use_editing;
use crate::{format, text};

/// A field with its label; a phone number also gets a call button.
#[component]
pub fn FieldLine(
    case: CaseId,
    field: CaseField,
    value: String,
    #[props(default)] shown: Option<String>,
    #[props(default)] lines: bool,
    #[props(default)] keyboard: Option<String>,
) -> Element {
    let editing = use_editing();
    let phone = if matches!(field, CaseField::Phone | CaseField::CrisisPhone) {
        value.clone()
    } else {
        String::new()
    };
    rsx! {
        EditLine {
            id: format!("field-{}", field.key()),
            label: format::case_field(text::language(), field),
            value,
            shown,
            lines,
            keyboard,
            editing,
            end: (!phone.is_empty())
                .then(|| rsx! {
                    CallButton { name: format::phone(&phone), phone: phone.clone() }
                }),
            onsave: move |value| editing.save(SetCaseField { case, field, value }),
        }
    }
}
