//! A contact's rows.

use rusqlite::params;
use uuid::Uuid;

use super::names::sort_name;
use super::{Part, clash_values};
use crate::call::Change;
use crate::document::{Collection, Document, Kind, Touched};
use crate::store::Store;
use crate::store::documents::Origin;
use crate::store::meta::to_json;
use crate::view::{Clash, ContactField};
use crate::{ContactId, Error};

impl Store {
    pub(super) fn project_contact(
        &mut self,
        id: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        let known = self
            .connection
            .prepare_cached("SELECT 1 FROM contacts WHERE id = ?1")?
            .exists([id.as_bytes()])?;
        let tagged = touched.entries.iter().any(|(c, _)| *c == Collection::Tags);
        if touched.root || tagged || !known {
            self.project_contact_root(id, document, origin)?;
            self.note_unsent(id, Part::Other, id, origin)?;
        }
        for (key, entry) in Self::touched_ids(touched, Collection::Encounters) {
            if let Some(encounter) = document.encounter(&key) {
                self.project_encounter(Kind::Contact, id, entry, &encounter, origin)?;
                self.connection
                    .prepare_cached(
                        "UPDATE contacts SET last_contact = max(coalesce(last_contact, ?2), ?2)
                         WHERE id = ?1",
                    )?
                    .execute(params![id.as_bytes(), encounter.at.timestamp_millis()])?;
            }
        }
        self.changes.insert(Change::Contact(ContactId(id)));
        Ok(())
    }

    fn project_contact_root(
        &self,
        id: Uuid,
        document: &Document,
        origin: Origin,
    ) -> Result<(), Error> {
        let contact = document.contact_root();
        let clashes: Vec<Clash<ContactField>> = contact
            .clashes
            .into_iter()
            .map(|(field, raw)| Clash {
                field,
                values: clash_values(raw),
            })
            .collect();
        let key: i64 = self
            .connection
            .prepare_cached(
                "INSERT INTO contacts (id, name, sort_name, role, organisation, district, what_for,
                   phone, email, address, note, clashes, rev)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name,
                   sort_name = excluded.sort_name, role = excluded.role,
                   organisation = excluded.organisation, district = excluded.district,
                   what_for = excluded.what_for, phone = excluded.phone, email = excluded.email,
                   address = excluded.address, note = excluded.note, clashes = excluded.clashes,
                   rev = max(rev, excluded.rev)
                 RETURNING key",
            )?
            .query_row(
                params![
                    id.as_bytes(),
                    contact.name,
                    sort_name(&contact.name),
                    contact.role,
                    contact.organisation,
                    contact.district,
                    contact.what_for,
                    contact.phone,
                    contact.email,
                    contact.address,
                    contact.note,
                    to_json(&clashes)?,
                    origin.rev(),
                ],
                |row| row.get(0),
            )?;
        let rest = [
            contact.role,
            contact.organisation,
            contact.district,
            contact.what_for,
            contact.phone,
            contact.email,
            contact.address,
            contact.note,
            contact.tags.join("\n"),
        ];
        self.connection
            .prepare_cached("DELETE FROM contact_tags WHERE contact = ?1")?
            .execute([key])?;
        for tag in &contact.tags {
            self.connection
                .prepare_cached("INSERT INTO contact_tags (tag, contact) VALUES (?1, ?2)")?
                .execute(params![tag, key])?;
        }
        self.index_contact(key, &contact.name, &rest.join("\n"))
    }
}
