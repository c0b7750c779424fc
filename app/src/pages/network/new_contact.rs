//! Creating a contact: a name or role, and optional details.

use dioxus::prelude::*;
use voorveld_core::Error;
use voorveld_core::api::SaveContact;
use voorveld_core::model::ContactField;

use crate::components::{Button, ErrorLine, Field, ProblemLine, Sheet};
use crate::hooks::use_action;
use crate::route::Route;
use crate::{format, t, text};

/// The fields offered at creation; the others are on the contact's page.
const FIELDS: [(&str, ContactField, Option<&str>); 3] = [
    ("what", ContactField::WhatFor, None),
    ("district", ContactField::District, None),
    ("phone", ContactField::Phone, Some("tel")),
];

/// Asks for the name and opens the new contact.
#[component]
pub fn NewContactSheet(name: String, onclose: EventHandler<()>) -> Element {
    let mut typed = use_signal(|| name.clone());
    let mut others = use_signal(|| FIELDS.map(|(_, field, _)| (field, String::new())));
    let action = use_action();
    let save = use_callback(move |()| {
        if action.busy() {
            return;
        }
        let request = SaveContact {
            name: typed.peek().trim().to_owned(),
            fields: others
                .peek()
                .iter()
                .filter(|(_, value)| !value.trim().is_empty())
                .cloned()
                .collect(),
        };
        action.send_then(request, move |contact| {
            onclose.call(());
            navigator().push(Route::ContactPage { contact });
        });
    });
    rsx! {
        Sheet { title: t!("contact-new"), onclose,
            Field {
                id: "contact-new-name",
                label: t!("contact-new-name"),
                initial: name,
                focus: true,
                oninput: move |text| typed.set(text),
                onenter: save,
            }
            match action.problem() {
                Some(Error::Empty) => rsx! {
                    ProblemLine { text: t!("contact-needs-name") }
                },
                Some(error) => rsx! {
                    ErrorLine { error }
                },
                None => rsx! {},
            }
            for (index , (id , field , keyboard)) in FIELDS.into_iter().enumerate() {
                Field {
                    key: "{id}",
                    id: "contact-new-{id}",
                    label: t!("contact-may-be-empty", field: format::contact_field(text::language(), field)),
                    keyboard: keyboard.map(str::to_owned),
                    oninput: move |text| others.write()[index].1 = text,
                    onenter: save,
                }
            }
            div { class: "sheet__end",
                Button {
                    id: "contact-new-save",
                    label: t!("save"),
                    main: true,
                    busy: action.busy(),
                    onpress: save,
                }
            }
        }
    }
}
