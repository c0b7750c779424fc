//! The network: contacts not spoken to for long, and all contacts by neighbourhood.

use chrono::Duration;
use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};

use super::contact::{CONTACT_LINE, contact_line, tags_in_use};
use super::matching::Needle;
use super::search::full_text_query;
use crate::Error;
use crate::api::ReadNetwork;
use crate::store::meta::to_json;
use crate::store::{Read, Store};
use crate::view::{ContactLine, District, Network};

/// Time since the last contact after which somebody counts as not spoken to for long.
const LONG_UNSPOKEN: Duration = Duration::weeks(6);

/// Maximum number of contacts shown as not spoken to for long.
const UNSPOKEN: u32 = 5;

/// Maximum number of contacts in an unfiltered network: in total, per neighbourhood, and the number of
/// neighbourhoods that list any. A town may have forty neighbourhoods.
const SHOWN: u32 = 300;
const PER_DISTRICT: u32 = 50;
const DISTRICTS: usize = 40;

/// Number of contacts up to which matches are sorted rather than walked in index order.
const MATCHES: u32 = 2000;

impl Read for ReadNetwork {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let needle = Needle::parse(&self.text);
        let mut network = match (&needle, &self.district) {
            (None, None) if self.tags.is_empty() => whole_network(store)?,
            _ => found_network(store, &self, needle.as_ref())?,
        };
        network.tags = tags_in_use(store)?;
        network.all_districts = store.rows(
            "SELECT word FROM contact_counts WHERE what = 'district' AND word != '' ORDER BY word",
            [],
            |row| row.get(0),
        )?;
        Ok(network)
    }
}

fn whole_network(store: &Store) -> Result<Network, Error> {
    let long_ago = store.environment.now() - LONG_UNSPOKEN;
    let long_unspoken = store.rows(
        &format!(
            "SELECT {CONTACT_LINE} FROM contacts
             WHERE last_contact IS NOT NULL AND last_contact < ?1
             ORDER BY last_contact, id LIMIT {UNSPOKEN}"
        ),
        [long_ago.timestamp_millis()],
        contact_line,
    )?;
    let counts: Vec<(String, u32)> = store.rows(
        "SELECT word, contacts FROM contact_counts WHERE what = 'district'
         ORDER BY word = '', word",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let total = counts.iter().map(|(_, count)| count).sum();
    let shown = u32::try_from(counts.len().min(DISTRICTS))
        .unwrap_or(1)
        .max(1);
    let each = (SHOWN / shown).min(PER_DISTRICT);
    let mut districts = Vec::new();
    for (index, (name, total)) in counts.into_iter().enumerate() {
        // Further neighbourhoods only show their name and number until opened.
        let each = if index < DISTRICTS { each } else { 0 };
        let contacts = store.rows(
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

/// Returns matching contacts by neighbourhood and name, up to the limit. Of many that match a text
/// only the newest are considered.
fn found_network(
    store: &Store,
    request: &ReadNetwork,
    needle: Option<&Needle>,
) -> Result<Network, Error> {
    let mut conditions = String::new();
    let mut values: Vec<Value> = Vec::new();
    if let Some(district) = &request.district {
        conditions.push_str(" AND district = ?");
        values.push(district.clone().into());
    }
    // Either the matches are few enough to sort, or an index supplies them in order until the limit
    // is reached.
    let few = match request.tags.is_empty() {
        true => None,
        false => few_with(store, &request.tags)?,
    };
    let walk = needle.is_none() && few.is_none();
    match few {
        Some(few) => {
            // The unary plus keeps SQLite from walking the neighbourhood's contacts for these.
            conditions = conditions.replace(" district", " +district");
            conditions.push_str(" AND key IN (SELECT value FROM json_each(?))");
            values.push(to_json(&few)?.into());
        }
        None => {
            for tag in &request.tags {
                conditions.push_str(
                    " AND EXISTS (SELECT 1 FROM contact_tags t
                                  WHERE t.tag = ? AND t.contact = contacts.key)",
                );
                values.push(tag.clone().into());
            }
        }
    }
    if let Some(needle) = needle {
        let only = match conditions.as_str() {
            "" => String::new(),
            all => format!("AND +rowid IN (SELECT key FROM contacts WHERE 1{all})"),
        };
        conditions = format!(
            " AND key IN (SELECT rowid FROM search_contacts WHERE search_contacts MATCH ? {only}
                          ORDER BY rowid DESC LIMIT {MATCHES})"
        );
        values.insert(0, full_text_query(store, needle)?.into());
    }
    let limit = request.limit.saturating_add(1);
    let found = match walk {
        true => {
            let mut found = contacts(store, "district > ''", &conditions, &values, limit)?;
            let left = limit.saturating_sub(u32::try_from(found.len()).unwrap_or(limit));
            found.extend(contacts(
                store,
                "district = ''",
                &conditions,
                &values,
                left,
            )?);
            found
        }
        false => contacts(store, "1", &conditions, &values, limit)?,
    };
    let mut total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    if total > request.limit && walk && request.district.is_none() {
        total = count_tagged(store, &request.tags)?;
    } else if total > request.limit {
        let sql = format!("SELECT count(*) FROM contacts WHERE 1{conditions}");
        total = store.count(&sql, params_from_iter(values.iter().cloned()))?;
    }
    let found = found.into_iter().take(request.limit as usize);
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

/// Returns contacts by neighbourhood and name, those without a neighbourhood last. SQLite only uses
/// the index for the order if a query selects either kind alone (`of`).
fn contacts(
    store: &Store,
    of: &str,
    conditions: &str,
    values: &[Value],
    limit: u32,
) -> Result<Vec<ContactLine>, Error> {
    let last = if of == "1" { "district = ''," } else { "" };
    store.rows(
        &format!(
            "SELECT {CONTACT_LINE} FROM contacts WHERE {of}{conditions}
             ORDER BY {last} district, sort_name, id LIMIT ?"
        ),
        params_from_iter(values.iter().cloned().chain([limit.into()])),
        contact_line,
    )
}

/// Counts the contacts with all these tags, of which there is at least one.
fn count_tagged(store: &Store, tags: &[String]) -> Result<u32, Error> {
    let with = " AND EXISTS (SELECT 1 FROM contact_tags o
                             WHERE o.tag = ? AND o.contact = t.contact)";
    let sql = format!(
        "SELECT count(*) FROM contact_tags t WHERE t.tag = ?{}",
        with.repeat(tags.len().saturating_sub(1))
    );
    store.count(&sql, params_from_iter(tags))
}

/// Returns the keys of the contacts with all these tags, or `None` if there are so many that walking
/// the contacts in order soon finds enough of them.
fn few_with(store: &Store, tags: &[String]) -> Result<Option<Vec<i64>>, Error> {
    let mut by_number: Vec<(u32, &String)> = Vec::new();
    for tag in tags {
        let number = store.count(
            "SELECT coalesce(sum(contacts), 0) FROM contact_counts
             WHERE what = 'tag' AND word = ?1",
            [tag],
        )?;
        by_number.push((number, tag));
    }
    by_number.sort();
    let with = " AND EXISTS (SELECT 1 FROM contact_tags o
                             WHERE o.tag = ? AND o.contact = t.contact)";
    let sql = format!(
        "SELECT t.contact FROM contact_tags t WHERE t.tag = ?{} LIMIT {MATCHES} + 1",
        with.repeat(tags.len() - 1)
    );
    let all = by_number.into_iter().map(|(_, tag)| tag);
    let found = store.rows(&sql, params_from_iter(all), |row| row.get(0))?;
    Ok((found.len() <= MATCHES as usize).then_some(found))
}
