//! Tables for a spreadsheet.

use voorveld_core::model::{CaseField, ContactField};
use voorveld_core::view::{CaseExport, CaseFacts, ContactView};

use super::Look;
use crate::export::{ExportFile, table};
use crate::pages::problems;
use crate::{format, t_in};

/// The header of the id column, by which an import recognises an exported list.
const ID: &str = "Voorveld-id";

/// Creates a table of the timeline of a case, newest first.
pub(super) fn timeline(stem: &str, dossier: &CaseExport, look: Look) -> ExportFile {
    let language = look.language;
    let head = [
        t_in!(language, "export-day"),
        t_in!(language, "export-time"),
        t_in!(language, "export-how"),
        t_in!(language, "export-by"),
        t_in!(language, "export-what"),
    ];
    let rows: Vec<Vec<String>> = dossier
        .timeline
        .iter()
        .map(|entry| {
            let local = look.clock.local(entry.at);
            vec![
                format::numeric_day(local.date()),
                format::time(local.time()),
                match entry.signal {
                    Some(_) => t_in!(language, "signal"),
                    None => format::channel(language, entry.channel),
                },
                entry.by.clone(),
                entry.text.clone(),
            ]
        })
        .collect();
    table(stem, &head, &rows)
}

/// Returns the columns of the list of cases.
pub(super) fn case_head(look: Look) -> Vec<String> {
    let language = look.language;
    let name = |field| format::case_field(language, field);
    vec![
        t_in!(language, "field-number"),
        name(CaseField::Name),
        name(CaseField::Address),
        name(CaseField::Postcode),
        name(CaseField::District),
        name(CaseField::Phone),
        name(CaseField::Lead),
        name(CaseField::Status),
        t_in!(language, "facts-trust"),
        t_in!(language, "facts-problems"),
        t_in!(language, "edit-sensitive"),
        t_in!(language, "export-reported-by"),
        t_in!(language, "export-reported-on"),
        t_in!(language, "export-last-contact"),
        name(CaseField::WhatMatters),
        name(CaseField::Do),
        name(CaseField::Dont),
        name(CaseField::Background),
        ID.to_owned(),
    ]
}

/// Returns the row of a case.
pub(super) fn case_row(facts: &CaseFacts, look: Look) -> Vec<String> {
    let language = look.language;
    let all: Vec<String> = facts
        .problems
        .iter()
        .map(|problem| problems::shown(language, problem))
        .collect();
    let sensitive = facts.sensitive.then(|| t_in!(language, "export-yes"));
    vec![
        facts.number.clone(),
        facts.name.clone(),
        facts.address.clone(),
        facts.postcode.clone(),
        facts.district.clone(),
        format::phone(&facts.phone),
        facts.lead.clone(),
        format::status(language, facts.status),
        format::trust(language, facts.trust),
        all.join(", "),
        sensitive.unwrap_or_default(),
        facts.reported_by.clone(),
        facts
            .reported_on
            .map(format::numeric_day)
            .unwrap_or_default(),
        facts.last_contact.map(|at| look.on(at)).unwrap_or_default(),
        facts.what_matters.clone(),
        facts.does.clone(),
        facts.donts.clone(),
        facts.background.clone(),
        facts.id.to_string(),
    ]
}

/// Returns the columns of the network.
pub(super) fn contact_head(look: Look) -> Vec<String> {
    let mut head: Vec<String> = ContactField::ALL
        .iter()
        .map(|field| format::contact_field(look.language, *field))
        .collect();
    head.push(t_in!(look.language, "contact-tags"));
    head.push(t_in!(look.language, "export-last-contact"));
    head.push(ID.to_owned());
    head
}

/// Returns the row of a contact.
pub(super) fn contact_row(contact: &ContactView, look: Look) -> Vec<String> {
    let last = contact.last_contact.map(|at| look.on(at));
    let mut row: Vec<String> = ContactField::ALL
        .iter()
        .map(|field| match field {
            ContactField::Phone => format::phone(&contact.texts[*field]),
            _ => contact.texts[*field].clone(),
        })
        .collect();
    row.push(contact.tags.join(", "));
    row.push(last.unwrap_or_default());
    row.push(contact.id.to_string());
    row
}
