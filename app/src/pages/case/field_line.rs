//! A text field of a case, edited in place.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::SetCaseField;
use voorveld_core::model::CaseField;

use crate::components::{CallButton, EditLine};
use crate::hooks::use_action;
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
    let mut open = use_signal(|| false);
    let action = use_action();
    let phone = if matches!(field, CaseField::Phone | CaseField::CrisisPhone) {
        value.clone()
    } else {
        String::new()
    };
    rsx! {
        EditLine {
            id: format!("field-{}", format!("{field:?}").to_lowercase()),
            label: format::case_field(text::language(), field),
            value,
            shown,
            lines,
            keyboard,
            open: open(),
            busy: action.busy(),
            error: action.problem(),
            end: (!phone.is_empty())
                .then(|| rsx! {
                    CallButton { name: format::phone(&phone), phone: phone.clone() }
                }),
            onopen: move |()| open.set(true),
            onsave: move |value| {
                action.send_then(SetCaseField { case, field, value }, move |()| open.set(false));
            },
            oncancel: move |()| {
                action.clear();
                open.set(false);
            },
        }
    }
}
