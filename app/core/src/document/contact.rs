//! The root fields of a contact.

use chrono::NaiveDate;

use super::{Collection, Document, DocumentError, Edit, RawClash};
use crate::model::{ContactField, ContactTexts};

/// The root fields of a contact, with its conflicts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ContactRoot {
    pub(crate) texts: ContactTexts,
    pub(crate) tags: Vec<String>,
    /// The last contact before the contact was entered in this app, from an imported list.
    pub(crate) earlier_contact: Option<NaiveDate>,
    pub(crate) clashes: Vec<(ContactField, Vec<RawClash>)>,
}

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
    fn contact_text(&self, field: ContactField) -> String {
        match field {
            ContactField::Note => self.text(field.key()),
            _ => self.str(field.key()),
        }
    }

    /// Reads the root of a contact.
    pub(crate) fn contact_root(&self) -> ContactRoot {
        // Conflicts are rare and looking up their authors is expensive, so only conflicting fields are
        // read.
        let unsettled = self.unsettled();
        ContactRoot {
            texts: ContactField::ALL
                .map(|field| (field, self.contact_text(field)))
                .into_iter()
                .collect(),
            tags: self.flags_up(Collection::Tags),
            earlier_contact: self.str("earlier_contact").parse().ok(),
            clashes: ContactField::ALL
                .into_iter()
                .map(|field| match field {
                    ContactField::Note => (field, self.text_clash(field.key())),
                    _ if unsettled.contains(field.key()) => (field, self.clash(field.key())),
                    _ => (field, Vec::new()),
                })
                .filter(|(_, values)| !values.is_empty())
                .collect(),
        }
    }
}
