//! Projects contacts.

use chrono::NaiveTime;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::gone::{Place, fate_of};
use super::names::sort_name;
use super::{Part, clash_values};
use crate::api::Change;
use crate::day;
use crate::document::{Collection, Document, Kind, Touched};
use crate::model::ContactField;
use crate::store::Store;
use crate::store::documents::Origin;
use crate::store::meta::to_json;
use crate::view::Clash;
use crate::{ContactId, Error};

impl Store {
    pub(super) fn project_contact(
        &mut self,
        id: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        let known: Option<(i64, String)> = self
            .connection
            .prepare_cached("SELECT key, name FROM contacts WHERE id = ?1")?
            .query_row([id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let known_key = known.as_ref().map(|(key, _)| *key);
        let tagged = touched.entries.iter().any(|(c, _)| *c == Collection::Tags);
        if touched.root || tagged || known.is_none() {
            self.project_contact_root(id, known, document, origin)?;
            self.note_unsent(id, Part::Other, id, origin)?;
        }
        if touched.moments {
            self.connection
                .prepare_cached("UPDATE contacts SET last_contact = NULL WHERE id = ?1")?
                .execute([id.as_bytes()])?;
        }
        let own = Place::new(Kind::Contact, id);
        if known_key.is_none() || touched.moments {
            self.note_moved_here(own)?;
        }
        for (key, entry) in Self::touched_ids(touched, Collection::Encounters) {
            if let Some(encounter) = document.encounter(&key) {
                let fate = fate_of(&encounter, document, &key);
                if !self.project_encounter(own, entry, &encounter, &fate, origin)? {
                    continue;
                }
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
        known: Option<(i64, String)>,
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
        let sort_name = sort_name(&contact.name);
        let clashes = to_json(&clashes)?;
        let row = params![
            id.as_bytes(),
            contact.name,
            sort_name,
            contact.role,
            contact.organisation,
            contact.district,
            contact.what_for,
            contact.phone,
            contact.email,
            contact.address,
            contact.note,
            clashes,
            origin.rev(),
        ];
        // Two statements instead of one upsert: see `project_encounter`.
        let (key, old_name) = match known {
            Some((key, name)) => {
                self.connection
                    .prepare_cached(
                        "UPDATE contacts SET name = ?2, sort_name = ?3, role = ?4,
                           organisation = ?5, district = ?6, what_for = ?7, phone = ?8, email = ?9,
                           address = ?10, note = ?11, clashes = ?12, rev = max(rev, ?13)
                         WHERE id = ?1",
                    )?
                    .execute(row)?;
                (key, name)
            }
            None => {
                let key = self
                    .connection
                    .prepare_cached(
                        "INSERT INTO contacts (id, name, sort_name, role, organisation, district,
                           what_for, phone, email, address, note, clashes, rev)
                         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                    )?
                    .insert(row)?;
                (key, String::new())
            }
        };
        let earlier = contact
            .earlier_contact
            .zip(NaiveTime::from_hms_opt(12, 0, 0));
        if let Some((day, noon)) = earlier {
            self.connection
                .prepare_cached(
                    "UPDATE contacts SET last_contact = max(coalesce(last_contact, ?2), ?2)
                     WHERE key = ?1",
                )?
                .execute(params![key, day::at(day, noon).timestamp_millis()])?;
        }
        self.note_name(-key, &old_name, &contact.name)?;
        self.connection
            .prepare_cached("DELETE FROM contact_tags WHERE contact = ?1")?
            .execute([key])?;
        for tag in &contact.tags {
            self.connection
                .prepare_cached("INSERT INTO contact_tags (tag, contact) VALUES (?1, ?2)")?
                .execute(params![tag, key])?;
        }
        if old_name != contact.name {
            self.index_near_cases(id, &contact.name)?;
        }
        self.index_whole_contact(*id.as_bytes())
    }

    /// Adds a contact's name to the search rows of the cases it is near.
    fn index_near_cases(&self, contact: Uuid, name: &str) -> Result<(), Error> {
        let cases: Vec<[u8; 16]> = {
            let mut statement = self
                .connection
                .prepare_cached("SELECT case_id FROM around WHERE contact = ?1")?;
            let rows = statement.query_map([contact.as_bytes()], |row| row.get(0))?;
            rows.collect::<Result<_, _>>()?
        };
        cases
            .into_iter()
            .try_for_each(|case| self.index_with_case(Uuid::from_bytes(case), name))
    }

    /// Indexes a contact from its row and tags. Both sides of a clash can be found.
    pub(super) fn index_whole_contact(&self, contact: [u8; 16]) -> Result<(), Error> {
        let (key, name, rest) = self
            .connection
            .prepare_cached(
                "SELECT key, name, concat_ws(char(10), role, organisation, district, what_for,
                   phone, email, address, note,
                   (SELECT group_concat(tag, char(10)) FROM contact_tags WHERE contact = key),
                   (SELECT group_concat(v.value ->> '$.value', char(10))
                    FROM json_each(contacts.clashes) AS clash,
                      json_each(clash.value, '$.values') AS v))
                 FROM contacts WHERE id = ?1",
            )?
            .query_row([contact], |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, String>(2)?,
                ))
            })?;
        self.index_contact(key, &name, &rest)
    }
}
