//! The network and its contacts.

use chrono::Duration;
use rusqlite::{OptionalExtension, Row, params};

use super::matching::Needle;
use super::{id, json, maybe_moment};
use crate::store::Store;
use crate::view::{ContactLine, ContactView, District, Network, SyncMark};
use crate::{ContactId, Error};

/// The columns of a [`ContactLine`].
pub(super) const CONTACT_LINE: &str =
    "id, name, role, organisation, what_for, district, phone, last_contact";

/// After how long somebody is "long not spoken".
const LONG_UNSPOKEN: Duration = Duration::weeks(6);

/// How many contacts of a neighbourhood are shown at once, and how many unspoken ones.
const PER_DISTRICT: u32 = 50;
const UNSPOKEN: u32 = 5;

/// How many talks stand on a contact's page.
const TALKS: u32 = 30;

/// Reads [`CONTACT_LINE`].
pub(super) fn contact_line(row: &Row<'_>) -> rusqlite::Result<ContactLine> {
    let name: String = row.get("name")?;
    let fields = [
        row.get::<_, String>("what_for")?,
        row.get("role")?,
        row.get("organisation")?,
    ];
    let about = fields
        .into_iter()
        .find(|text| !text.is_empty() && *text != name);
    Ok(ContactLine {
        id: ContactId(id(row, "id")?),
        about: about.unwrap_or_default(),
        name,
        district: row.get("district")?,
        phone: row.get("phone")?,
        last_contact: maybe_moment(row, "last_contact")?,
    })
}

impl Store {
    pub(in crate::store) fn read_network(&self, text: &str) -> Result<Network, Error> {
        match Needle::parse(text) {
            Some(needle) => self.found_network(&needle),
            None => self.whole_network(),
        }
    }

    fn whole_network(&self) -> Result<Network, Error> {
        let long_ago = self.environment.now() - LONG_UNSPOKEN;
        let long_unspoken = self.rows(
            &format!(
                "SELECT {CONTACT_LINE} FROM contacts
                 WHERE last_contact IS NOT NULL AND last_contact < ?1
                 ORDER BY last_contact LIMIT {UNSPOKEN}"
            ),
            [long_ago.timestamp_millis()],
            contact_line,
        )?;
        let counts: Vec<(String, u32)> = self.rows(
            "SELECT district, count(*) FROM contacts GROUP BY district
             ORDER BY district = '', district",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let mut districts = Vec::new();
        for (name, total) in counts {
            let contacts = self.rows(
                &format!(
                    "SELECT {CONTACT_LINE} FROM contacts WHERE district = ?1
                     ORDER BY sort_name LIMIT {PER_DISTRICT}"
                ),
                [&name],
                contact_line,
            )?;
            districts.push(District {
                name,
                total,
                contacts,
            });
        }
        Ok(Network {
            long_unspoken,
            total: districts.iter().map(|d| d.total).sum(),
            districts,
        })
    }

    fn found_network(&self, needle: &Needle) -> Result<Network, Error> {
        let found = self.rows(
            &format!(
                "SELECT {CONTACT_LINE} FROM contacts WHERE key IN
                   (SELECT rowid FROM search_contacts WHERE search_contacts MATCH ?1
                    ORDER BY rowid DESC LIMIT ?2)
                 ORDER BY district = '', district, sort_name"
            ),
            params![needle.query(None), 4 * PER_DISTRICT],
            contact_line,
        )?;
        let mut network = Network {
            total: u32::try_from(found.len()).unwrap_or(u32::MAX),
            ..Network::default()
        };
        for contact in found {
            match network.districts.last_mut() {
                Some(district) if district.name == contact.district => {
                    district.total += 1;
                    district.contacts.push(contact);
                }
                _ => network.districts.push(District {
                    name: contact.district.clone(),
                    total: 1,
                    contacts: vec![contact],
                }),
            }
        }
        Ok(network)
    }

    pub(in crate::store) fn read_contact(&self, contact: ContactId) -> Result<ContactView, Error> {
        self.contact_with_talks(contact, TALKS)
    }

    /// A contact with the last talks.
    pub(super) fn contact_with_talks(
        &self,
        contact: ContactId,
        talks: u32,
    ) -> Result<ContactView, Error> {
        let bytes = contact.0.as_bytes();
        let mut view = self
            .connection
            .prepare_cached("SELECT * FROM contacts WHERE id = ?1")?
            .query_row([bytes], |row| {
                Ok(ContactView {
                    id: contact,
                    name: row.get("name")?,
                    role: row.get("role")?,
                    organisation: row.get("organisation")?,
                    district: row.get("district")?,
                    what_for: row.get("what_for")?,
                    phone: row.get("phone")?,
                    email: row.get("email")?,
                    address: row.get("address")?,
                    note: row.get("note")?,
                    talks: Vec::new(),
                    relations: Vec::new(),
                    clashes: json(row, "clashes")?,
                    mark: SyncMark::WithTeam,
                })
            })
            .optional()?
            .ok_or(Error::NotFound)?;
        for clash in &mut view.clashes {
            self.name_clashes(&mut clash.values)?;
        }
        view.talks = self.rows(
            "SELECT e.id, e.kind, e.at, e.channel, e.text, coalesce(p.name, '') AS by_name,
                    e.rev > max(d.acked, 0) AS unsent
             FROM encounters e JOIN documents d ON d.id = e.document
             LEFT JOIN people p ON p.id = e.by
             WHERE e.document = ?1 ORDER BY e.at DESC, e.id DESC LIMIT ?2",
            params![bytes, talks],
            super::case::timeline_entry,
        )?;
        view.relations = self.relations(contact.0)?;
        view.mark = self.document_mark(contact.0)?;
        Ok(view)
    }
}
