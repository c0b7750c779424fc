//! The network: whom nobody spoke with for long, and everybody by neighbourhood.

use chrono::Duration;
use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};

use super::contact::{CONTACT_LINE, contact_line};
use super::matching::Needle;
use crate::Error;
use crate::call::ReadNetwork;
use crate::store::Store;
use crate::view::{ContactLine, District, Network};

/// After how long somebody is "long not spoken".
const LONG_UNSPOKEN: Duration = Duration::weeks(6);

/// How many unspoken ones are shown.
const UNSPOKEN: u32 = 5;

/// How many contacts are shown while nothing narrows them down, in all and of a neighbourhood: a
/// town may have forty of those.
const SHOWN: u32 = 300;
const PER_DISTRICT: u32 = 50;
const DISTRICTS: usize = 40;

impl Store {
    pub(in crate::store) fn read_network(&self, call: &ReadNetwork) -> Result<Network, Error> {
        let needle = Needle::parse(&call.text);
        let mut network = match (&needle, &call.district) {
            (None, None) if call.tags.is_empty() => self.whole_network()?,
            _ => self.found_network(call, needle.as_ref())?,
        };
        network.tags = self.most_used("contact_tags", "tag")?;
        network.all_districts = self.rows(
            &format!(
                "SELECT DISTINCT district FROM contacts WHERE district != ''
                 ORDER BY district LIMIT {DISTRICTS}"
            ),
            [],
            |row| row.get(0),
        )?;
        Ok(network)
    }

    fn whole_network(&self) -> Result<Network, Error> {
        let long_ago = self.environment.now() - LONG_UNSPOKEN;
        let long_unspoken = self.rows(
            &format!(
                "SELECT {CONTACT_LINE} FROM contacts
                 WHERE last_contact IS NOT NULL AND last_contact < ?1
                 ORDER BY last_contact, id LIMIT {UNSPOKEN}"
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
        let total = counts.iter().map(|(_, count)| count).sum();
        let shown = u32::try_from(counts.len().min(DISTRICTS))
            .unwrap_or(1)
            .max(1);
        let each = (SHOWN / shown).min(PER_DISTRICT);
        let mut districts = Vec::new();
        for (name, total) in counts.into_iter().take(DISTRICTS) {
            let contacts = self.rows(
                &format!(
                    "SELECT {CONTACT_LINE} FROM contacts WHERE district = ?1
                     ORDER BY sort_name, id LIMIT ?2"
                ),
                params![name, each],
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
            total,
            districts,
            ..Network::default()
        })
    }

    /// By neighbourhood and name, as far as the limit goes.
    fn found_network(&self, call: &ReadNetwork, needle: Option<&Needle>) -> Result<Network, Error> {
        let mut conditions = String::new();
        let mut values: Vec<Value> = Vec::new();
        if let Some(district) = &call.district {
            conditions.push_str(" AND district = ?");
            values.push(district.clone().into());
        }
        for tag in &call.tags {
            conditions.push_str(" AND key IN (SELECT contact FROM contact_tags WHERE tag = ?)");
            values.push(tag.clone().into());
        }
        if let Some(needle) = needle {
            conditions.push_str(
                " AND key IN (SELECT rowid FROM search_contacts WHERE search_contacts MATCH ?)",
            );
            values.push(needle.query(None).into());
        }
        let total = self.count(
            &format!("SELECT count(*) FROM contacts WHERE 1{conditions}"),
            params_from_iter(values.clone()),
        )?;
        values.push(call.limit.into());
        let found: Vec<ContactLine> = self.rows(
            &format!(
                "SELECT {CONTACT_LINE} FROM contacts WHERE 1{conditions}
                 ORDER BY district = '', district, sort_name, id LIMIT ?"
            ),
            params_from_iter(values),
            contact_line,
        )?;
        let mut districts: Vec<District> = Vec::new();
        for contact in found {
            match districts.last_mut() {
                Some(district) if district.name == contact.district => {
                    district.total += 1;
                    district.contacts.push(contact);
                }
                _ => districts.push(District {
                    name: contact.district.clone(),
                    total: 1,
                    contacts: vec![contact],
                }),
            }
        }
        Ok(Network {
            districts,
            total,
            ..Network::default()
        })
    }
}
