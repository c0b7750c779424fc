//! All fields of a contact, edited in place. Only the name is required.

use dioxus::prelude::*;
use voorveld_core::ContactId;
use voorveld_core::api::SetContactField;
use voorveld_core::view::{ContactField, ContactView, Language};

use crate::components::{EditLine, Section};
use crate::hooks::use_action;
use crate::{format, t, t_in, text};

/// Every field, filled in or not.
#[component]
pub fn Fields(view: ContactView) -> Element {
    let contact = view.id;
    let phone = format::phone(&view.phone);
    rsx! {
        Section { title: t!("contact-fields"), id: "contact-fields",
            Line { contact, field: ContactField::Name, value: view.name.clone() }
            Line { contact, field: ContactField::WhatFor, value: view.what_for.clone() }
            Line { contact, field: ContactField::Phone, value: view.phone.clone(), shown: phone, keyboard: "tel" }
            Line { contact, field: ContactField::District, value: view.district.clone() }
            Line { contact, field: ContactField::Role, value: view.role.clone() }
            Line { contact, field: ContactField::Organisation, value: view.organisation.clone() }
            Line { contact, field: ContactField::Email, value: view.email.clone(), keyboard: "email" }
            Line { contact, field: ContactField::Address, value: view.address.clone() }
            Line { contact, field: ContactField::Note, value: view.note.clone(), lines: true }
        }
    }
}

#[component]
fn Line(
    contact: ContactId,
    field: ContactField,
    value: String,
    #[props(default)] shown: Option<String>,
    #[props(default)] lines: bool,
    #[props(default)] keyboard: Option<String>,
) -> Element {
    let mut open = use_signal(|| false);
    let action = use_action();
    rsx! {
        EditLine {
            id: format!("contact-{}", format!("{field:?}").to_lowercase()),
            label: field_name(text::language(), field),
            value,
            shown,
            lines,
            keyboard,
            open: open(),
            busy: action.busy(),
            error: action.problem(),
            onopen: move |()| open.set(true),
            onsave: move |value| {
                let call = SetContactField { contact, field, value };
                action.send_then(call, move |()| open.set(false));
            },
            oncancel: move |()| {
                action.clear();
                open.set(false);
            },
        }
    }
}

/// Returns a field's label.
pub(crate) fn field_name(language: Language, field: ContactField) -> String {
    match field {
        ContactField::Name => t_in!(language, "contact-new-name"),
        ContactField::Role => t_in!(language, "contact-role"),
        ContactField::Organisation => t_in!(language, "contact-organisation"),
        ContactField::District => t_in!(language, "contact-district"),
        ContactField::WhatFor => t_in!(language, "contact-what-for"),
        ContactField::Phone => t_in!(language, "contact-phone"),
        ContactField::Email => t_in!(language, "contact-email"),
        ContactField::Address => t_in!(language, "contact-address"),
        ContactField::Note => t_in!(language, "contact-note"),
    }
}
