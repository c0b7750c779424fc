//! Search-as-you-type over everything.

mod encounters;
mod fields;
mod whole;

use std::collections::HashMap;

use rusqlite::{Row, params, params_from_iter};

use super::cases::{CASE_LINE, case_line};
use super::contact::{CONTACT_LINE, contact_line};
use super::filter::conditions;
use super::id;
use super::matching::Needle;
use super::study::find_studies;
use crate::api::Search;
use crate::document::Kind;
use crate::store::meta::to_json;
use crate::store::{Read, Store};
use crate::view::{CaseFilter, CaseHit, ContactHit, Found, NewsPlace, SearchResult, Span, Total};
use crate::{CaseId, ContactId, Error, SignalId, StudyId};
use encounters::find_encounters;
use fields::{CASE_FIELDS, CONTACT_FIELDS};
use whole::{Rest, read_over_case, read_over_contact};

/// Number of hits up to which they are counted.
const COUNTED: u32 = 1000;

/// Characters of the longest prefix that the search tables have an index for.
const INDEXED_PREFIX: usize = 2;

/// A query lists the terms of a prefix up to this number. Each costs a look-up per segment of the index.
const MOST_TERMS: u32 = 100;

/// A table whose rows are search hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Cases,
    Contacts,
}

impl Of {
    fn table(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Contacts => "contacts",
        }
    }

    /// Returns the key and condition for this table in `search_whole`, where contacts have negated
    /// keys.
    fn whole(self) -> (&'static str, &'static str) {
        match self {
            Self::Cases => ("rowid", "rowid > 0"),
            Self::Contacts => ("-rowid", "rowid < 0"),
        }
    }
}

/// Reads where an encounter belongs, from its columns `document` and `kind`.
pub(super) fn place(row: &Row<'_>) -> rusqlite::Result<NewsPlace> {
    let document = id(row, "document")?;
    let kind = row.get::<_, u8>("kind")?;
    Ok(match Kind::from_number(kind) {
        Some(Kind::Case) => NewsPlace::Case(CaseId(document)),
        Some(Kind::Contact) => NewsPlace::Contact(ContactId(document)),
        Some(Kind::Study) => NewsPlace::Study(StudyId(document)),
        _ => NewsPlace::Signal(SignalId(document)),
    })
}

impl Read for Search {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.index_for_search();
        let behind = store.is_search_behind()?;
        let Some(needle) = Needle::parse(&self.text) else {
            return Ok(SearchResult {
                behind,
                ..SearchResult::default()
            });
        };
        let all = self.filter.is_empty();
        Ok(SearchResult {
            cases: find_cases(store, &needle, &self.filter, self.shown.cases)?,
            contacts: match all {
                true => find_contacts(store, &needle, self.shown.contacts)?,
                false => Found::default(),
            },
            studies: match all {
                true => find_studies(store, &needle)?,
                false => Vec::new(),
            },
            encounters: find_encounters(store, &needle, &self.filter, self.shown.encounters)?,
            behind,
        })
    }
}

/// Returns up to `limit` keys: matches in the name first, then in any field, then across all words
/// of a case or contact; newest first in each group.
fn find_keys(
    store: &Store,
    of: Of,
    needle: &Needle,
    filter: &CaseFilter,
    limit: u32,
) -> Result<Found<i64>, Error> {
    let table = of.table();
    let (conditions, values) = conditions(filter, table);
    let only = |rowid: &str| match conditions.as_str() {
        "" => String::new(),
        // Without the unary plus, SQLite would run the text search once per case that the filter
        // admits.
        conditions => format!("AND +{rowid} IN (SELECT key FROM {table} WHERE 1{conditions})"),
    };
    let own = format!(
        "SELECT rowid FROM search_{table} WHERE search_{table} MATCH ? {} ORDER BY rowid DESC",
        only("rowid")
    );
    let (key, sign) = of.whole();
    let whole = format!(
        "SELECT {key} FROM search_whole WHERE search_whole MATCH ? AND {sign} {}
         ORDER BY rowid {}",
        only(key),
        if of == Of::Cases { "DESC" } else { "ASC" },
    );
    let query = full_text_query(store, needle)?;
    let mut steps = vec![(&own, format!("name : ({query})")), (&own, query.clone())];
    if needle.is_several() {
        steps.push((&whole, query));
    }
    let last = steps.len() - 1;
    let counted = limit.max(COUNTED);
    let mut found: Vec<i64> = Vec::new();
    let mut total = Total::default();
    for (step, (sql, query)) in steps.into_iter().enumerate() {
        // The last step matches whatever the others match, so its keys are counted too.
        let most = if step == last { counted + 1 } else { limit };
        if step < last && found.len() >= limit as usize {
            continue;
        }
        let values = std::iter::once(query.into()).chain(values.clone());
        let sql = format!("{sql} LIMIT {most}");
        let keys: Vec<i64> = store.rows(&sql, params_from_iter(values), |row| row.get(0))?;
        if step == last {
            total = Total::up_to(keys.len(), counted);
        }
        for key in keys {
            if found.len() < limit as usize && !found.contains(&key) {
                found.push(key);
            }
        }
    }
    Ok(Found { hits: found, total })
}

