//! Merging an imported row into an existing record chosen by the user: information is added, never
//! replaced.

use uuid::Uuid;

use crate::Error;
use crate::document::Kind;
use crate::folding::fold;
use crate::import::Rows;
use crate::model::{CaseField, ContactField, MAX_TEXT};
use crate::store::Store;

/// Fills empty fields; values that differ or have no field are appended to the background or
/// note, one per line.
pub(super) fn join_row(
    store: &mut Store,
    (kind, id): (Kind, Uuid),
    rows: &Rows,
    at: usize,
) -> Result<(), Error> {
    let document = store.open_document(id)?;
    let (fields, text_key, text): (Vec<(&str, &str)>, &'static str, &str) = match rows {
        Rows::Cases(rows) => {
            let row = &rows[at];
            let fields = vec![
                (CaseField::Name.key(), row.name.as_str()),
                ("number", &row.number),
                (CaseField::Address.key(), &row.address),
                (CaseField::Postcode.key(), &row.postcode),
                (CaseField::District.key(), &row.district),
                (CaseField::Phone.key(), &row.phone),
                (CaseField::Lead.key(), &row.lead),
                ("reported_by", &row.reported_by),
                (CaseField::WhatMatters.key(), &row.what_matters),
                (CaseField::Do.key(), &row.does),
                (CaseField::Dont.key(), &row.donts),
            ];
            (fields, CaseField::Background.key(), &row.background)
        }
        Rows::Contacts(rows) => {
            let row = &rows[at];
            let fields = vec![
                (ContactField::Name.key(), row.name.as_str()),
                (ContactField::Role.key(), &row.role),
                (ContactField::Organisation.key(), &row.organisation),
                (ContactField::District.key(), &row.district),
                (ContactField::WhatFor.key(), &row.what_for),
                (ContactField::Phone.key(), &row.phone),
                (ContactField::Email.key(), &row.email),
                (ContactField::Address.key(), &row.address),
            ];
            (fields, ContactField::Note.key(), &row.note)
        }
    };
    let mut whole = document.text(text_key);
    let mut on_file = fold(&whole);
    let mut fill = Vec::new();
    let mut lines = Vec::new();
    for (key, value) in fields {
        let here = document.str(key);
        if value.is_empty() || fold(&here) == fold(value) {
            continue;
        }
        match here.is_empty() {
            true => fill.push((key, value)),
            false => lines.push(value),
        }
    }
    lines.extend(text.lines().filter(|line| !line.trim().is_empty()));
    for line in lines {
        if !on_file.contains(&fold(line)) {
            if !whole.is_empty() {
                whole.push('\n');
            }
            whole.push_str(line);
            on_file = fold(&whole);
        }
    }
    if whole.chars().count() > MAX_TEXT as usize {
        return Err(Error::TooLong { max: MAX_TEXT });
    }
    store.keep_open(id, document);
    store.edit_deterministic((kind, id), None, |edit| {
        for (key, value) in &fill {
            edit.set(key, *value)?;
        }
        Ok(edit.set_text(text_key, &whole)?)
    })?;
    Ok(())
}
