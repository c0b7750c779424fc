//! The root fields of a contact.

use chrono::NaiveDate;

use super::{Collection, Document, DocumentError, Edit, RawClash};
use crate::model::{ContactField, words};

/// The root fields of a contact, with its conflicts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ContactRoot {
    pub(crate) name: String,
    pub(crate) role: String,
    pub(crate) organisation: String,
    pub(crate) district: String,
    pub(crate) what_for: String,
    pub(crate) phone: String,
    pub(crate) email: String,
    pub(crate) address: String,
    pub(crate) note: String,
    pub(crate) tags: Vec<String>,
    /// The last contact before the contact was entered in this app, from an imported list.
    pub(crate) earlier_contact: Option<NaiveDate>,
    pub(crate) clashes: Vec<(ContactField, Vec<RawClash>)>,
}

impl ContactField {
    /// The fields stored as scalars, which can conflict.
    const SCALARS: [Self; 8] = [
        Self::Name,
        Self::Role,
        Self::Organisation,
        Self::District,
        Self::WhatFor,
        Self::Phone,
        Self::Email,
        Self::Address,
    ];
}

words!(ContactField -> pub key {
    Name = "name",
    Role = "role",
    Organisation = "organisation",
    District = "district",
    WhatFor = "what_for",
    Phone = "phone",
    Email = "email",
    Address = "address",
    Note = "note",
});

impl Edit<'_, '_> {
    /// Sets a field of a contact.
    pub(crate) fn set_contact_field(
        &mut self,
        field: ContactField,
        value: &str,
    ) -> Result<(), DocumentError> {
        match field {
            ContactField::Note => self.set_text(field.key(), value),
            _ => self.set(field.key(), value),
        }
    }
}

impl Document {
    /// Reads the root of a contact.
    pub(crate) fn contact_root(&self) -> ContactRoot {
        let field = |field: ContactField| self.str(field.key());
        // Conflicts are rare and looking up their authors is expensive, so only conflicting fields are
        // read.
        let unsettled = self.unsettled();
        ContactRoot {
            name: field(ContactField::Name),
            role: field(ContactField::Role),
            organisation: field(ContactField::Organisation),
            district: field(ContactField::District),
            what_for: field(ContactField::WhatFor),
            phone: field(ContactField::Phone),
            email: field(ContactField::Email),
            address: field(ContactField::Address),
            note: self.text(ContactField::Note.key()),
            tags: self.flags_up(Collection::Tags),
            earlier_contact: self.str("earlier_contact").parse().ok(),
            clashes: ContactField::SCALARS
                .into_iter()
                .filter(|field| unsettled.contains(field.key()))
                .map(|field| (field, self.clash(field.key())))
                .chain([ContactField::Note].map(|text| (text, self.text_clash(text.key()))))
                .filter(|(_, values)| !values.is_empty())
                .collect(),
        }
    }
}