/// Formats a needle for FTS5, with the terms of each prefix listed where they are few.
pub(super) fn full_text_query(store: &Store, needle: &Needle) -> Result<String, Error> {
    needle.query(&|begin: &str| {
        // An index of their own serves the shortest prefixes.
        if begin.chars().count() <= INDEXED_PREFIX {
            return Ok(None);
        }
        let terms: Vec<String> = store.rows(
            "SELECT term FROM search_terms WHERE term >= ?1 AND term < ?1 || char(0x10FFFF) LIMIT ?2",
            params![begin, MOST_TERMS + 1],
            |row| row.get(0),
        )?;
        Ok((terms.len() <= MOST_TERMS as usize).then_some(terms))
    })
}

/// Reads the rows of these keys, in the same order.
fn keyed<T>(
    store: &Store,
    of: Of,
    columns: &str,
    keys: Found<i64>,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Found<T>, Error> {
    let table = of.table();
    let sql = format!(
        "SELECT key, {columns} FROM {table} WHERE key IN (SELECT value FROM json_each(?1))"
    );
    let rows = store.rows(&sql, [to_json(&keys.hits)?], |row| {
        Ok((row.get::<_, i64>("key")?, read(row)?))
    })?;
    let mut rows: HashMap<i64, T> = rows.into_iter().collect();
    let wanted = keys.hits.len();
    let hits: Vec<T> = keys
        .hits
        .iter()
        .filter_map(|key| rows.remove(key))
        .collect();
    // The index may still hold the words of withdrawn documents.
    let gone = u32::try_from(wanted - hits.len()).unwrap_or_default();
    Ok(Found {
        hits,
        total: keys.total.without(gone),
    })
}

pub(super) fn find_cases(
    store: &Store,
    needle: &Needle,
    filter: &CaseFilter,
    limit: u32,
) -> Result<Found<CaseHit>, Error> {
    let columns = format!(
        "{CASE_LINE}, number, postcode, phone, what_matters, does, donts, background, \
         reported_by, problems"
    );
    let keys = find_keys(store, Of::Cases, needle, filter, limit)?;
    let found = keyed(store, Of::Cases, &columns, keys, |row| {
        let case = case_line(row)?;
        let (name, rest, text) = shown(row, needle, &case.name, &CASE_FIELDS)?;
        Ok((CaseHit { case, name, text }, rest))
    })?;
    let mut hits = Vec::new();
    let mut gone = 0;
    for (mut hit, rest) in found.hits {
        match read_over_case(store, hit.case.id, &rest, &mut hit.text)? {
            true => hits.push(hit),
            false => gone += 1,
        }
    }
    Ok(Found {
        hits,
        total: found.total.without(gone),
    })
}

pub(super) fn find_contacts(
    store: &Store,
    needle: &Needle,
    limit: u32,
) -> Result<Found<ContactHit>, Error> {
    let columns = format!(
        "{CONTACT_LINE}, *, (SELECT group_concat(tag, ' · ')
           FROM contact_tags WHERE contact = contacts.key) AS tags"
    );
    let keys = find_keys(store, Of::Contacts, needle, &CaseFilter::default(), limit)?;
    let found = keyed(store, Of::Contacts, &columns, keys, |row| {
        let contact = contact_line(row)?;
        let (name, rest, text) = shown(row, needle, &contact.name, &CONTACT_FIELDS)?;
        let hit = ContactHit {
            contact,
            name,
            text,
        };
        Ok((hit, rest))
    })?;
    let mut hits = Vec::new();
    let mut gone = 0;
    for (mut hit, rest) in found.hits {
        match read_over_contact(store, hit.contact.id, &rest, &mut hit.text)? {
            true => hits.push(hit),
            false => gone += 1,
        }
    }
    Ok(Found {
        hits,
        total: found.total.without(gone),
    })
}

/// Returns the name with its matches, the terms that no field matches, and the first field that matches
/// a term which the name does not.
fn shown(
    row: &Row<'_>,
    needle: &Needle,
    name: &str,
    fields: &[&str],
) -> rusqlite::Result<(Vec<Span>, Rest, Vec<Span>)> {
    let spans = needle.spans(name);
    let mut rest = Rest::of(needle, name);
    let mut text = Vec::new();
    for field in fields {
        if rest.is_found() {
            break;
        }
        let value = row.get::<_, Option<String>>(*field)?.unwrap_or_default();
        rest.read(&value, &mut text);
        if *field == "number" && rest.read_number(&value) && text.is_empty() {
            text.push(Span {
                text: value,
                matched: true,
            });
        }
    }
    Ok((spans, rest, text))
}
