//! A contact: what they are good for, how to reach them, and the talks with them.

mod clashes;
mod fields;
mod links;
mod tags;
mod talk;

use dioxus::prelude::*;
use voorveld_core::ContactId;
use voorveld_core::api::{ReadContact, SetContactField};
use voorveld_core::model::{ContactField, Who};
use voorveld_core::phone_number;
use voorveld_core::view::ContactView;

use crate::components::{
    Button, CallAndMessage, DraftLines, ErrorLine, Glyph, Head, Icon, Invite, Page, Row, Section,
    SyncMarkLine, TwiceLine, phone_label,
};
use crate::hooks::{Subject, back, use_action, use_live, use_subject};
use crate::pages::Gone;
use crate::pages::case::RelationsLine;
use crate::{format, t, text};
pub(crate) use clashes::ContactClashes;
use fields::Fields;
use links::{mail_link, map_link};
use tags::Tags;
use talk::Talks;

/// The page of one contact.
#[component]
pub fn ContactPage(contact: ContactId) -> Element {
    let live = use_live(ReadContact { contact });
    let mut editing = use_signal(|| false);
    let view = live.value();
    use_subject(view.as_ref().map(|view| Subject {
        who: Who::Contact(contact),
        name: view.texts[ContactField::Name].clone(),
    }));
    let second = view.as_ref().map(|view| {
        let mut parts = vec![
            view.texts[ContactField::Role].clone(),
            view.texts[ContactField::Organisation].clone(),
            view.texts[ContactField::District].clone(),
        ];
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    });
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: view.as_ref().map(|view| view.texts[ContactField::Name].clone()).unwrap_or_default(),
                    second: second.unwrap_or_default(),
                    onback: move |()| back(),
                    end: (view.is_some() && !editing())
                        .then(|| rsx! {
                            button {
                                class: "head__button",
                                id: "contact-edit",
                                r#type: "button",
                                aria_label: t!("contact-edit"),
                                title: t!("contact-edit"),
                                onclick: move |_| editing.set(true),
                                Icon { glyph: Glyph::Pencil }
                            }
                        }),
                }
            },
            dock: if editing() {
                Some(rsx! {
                    Button {
                        id: "contact-done",
                        label: t!("contact-done"),
                        main: true,
                        onpress: move |()| editing.set(false),
                    }
                })
            } else {
                view.as_ref().and_then(call_dock)
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            match view {
                Some(view) if editing() => rsx! {
                    Fields { view }
                },
                Some(view) => rsx! {
                    DraftLines { who: Who::Contact(contact) }
                    ContactCard { view, onedit: move |()| editing.set(true) }
                },
                None => rsx! {},
            }
        }
    }
}

/// The most common action on a contact, in the dock: calling.
fn call_dock(view: &ContactView) -> Option<Element> {
    let text = view.texts[ContactField::Phone].clone();
    (!phone_number::calls(&text).is_empty()).then(|| {
        rsx! {
            CallAndMessage { text, id: "contact" }
        }
    })
}

/// All details and talks.
#[component]
pub fn ContactCard(view: ContactView, onedit: EventHandler<()>) -> Element {
    let contact = view.id;
    let mend = use_action();
    let clashes = view.clashes.clone();
    let bare = [
        &view.texts[ContactField::WhatFor],
        &view.texts[ContactField::Phone],
        &view.texts[ContactField::Email],
        &view.texts[ContactField::Address],
        &view.texts[ContactField::Note],
    ]
    .iter()
    .all(|text| text.is_empty());
    rsx! {
        ContactClashes {
            contact,
            clashes: clashes.clone(),
            fields: vec![
                ContactField::Name,
                ContactField::Role,
                ContactField::Organisation,
                ContactField::District,
                ContactField::WhatFor,
            ],
        }
        if !view.texts[ContactField::WhatFor].is_empty() {
            div { class: "matters",
                p { class: "second", {t!("contact-what-for")} }
                p { class: "matters__text", id: "contact-what-for", dir: "auto", "{view.texts[ContactField::WhatFor]}" }
            }
        }
        Tags { contact, tags: view.tags.clone(), others: view.other_tags.clone() }
        ContactClashes {
            contact,
            clashes,
            fields: vec![
                ContactField::Phone,
                ContactField::Email,
                ContactField::Address,
                ContactField::Note,
            ],
        }
        ContactLines { view: view.clone() }
        TwiceLine {
            id: "note-mend",
            text: view.texts[ContactField::Note].clone(),
            onmend: move |value| {
                mend.send(SetContactField { contact, field: ContactField::Note, value });
            },
        }
        if let Some(error) = mend.problem() {
            ErrorLine { error }
        }
        if !view.relations.is_empty() {
            Section { title: t!("facts-relations"), id: "contact-relations",
                RelationsLine { relations: view.relations.clone() }
            }
        }
        if bare {
            Invite {
                id: "contact-fill",
                glyph: Glyph::Pencil,
                label: t!("contact-fill"),
                onpress: onedit,
            }
        }
        p { class: "contact__mark", SyncMarkLine { mark: view.mark } }
        Section {
            title: t!("contact-talks"),
            id: "contact-talks",
            rows: false,
            aside: if view.talks.is_empty() { String::new() } else { view.talk_count.to_string() },
            if view.talks.is_empty() {
                p { class: "second quiet", {t!("contact-no-talks", name: view.texts[ContactField::Name].clone())} }
            }
            Talks { contact, first: view.talks, total: view.talk_count }
            Gone { who: Who::Contact(contact) }
        }
    }
}

/// How to reach the contact: what is filled in, each with its button.
#[component]
fn ContactLines(view: ContactView) -> Element {
    rsx! {
        div { class: "rows contact__lines",
            ContactLine {
                field: ContactField::Phone,
                shown: format::phone(&view.texts[ContactField::Phone]),
            }
            ContactLine {
                field: ContactField::Email,
                shown: view.texts[ContactField::Email].clone(),
                end: mail_link(&view.texts[ContactField::Email])
                    .map(|link| rsx! {
                        LinkButton {
                            link,
                            glyph: Glyph::Mail,
                            label: t!("contact-mail", name: view.texts[ContactField::Name].clone()),
                        }
                    }),
            }
            ContactLine {
                field: ContactField::Address,
                shown: view.texts[ContactField::Address].clone(),
                end: map_link(&view.texts[ContactField::Address])
                    .map(|link| rsx! {
                        LinkButton { link, glyph: Glyph::MapPin, label: t!("contact-map") }
                    }),
            }
            ContactLine { field: ContactField::Note, shown: view.texts[ContactField::Note].clone() }
        }
    }
}

/// A field's value with a button to use it; renders nothing when empty.
#[component]
fn ContactLine(
    field: ContactField,
    shown: String,
    #[props(default)] end: Option<Element>,
) -> Element {
    if shown.is_empty() {
        return rsx! {};
    }
    rsx! {
        Row {
            plain: true,
            title: rsx! {
                span { class: "contact__value figures", "{shown}" }
            },
            second: {
                let name = format::contact_field(text::language(), field);
                let label = match field {
                    ContactField::Phone => phone_label(name, &shown),
                    _ => name,
                };
                rsx! { {label} }
            },
            end,
        }
    }
}

/// A button that opens a link in another app.
#[component]
fn LinkButton(link: String, glyph: Glyph, label: String) -> Element {
    rsx! {
        a {
            class: "call",
            href: link,
            aria_label: "{label}",
            title: "{label}",
            Icon { glyph }
        }
    }
}
