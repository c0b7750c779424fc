//! Records that two people filled in differently: told on *Vandaag*, settled at the day's end.

use dioxus::prelude::*;
use voorveld_core::view::{ClashLine, Clashed};

use super::case::{Clashes, PartyClash};
use super::contact::ContactClashes;
use super::study::{self, StudyClashes};
use crate::components::{Name, Row};
use crate::hooks::use_action;
use crate::route::Route;
use crate::{format, text};

/// A row for each record, with what is in conflict; a press opens the record.
#[component]
pub fn ClashRows(lines: Vec<ClashLine>) -> Element {
    rsx! {
        for line in lines {
            Row {
                key: "{line.of.id()}",
                title: rsx! {
                    Name { name: line.name.clone(), danger: line.danger }
                },
                second: {
                    let fields = labels(&line.of).join(", ");
                    rsx! { "{fields}" }
                },
                to: place(&line.of),
            }
        }
    }
}

/// Whose record it is, and below it both values with a tap each.
#[component]
pub fn ClashToSettle(line: ClashLine) -> Element {
    let action = use_action();
    rsx! {
        div {
            Row {
                title: rsx! {
                    Name { name: line.name.clone(), danger: line.danger }
                },
                to: place(&line.of),
            }
            match line.of {
                Clashed::Case { case, fields, parties } => rsx! {
                    Clashes {
                        case,
                        fields: fields.iter().map(|clash| clash.field).collect::<Vec<_>>(),
                        clashes: fields,
                        id: "settle-{case}",
                    }
                    for line in parties {
                        PartyClash { key: "{line.id}", case, line, action }
                    }
                },
                Clashed::Contact { contact, fields } => rsx! {
                    ContactClashes {
                        contact,
                        fields: fields.iter().map(|clash| clash.field).collect::<Vec<_>>(),
                        clashes: fields,
                        id: "settle-{contact}",
                    }
                },
                Clashed::Study { study, fields } => rsx! {
                    StudyClashes { study, clashes: fields, id: "settle-{study}" }
                },
            }
        }
    }
}

/// Returns the labels of what is in conflict.
fn labels(of: &Clashed) -> Vec<String> {
    let language = text::language();
    match of {
        Clashed::Case {
            fields, parties, ..
        } => {
            let fields = fields
                .iter()
                .map(|clash| format::case_field(language, clash.field));
            fields
                .chain(parties.iter().map(|party| party.name.clone()))
                .collect()
        }
        Clashed::Contact { fields, .. } => fields
            .iter()
            .map(|clash| format::contact_field(language, clash.field))
            .collect(),
        Clashed::Study { fields, .. } => fields
            .iter()
            .map(|clash| study::field_name(language, clash.field))
            .collect(),
    }
}

/// Returns the page where a conflict can be settled.
fn place(of: &Clashed) -> Route {
    match of {
        Clashed::Case { case, .. } => Route::CasePage { case: *case },
        Clashed::Contact { contact, .. } => Route::ContactPage { contact: *contact },
        Clashed::Study { study, .. } => Route::StudyPage { study: *study },
    }
}
