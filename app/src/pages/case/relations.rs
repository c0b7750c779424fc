//! Ties to other people.

use dioxus::prelude::*;
use voorveld_core::CaseId;
use voorveld_core::api::{AddRelation, EndRelation};
use voorveld_core::model::{RelationKind, Who};
use voorveld_core::view::{RelationLine, WhoOption};

use crate::components::{Button, Chip, Chips, ErrorLine, Field, Glyph, Invite, Name, Row};
use crate::hooks::use_action;
use crate::pages::find_who::FindWhoField;
use crate::route::Route;
use crate::{format, t, text};

/// All ties, each linking to its person: "woont samen met G. · kind van Mevr. K."
#[component]
pub fn RelationsLine(relations: Vec<RelationLine>) -> Element {
    rsx! {
        for line in relations {
            Row {
                key: "{line.id}",
                plain: true,
                title: {
                    let kind = format::capital(&format::relation(text::language(), line.kind));
                    let name = line.name.clone();
                    rsx! {
                        "{kind} "
                        Name { name, danger: line.danger }
                    }
                },
                second: (!line.note.is_empty())
                    .then(|| {
                        let note = line.note.clone();
                        rsx! { "{note}" }
                    }),
                to: place(line.other),
            }
        }
    }
}

fn place(who: Who) -> Option<Route> {
    match who {
        Who::Case(case) => Some(Route::CasePage { case }),
        Who::Contact(contact) => Some(Route::ContactPage { contact }),
        Who::Unknown | Who::Study(_) => None,
    }
}

/// The ties, with ways to end one and to add one.
#[component]
pub fn RelationsList(case: CaseId, name: String, relations: Vec<RelationLine>) -> Element {
    let action = use_action();
    let language = text::language();
    rsx! {
        for line in relations {
            Row {
                key: "{line.id}",
                plain: true,
                title: {
                    let kind = format::capital(&format::relation(language, line.kind));
                    let name = line.name.clone();
                    rsx! {
                        "{kind} "
                        Name { name, danger: line.danger }
                    }
                },
                second: {
                    let mut parts = vec![line.note.clone(), line.by.clone()];
                    parts.retain(|part| !part.is_empty());
                    let second = parts.join(" · ");
                    rsx! { "{second}" }
                },
                to: place(line.other),
                end: rsx! {
                    Button {
                        label: t!("relation-end"),
                        aria: t!("relation-end-name", name: line.name.clone()),
                        small: true,
                        onpress: move |()| action.send(EndRelation { of: line.of, id: line.id }),
                    }
                },
            }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
        AddRelationLine { case, of: name }
    }
}

/// Adds a tie: first the person, then the kind.
#[component]
fn AddRelationLine(case: CaseId, of: String) -> Element {
    let mut finding = use_signal(|| false);
    let mut found = use_signal(|| None::<WhoOption>);
    rsx! {
        if let Some(WhoOption { who, name, .. }) = found() {
            RelationForm { case, of, other: who, name, onclose: move |()| found.set(None) }
        } else if finding() {
            div { class: "editor",
                FindWhoField {
                    id: "relation-find",
                    label: t!("relation-find"),
                    nobody: t!("relation-nobody"),
                    onchoose: move |option| {
                        finding.set(false);
                        found.set(Some(option));
                    },
                    oncancel: move |()| finding.set(false),
                }
            }
        } else {
            Invite {
                id: "relation-new",
                label: t!("relation-new"),
                glyph: Glyph::Link,
                onpress: move |()| finding.set(true),
            }
        }
    }
}

#[component]
fn RelationForm(
    case: CaseId,
    /// The name of this case.
    of: String,
    other: Who,
    /// The name of the other person.
    name: String,
    onclose: EventHandler<()>,
) -> Element {
    let mut kind = use_signal(|| RelationKind::LivesWith);
    let mut note = use_signal(String::new);
    let action = use_action();
    let question = t!("relation-kind", of: of, name: name);
    let save = move || {
        let request = AddRelation {
            case,
            kind: kind(),
            other,
            note: note.peek().clone(),
        };
        action.send_then(request, move |_| onclose.call(()));
    };
    rsx! {
        div { class: "editor",
            div { class: "group",
                p { class: "second group__label", "{question}" }
                Chips { label: question,
                    for each in RelationKind::ALL {
                        Chip {
                            key: "{each:?}",
                            id: format!("relation-{}", each.word()),
                            // Without the colon, which only makes sense before a name.
                            label: format::relation(text::language(), each).trim_end_matches(':'),
                            chosen: each == kind(),
                            onpress: move |()| kind.set(each),
                        }
                    }
                }
            }
            Field {
                id: "relation-note",
                label: t!("relation-note"),
                oninput: move |text| note.set(text),
                onenter: move |()| save(),
            }
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            div { class: "editor__buttons",
                Button { label: t!("cancel"), small: true, onpress: move |()| onclose.call(()) }
                Button {
                    id: "relation-save",
                    label: t!("save"),
                    main: true,
                    small: true,
                    busy: action.busy(),
                    onpress: move |()| save(),
                }
            }
        }
    }
}
