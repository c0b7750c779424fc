//! Search as you type, over everything.

use rusqlite::{Row, params};

use super::cases::{CASE_LINE, case_line};
use super::contact::{CONTACT_LINE, contact_line};
use super::matching::Needle;
use super::{id, moment};
use crate::document::Kind;
use crate::store::Store;
use crate::view::{
    CaseHit, Channel, ContactHit, EncounterHit, NewsPlace, SearchResult, Span, Who, WhoOption,
};
use crate::{CaseId, ContactId, Error, SignalId, StudyId, phone_number};

/// How many cases and contacts, and how many encounters a search gives.
const FEW: usize = 12;
const MANY: usize = 40;

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
    pub(in crate::store) fn search(&self, text: &str) -> Result<SearchResult, Error> {
        let mut found = self.search_words(text)?;
        for spelling in phone_number::spellings(text) {
            let more = self.search_words(&spelling)?;
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

    fn search_words(&self, text: &str) -> Result<SearchResult, Error> {
        let Some(needle) = Needle::parse(text) else {
            return Ok(SearchResult::default());
        };
        let (encounters, more) = self.find_encounters(&needle)?;
        Ok(SearchResult {
            cases: self.find_cases(&needle)?,
            contacts: self.find_contacts(&needle)?,
            studies: self.find_studies(&needle)?,
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
        read: impl Fn(&Row<'_>) -> rusqlite::Result<(i64, T)>,
    ) -> Result<Vec<T>, Error> {
        let sql = format!(
            "SELECT key, {columns} FROM {table} WHERE key IN
               (SELECT rowid FROM search_{table} WHERE search_{table} MATCH ?1
                ORDER BY rowid DESC LIMIT {FEW})
             ORDER BY key DESC"
        );
        let mut found: Vec<(i64, T)> = self.rows(&sql, [needle.query(Some("name"))], &read)?;
        if found.len() < FEW {
            for (key, more) in self.rows(&sql, [needle.query(None)], &read)? {
                if found.iter().all(|(known, _)| *known != key) {
                    found.push((key, more));
                }
            }
        }
        found.truncate(FEW);
        Ok(found.into_iter().map(|(_, found)| found).collect())
    }

    fn find_cases(&self, needle: &Needle) -> Result<Vec<CaseHit>, Error> {
        let columns = format!(
            "{CASE_LINE}, number, postcode, phone, what_matters, does, donts, background, \
             reported_by, problems"
        );
        let mut found = self.find("cases", &columns, needle, |row| {
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

    fn find_contacts(&self, needle: &Needle) -> Result<Vec<ContactHit>, Error> {
        let columns = format!("{CONTACT_LINE}, email, address, note");
        self.find("contacts", &columns, needle, |row| {
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

    fn find_encounters(&self, needle: &Needle) -> Result<(Vec<EncounterHit>, bool), Error> {
        let mut found = self.rows(
            "SELECT e.document, e.kind, e.at, e.channel, e.text, e.source,
                    coalesce(c.name, k.name, s.name, e.source) AS name, coalesce(p.name, '') AS by_name
             FROM (SELECT rowid AS key FROM search_encounters WHERE search_encounters MATCH ?1
                   ORDER BY rowid DESC LIMIT ?2) found
             JOIN encounters e ON e.key = found.key
             LEFT JOIN cases c ON c.id = e.document
             LEFT JOIN contacts k ON k.id = e.document
             LEFT JOIN studies s ON s.id = e.document
             LEFT JOIN people p ON p.id = e.by
             ORDER BY e.at DESC, e.id DESC",
            params![needle.query(None), MANY as u32 + 1],
            |row| {
                let text: String = row.get("text")?;
                let source: String = row.get("source")?;
                let text = match needle.is_in(&text) || source.is_empty() {
                    true => needle.excerpt(&text),
                    false => needle.excerpt(&format!("{source}: {text}")),
                };
                Ok(EncounterHit {
                    place: place(row)?,
                    name: row.get("name")?,
                    text,
                    channel: Channel::from_word(&row.get::<_, String>("channel")?),
                    at: moment(row, "at")?,
                    by: row.get("by_name")?,
                })
            },
        )?;
        let more = found.len() > MANY;
        found.truncate(MANY);
        Ok((found, more))
    }

    pub(in crate::store) fn find_who(&self, text: &str) -> Result<Vec<WhoOption>, Error> {
        let Some(needle) = Needle::parse(text) else {
            return self.recent_who();
        };
        let cases = self.find_cases(&needle)?.into_iter();
        let contacts = self.find_contacts(&needle)?.into_iter();
        let mut options: Vec<WhoOption> = cases
            .map(|hit| WhoOption {
                who: Who::Case(hit.case.id),
                name: hit.case.name,
                about: hit.case.place,
            })
            .chain(contacts.map(|hit| WhoOption {
                who: Who::Contact(hit.contact.id),
                name: hit.contact.name,
                about: hit.contact.about,
            }))
            .chain(self.open_studies(&needle)?)
            .collect();
        // Whose name matches comes before whose street does.
        options.sort_by_key(|option| !needle.is_in(&option.name));
        options.truncate(FEW);
        Ok(options)
    }

    fn recent_who(&self) -> Result<Vec<WhoOption>, Error> {
        let sql = format!(
            "SELECT {CASE_LINE} FROM cases WHERE active
             ORDER BY active DESC, last_contact DESC, key DESC LIMIT 6"
        );
        self.rows(&sql, [], |row| {
            let case = case_line(row)?;
            Ok(WhoOption {
                who: Who::Case(case.id),
                name: case.name,
                about: case.place,
            })
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
        let text: String = row.get(*field)?;
        if needle.is_in(&text) {
            return Ok(needle.excerpt(&text));
        }
    }
    Ok(Vec::new())
}
