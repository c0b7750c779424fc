//! Changes to a contact.

use super::{at_most, name};
use crate::api::{SaveContact, SetContactField, SetContactTag};
use crate::document::{Collection, Kind};
use crate::folding::fold;
use crate::model::{ContactField, MAX_LINE, MAX_TEXT};
use crate::store::{Store, Write};
use crate::{ContactId, Error, without_marks};

impl Write for SaveContact {
    fn run(self, store: &mut Store) -> Result<ContactId, Error> {
        let plain = without_marks(&self.name);
        let name = name(&plain)?;
        let id = store.new_id();
        let mut fields = Vec::new();
        for (field, value) in &self.fields {
            let value = without_marks(value);
            fields.push((*field, checked(*field, &value)?.to_owned()));
        }
        store.edit_or_create(Kind::Contact, id, |edit| {
            edit.set_contact_field(ContactField::Name, name)?;
            for (field, value) in fields {
                edit.set_contact_field(field, &value)?;
            }
            Ok(())
        })?;
        Ok(ContactId(id))
    }
}

impl Write for SetContactField {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let plain = without_marks(&self.value);
        let value = checked(self.field, &plain)?;
        store.edit(Kind::Contact, self.contact.0, |edit| {
            Ok(edit.set_contact_field(self.field, value)?)
        })
    }
}

impl Write for SetContactTag {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let typed = name(&self.tag)?;
        let in_use: Vec<String> = {
            let mut statement = store
                .connection
                .prepare_cached("SELECT DISTINCT tag FROM contact_tags")?;
            statement
                .query_map([], |row| row.get(0))?
                .collect::<Result<_, _>>()?
        };
        let same = |tag: &&String| fold(tag) == fold(typed);
        let tag = in_use.iter().find(same).map_or(typed, String::as_str);
        store.edit(Kind::Contact, self.contact.0, |edit| {
            Ok(edit.set_in(Collection::Tags, tag, self.applies)?)
        })
    }
}

fn checked(field: ContactField, value: &str) -> Result<&str, Error> {
    match field {
        ContactField::Name => name(value),
        ContactField::Note => at_most(value.trim_end(), MAX_TEXT),
        _ => at_most(value.trim(), MAX_LINE),
    }
}
