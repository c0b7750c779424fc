//! Projects contacts.

use chrono::NaiveTime;
use rusqlite::{OptionalExtension, ToSql, params};
use uuid::Uuid;

use super::gone::fate_of;
use super::names::sort_name;
use super::place::{Home, Place};
use super::{Part, stored_clashes};
use crate::api::Change;
use crate::day;
use crate::document::{Collection, Document, Kind, Touched};
use crate::model::ContactField;
use crate::store::Store;
use crate::store::documents::Origin;
use crate::store::meta::to_json;
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
                if !self.project_encounter(Home::of(own), entry, &encounter, &fate, origin)? {
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
        let name = &contact.texts[ContactField::Name];
        let sort_name = sort_name(name);
        let clashes = to_json(&stored_clashes(contact.clashes))?;
        let rev = origin.rev();
        let mut row: Vec<&dyn ToSql> = vec![id.as_bytes(), &sort_name, &clashes, &rev];
        row.extend(ContactField::ALL.map(|field| &contact.texts[field] as &dyn ToSql));
        // Two statements instead of one upsert: see `project_encounter`.
        let (key, old_name) = match known {
            Some((key, name)) => {
                let fields = columns(|column, place| format!("{column} = ?{place}"));
                self.connection
                    .prepare_cached(&format!(
                        "UPDATE contacts SET sort_name = ?2, clashes = ?3, rev = max(rev, ?4), {fields}
                         WHERE id = ?1"
                    ))?
                    .execute(row.as_slice())?;
                (key, name)
            }
            None => {
                let (fields, values) = (
                    columns(|column, _| column.to_owned()),
                    columns(|_, place| format!("?{place}")),
                );
                let key = self
                    .connection
                    .prepare_cached(&format!(
                        "INSERT INTO contacts (id, sort_name, clashes, rev, {fields})
                         VALUES (?1, ?2, ?3, ?4, {values})"
                    ))?
                    .insert(row.as_slice())?;
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
        self.note_name(-key, &old_name, name)?;
        self.connection
            .prepare_cached("DELETE FROM contact_tags WHERE contact = ?1")?
            .execute([key])?;
        for tag in &contact.tags {
            self.connection
                .prepare_cached("INSERT INTO contact_tags (tag, contact) VALUES (?1, ?2)")?
                .execute(params![tag, key])?;
        }
        if old_name != *name {
            self.index_near_cases(id, name)?;
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
        let fields: Vec<_> = ContactField::ALL
            .into_iter()
            .filter(|field| *field != ContactField::Name)
            .map(ContactField::key)
            .collect();
        let fields = fields.join(", ");
        let (key, name, rest) = self
            .connection
            .prepare_cached(&format!(
                "SELECT key, name, concat_ws(char(10), {fields},
                   (SELECT group_concat(tag, char(10)) FROM contact_tags WHERE contact = key),
                   (SELECT group_concat(v.value ->> '$.value', char(10))
                    FROM json_each(contacts.clashes) AS clash,
                      json_each(clash.value, '$.values') AS v))
                 FROM contacts WHERE id = ?1"
            ))?
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

/// The number of parameters before those of the fields.
const BEFORE_FIELDS: usize = 4;

/// Formats the columns of a contact's fields, each with the place of its parameter.
fn columns(each: impl Fn(&str, usize) -> String) -> String {
    let columns: Vec<String> = ContactField::ALL
        .iter()
        .enumerate()
        .map(|(index, field)| each(field.key(), BEFORE_FIELDS + 1 + index))
        .collect();
    columns.join(", ")
}
