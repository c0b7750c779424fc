//! The fields of a row, written into its document. In a fixed order: the change is the same everywhere.

use crate::Error;
use crate::call::{MAX_LINE, MAX_TEXT};
use crate::document::{Collection, Edit};
use crate::import::{CaseRow, ContactRow};
use crate::store::write::at_most;
use crate::view::{CaseField, ContactField};

pub(super) fn write_case(edit: &mut Edit<'_, '_>, row: &CaseRow) -> Result<(), Error> {
    for (field, value) in [
        (CaseField::Name, &row.name),
        (CaseField::Address, &row.address),
        (CaseField::Postcode, &row.postcode),
        (CaseField::District, &row.district),
        (CaseField::Phone, &row.phone),
        (CaseField::Lead, &row.lead),
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
    if let Some(day) = row.last_contact {
        edit.set("earlier_contact", day.to_string())?;
    }
    for problem in &row.problems {
        edit.set_in(Collection::Problems, problem, true)?;
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
    Ok(edit.set_contact_field(ContactField::Note, at_most(&row.note, MAX_TEXT)?)?)
}
