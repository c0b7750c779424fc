//! A contact's tags: what they are good with, each toggled by one press.

use dioxus::prelude::*;
use voorveld_core::ContactId;
use voorveld_core::api::SetContactTag;

use crate::components::{Chip, Chips, Editor, ErrorLine, Glyph};
use crate::hooks::use_action;
use crate::t;

/// The number of tags offered from other contacts.
const OFFERED: usize = 6;

/// The contact's own tags, tags used elsewhere, and a chip to add a new one.
#[component]
pub fn Tags(contact: ContactId, tags: Vec<String>, others: Vec<String>) -> Element {
    let mut writing = use_signal(|| false);
    let action = use_action();
    let own = tags.into_iter().map(|tag| (tag, true));
    let offered = others.into_iter().take(OFFERED).map(|tag| (tag, false));
    let chips: Vec<(String, bool)> = own.chain(offered).collect();
    rsx! {
        div { class: "group", id: "contact-tags",
            p { class: "second group__label", {t!("contact-tags")} }
            if writing() {
                Editor {
                    id: "contact-tag",
                    label: t!("contact-tag-own"),
                    busy: action.busy(),
                    error: action.problem(),
                    onsave: move |tag| {
                        action.send_then(
                            SetContactTag { contact, tag, applies: true },
                            move |()| writing.set(false),
                        );
                    },
                    oncancel: move |()| {
                        action.clear();
                        writing.set(false);
                    },
                }
            } else {
                Chips { label: t!("contact-tags"),
                    for (tag , chosen) in chips {
                        Chip {
                            key: "{tag}",
                            label: tag.clone(),
                            chosen,
                            onpress: move |()| {
                                action.send(SetContactTag {
                                    contact,
                                    tag: tag.clone(),
                                    applies: !chosen,
                                });
                            },
                        }
                    }
                    Chip {
                        id: "contact-tag-new",
                        glyph: Glyph::Plus,
                        label: t!("contact-tag-add"),
                        chosen: false,
                        onpress: move |()| writing.set(true),
                    }
                }
                if let Some(error) = action.problem() {
                    ErrorLine { error }
                }
            }
        }
    }
}
