//! Writes the fields of a row into its document, in a fixed order so that the change is identical on
//! every phone.

use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::keep::derived;
use crate::Error;
use crate::document::{Collection, Edit, Trust};
use crate::import::{CaseRow, ContactRow};
use crate::model::{CaseField, ContactField, MAX_LINE, MAX_TEXT, TrustStep};
use crate::store::write::at_most;

pub(super) fn write_case(edit: &mut Edit<'_, '_>, id: Uuid, row: &CaseRow) -> Result<(), Error> {
    for (field, value) in [
        (CaseField::Name, &row.name),
        (CaseField::Address, &row.address),
        (CaseField::Postcode, &row.postcode),
        (CaseField::District, &row.district),
        (CaseField::Phone, &row.phone),
        (CaseField::Lead, &row.lead),
        (CaseField::WhatMatters, &row.what_matters),
        (CaseField::Do, &row.does),
        (CaseField::Dont, &row.donts),
    ] {
        edit.set_case_field(field, at_most(value, MAX_LINE)?)?;
    }
    edit.set_case_field(CaseField::Status, row.status.word())?;
    edit.set_case_field(CaseField::Background, at_most(&row.background, MAX_TEXT)?)?;
    edit.set("number", row.number.as_str())?;
    edit.set("reported_by", row.reported_by.as_str())?;
    if row.sensitive {
        edit.set("sensitive", true)?;
    }
    if let Some(day) = row.reported_on {
        edit.set("reported_on", day.to_string())?;
    }
    earlier_contact(edit, row.last_contact)?;
    for problem in &row.problems {
        edit.set_in(Collection::Problems, problem, true)?;
    }
    // *Buiten* is the default and needs no entry.
    if let Some(step) = row.trust.filter(|step| *step != TrustStep::Outside) {
        let trust = Trust {
            step,
            by: Uuid::nil(),
            at: DateTime::UNIX_EPOCH,
        };
        edit.add_trust(derived("trust", id, step.word()), &trust)?;
    }
    Ok(())
}

pub(super) fn write_contact(edit: &mut Edit<'_, '_>, row: &ContactRow) -> Result<(), Error> {
    for (field, value) in [
        (ContactField::Name, &row.name),
        (ContactField::Role, &row.role),
        (ContactField::Organisation, &row.organisation),
        (ContactField::District, &row.district),
        (ContactField::WhatFor, &row.what_for),
        (ContactField::Phone, &row.phone),
        (ContactField::Email, &row.email),
        (ContactField::Address, &row.address),
    ] {
        edit.set_contact_field(field, at_most(value, MAX_LINE)?)?;
    }
    edit.set_contact_field(ContactField::Note, at_most(&row.note, MAX_TEXT)?)?;
    earlier_contact(edit, row.last_contact)?;
    for tag in &row.tags {
        edit.set_in(Collection::Tags, tag, true)?;
    }
    Ok(())
}

/// Sets the day of the last contact before the import.
fn earlier_contact(edit: &mut Edit<'_, '_>, day: Option<NaiveDate>) -> Result<(), Error> {
    match day {
        Some(day) => Ok(edit.set("earlier_contact", day.to_string())?),
        None => Ok(()),
    }
}
