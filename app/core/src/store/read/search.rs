//! Search as you type, over everything.

mod encounters;

use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

use super::cases::{CASE_LINE, case_line};
use super::contact::{CONTACT_LINE, contact_line};
use super::filter::conditions;
use super::id;
use super::matching::Needle;
use crate::call::Search;
use crate::document::Kind;
use crate::store::Store;
use crate::view::{CaseFilter, CaseHit, ContactHit, NewsPlace, SearchResult, Span};
use crate::{CaseId, ContactId, Error, SignalId, StudyId, phone_number};

/// How many cases and how many contacts a search gives.
pub(super) const FEW: usize = 12;

/// Where an encounter of these columns stands.
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

impl Store {
    /// A phone number is also found where it is written in another way.
    pub(in crate::store) fn search(&self, call: &Search) -> Result<SearchResult, Error> {
        let mut found = self.search_words(&call.text, &call.filter)?;
        for spelling in phone_number::spellings(&call.text) {
            let more = self.search_words(&spelling, &call.filter)?;
            add(&mut found.cases, more.cases, |hit| hit.case.id);
            add(&mut found.contacts, more.contacts, |hit| hit.contact.id);
            add(&mut found.studies, more.studies, |study| study.id);
            add(&mut found.encounters, more.encounters, |hit| {
                (hit.place, hit.at)
            });
            found.more |= more.more;
        }
        Ok(found)
    }

    fn search_words(&self, text: &str, filter: &CaseFilter) -> Result<SearchResult, Error> {
        let Some(needle) = Needle::parse(text) else {
            return Ok(SearchResult::default());
        };
        let (encounters, more) = self.find_encounters(&needle, filter)?;
        Ok(SearchResult {
            cases: self.find_cases(&needle, filter)?,
            contacts: match filter.is_empty() {
                true => self.find_contacts(&needle)?,
                false => Vec::new(),
            },
            studies: match filter.is_empty() {
                true => self.find_studies(&needle)?,
                false => Vec::new(),
            },
            encounters,
            more,
        })
    }

    /// Matches of the name first, the newest of each first.
    fn find<T>(
        &self,
        table: &str,
        columns: &str,
        needle: &Needle,
        filter: &CaseFilter,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<(i64, T)>,
    ) -> Result<Vec<T>, Error> {
        let (conditions, values) = conditions(filter, table);
        let only = match conditions.as_str() {
            "" => String::new(),
            // Without the plus every case that the filter lets through is searched for by itself.
            conditions => format!("AND +rowid IN (SELECT key FROM {table} WHERE 1{conditions})"),
        };
        let sql = format!(
            "SELECT key, {columns} FROM {table} WHERE key IN
               (SELECT rowid FROM search_{table} WHERE search_{table} MATCH ? {only}
                ORDER BY rowid DESC LIMIT {FEW})
             ORDER BY key DESC"
        );
        let given = |column| {
            let query = Value::from(needle.query(column));
            params_from_iter(std::iter::once(query).chain(values.clone()))
        };
        let mut found: Vec<(i64, T)> = self.rows(&sql, given(Some("name")), &read)?;
        if found.len() < FEW {
            for (key, more) in self.rows(&sql, given(None), &read)? {
                if found.iter().all(|(known, _)| *known != key) {
                    found.push((key, more));
                }
            }
        }
        found.truncate(FEW);
        Ok(found.into_iter().map(|(_, found)| found).collect())
    }

    pub(super) fn find_cases(
        &self,
        needle: &Needle,
        filter: &CaseFilter,
    ) -> Result<Vec<CaseHit>, Error> {
        let columns = format!(
            "{CASE_LINE}, number, postcode, phone, what_matters, does, donts, background, \
             reported_by, problems"
        );
        let mut found = self.find("cases", &columns, needle, filter, |row| {
            let case = case_line(row)?;
            let name = needle.spans(&case.name);
            let text = other_field(
                row,
                needle,
                &name,
                &[
                    "address",
                    "district",
                    "what_matters",
                    "does",
                    "donts",
                    "background",
                    "reported_by",
                    "number",
                    "postcode",
                    "phone",
                    "problems",
                ],
            )?;
            Ok((row.get("key")?, CaseHit { case, name, text }))
        })?;
        for hit in &mut found {
            let named = hit.name.iter().any(|span| span.matched);
            if !named && hit.text.is_empty() {
                hit.text = self.other_text(hit.case.id, needle)?;
            }
        }
        Ok(found)
    }

    /// The first text of a case that matches, beyond its own fields.
    fn other_text(&self, case: CaseId, needle: &Needle) -> Result<Vec<Span>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT text FROM case_texts WHERE case_id = ?1")?;
        let mut texts = statement.query([case.0.as_bytes()])?;
        while let Some(row) = texts.next()? {
            let text: String = row.get(0)?;
            if needle.is_in(&text) {
                return Ok(needle.excerpt(&text));
            }
        }
        Ok(Vec::new())
    }

    pub(super) fn find_contacts(&self, needle: &Needle) -> Result<Vec<ContactHit>, Error> {
        let columns = format!(
            "{CONTACT_LINE}, email, address, note, (SELECT group_concat(tag, ' · ')
               FROM contact_tags WHERE contact = contacts.key) AS tags"
        );
        let all = CaseFilter::default();
        self.find("contacts", &columns, needle, &all, |row| {
            let contact = contact_line(row)?;
            let name = needle.spans(&contact.name);
            let text = other_field(
                row,
                needle,
                &name,
                &[
                    "role",
                    "organisation",
                    "what_for",
                    "district",
                    "note",
                    "phone",
                    "email",
                    "address",
                    "tags",
                ],
            )?;
            Ok((
                row.get("key")?,
                ContactHit {
                    contact,
                    name,
                    text,
                },
            ))
        })
    }
}

/// Adds what is not there yet.
fn add<T, K: PartialEq>(found: &mut Vec<T>, more: Vec<T>, key: impl Fn(&T) -> K) {
    for one in more {
        if found.iter().all(|known| key(known) != key(&one)) {
            found.push(one);
        }
    }
}

/// The first field that matches, when the name does not.
fn other_field(
    row: &Row<'_>,
    needle: &Needle,
    name: &[Span],
    fields: &[&str],
) -> rusqlite::Result<Vec<Span>> {
    if name.iter().any(|span| span.matched) {
        return Ok(Vec::new());
    }
    for field in fields {
        let text = row.get::<_, Option<String>>(*field)?.unwrap_or_default();
        if needle.is_in(&text) {
            return Ok(needle.excerpt(&text));
        }
    }
    Ok(Vec::new())
}
