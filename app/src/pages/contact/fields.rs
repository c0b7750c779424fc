//! All fields of a contact, edited in place. Only the name is required.

use dioxus::prelude::*;
use voorveld_core::ContactId;
use voorveld_core::api::SetContactField;
use voorveld_core::model::ContactField;
use voorveld_core::view::ContactView;

use crate::components::{EditLine, Section};
use crate::hooks::use_editing;
use crate::{format, t, text};

/// Every field, filled in or not.
#[component]
pub fn Fields(view: ContactView) -> Element {
    let contact = view.id;
    let phone = format::phone(&view.texts[ContactField::Phone]);
    rsx! {
        Section { title: t!("contact-fields"), id: "contact-fields",
            ContactFieldLine { contact, field: ContactField::Name, value: view.texts[ContactField::Name].clone() }
            ContactFieldLine { contact, field: ContactField::WhatFor, value: view.texts[ContactField::WhatFor].clone() }
            ContactFieldLine { contact, field: ContactField::Phone, value: view.texts[ContactField::Phone].clone(), shown: phone, keyboard: "tel" }
            ContactFieldLine { contact, field: ContactField::District, value: view.texts[ContactField::District].clone() }
            ContactFieldLine { contact, field: ContactField::Role, value: view.texts[ContactField::Role].clone() }
            ContactFieldLine { contact, field: ContactField::Organisation, value: view.texts[ContactField::Organisation].clone() }
            ContactFieldLine { contact, field: ContactField::Email, value: view.texts[ContactField::Email].clone(), keyboard: "email" }
            ContactFieldLine { contact, field: ContactField::Address, value: view.texts[ContactField::Address].clone() }
            ContactFieldLine { contact, field: ContactField::Note, value: view.texts[ContactField::Note].clone(), lines: true }
        }
    }
}

#[component]
fn ContactFieldLine(
    contact: ContactId,
    field: ContactField,
    value: String,
    #[props(default)] shown: Option<String>,
    #[props(default)] lines: bool,
    #[props(default)] keyboard: Option<String>,
) -> Element {
    let editing = use_editing();
    rsx! {
        EditLine {
            id: format!("contact-{}", field.key()),
            label: format::contact_field(text::language(), field),
            value,
            shown,
            lines,
            keyboard,
            editing,
            onsave: move |value| editing.save(SetContactField { contact, field, value }),
        }
    }
}
