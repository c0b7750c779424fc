//! Complete cases, for export and printing.

mod records;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::case::{around, timeline_page, trust_history};
use super::closing::closings;
use super::contact::contact_with_talks;
use super::party::parties;
use super::relation::relations;
use super::signal::signal_view;
use super::{id, json, maybe_moment, name_clashes, parsed};
use crate::api::{
    ListContacts, ReadCaseExport, ReadCaseFacts, ReadCaseFile, ReadDocuments, ReadPeople,
    ReadUnlinkedSignals, ReadWholeContact,
};
use crate::document::Kind;
use crate::model::{CaseField, CaseStatus, TrustStep};
use crate::store::{Read, Store};
use crate::view::{CaseExport, CaseFacts, Clash, DocumentFile, OtherValue, PersonFile};
use crate::{CaseId, ContactId, Error, SignalId};
use records::{all_agenda, all_commitments, all_decisions, all_expenses, all_safety};

/// Reads a row of `cases`.
fn facts(row: &Row<'_>) -> rusqlite::Result<CaseFacts> {
    let clashes: Vec<Clash<CaseField>> = json(row, "clashes")?;
    let others = clashes.into_iter().flat_map(|Clash { field, values }| {
        // The first value is the one shown.
        let rest = values.into_iter().skip(1);
        rest.map(move |value| OtherValue { field, value })
    });
    Ok(CaseFacts {
        id: CaseId(id(row, "id")?),
        number: row.get("number")?,
        name: row.get("name")?,
        address: row.get("address")?,
        postcode: row.get("postcode")?,
        district: row.get("district")?,
        phone: row.get("phone")?,
        lead: row.get("lead")?,
        status: CaseStatus::from_word(&row.get::<_, String>("status")?).unwrap_or_default(),
        trust: TrustStep::from_word(&row.get::<_, String>("trust")?),
        what_matters: row.get("what_matters")?,
        called: row.get("called")?,
        cover: row.get("cover")?,
        cover_until: parsed(row, "cover_until")?,
        crisis: json(row, "crisis")?,
        does: row.get("does")?,
        donts: row.get("donts")?,
        problems: json(row, "problems")?,
        sensitive: row.get("sensitive")?,
        reported_by: row.get("reported_by")?,
        reported_on: parsed(row, "reported_on")?,
        last_contact: maybe_moment(row, "last_contact")?,
        background: row.get("background")?,
        others: others.collect(),
    })
}

impl Read for ReadCaseExport {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let case = self.case;
        store.project_first(case.0)?;
        let facts = store
            .connection
            .prepare_cached("SELECT * FROM cases WHERE id = ?1")?
            .query_row([case.0.as_bytes()], facts)
            .optional()?
            .ok_or(Error::NotFound)?;
        Ok(CaseExport {
            facts: name_others(store, facts)?,
            safety: all_safety(store, case)?,
            commitments: all_commitments(store, case)?,
            around: around(store, case)?,
            trust: trust_history(store, case)?,
            parties: parties(store, case)?,
            relations: relations(store, case.0)?,
            closings: closings(store, case)?,
            decisions: all_decisions(store, case)?,
            expenses: all_expenses(store, case)?,
            agenda: all_agenda(store, case)?,
            timeline: timeline_page(store, case.0, None, u32::MAX)?,
        })
    }
}

impl Read for ReadCaseFacts {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let after = match self.after {
            None => 0,
            Some(case) => store
                .connection
                .prepare_cached("SELECT key FROM cases WHERE id = ?1")?
                .query_row([case.0.as_bytes()], |row| row.get(0))
                .optional()?
                .ok_or(Error::NotFound)?,
        };
        let page = store.rows(
            "SELECT * FROM cases WHERE key > ?1 ORDER BY key LIMIT ?2",
            params![after, self.limit],
            facts,
        )?;
        let page = page.into_iter();
        page.map(|facts| name_others(store, facts)).collect()
    }
}

impl Read for ReadUnlinkedSignals {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let signals = store.rows(
            "SELECT d.id FROM documents d JOIN encounters e ON e.document = d.id
             WHERE d.kind = ?1
               AND NOT EXISTS (SELECT 1 FROM signal_links l WHERE l.signal = d.id)
             ORDER BY e.at, e.id",
            [Kind::Signal as u8],
            |row| id(row, "id").map(SignalId),
        )?;
        let signals = signals.into_iter();
        signals.map(|signal| signal_view(store, signal)).collect()
    }
}

impl Read for ListContacts {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.rows("SELECT id FROM contacts ORDER BY key", [], |row| {
            id(row, "id").map(ContactId)
        })
    }
}

impl Read for ReadWholeContact {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.project_first(self.contact.0)?;
        contact_with_talks(store, self.contact, u32::MAX)
    }
}

impl Read for ReadCaseFile {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        match store.document_row(self.case.0)? {
            Some(row) if row.kind == Kind::Case => {}
            _ => return Err(Error::NotFound),
        }
        let document = store.open_document(self.case.0)?;
        let bytes = document.save();
        store.keep_open(self.case.0, document);
        Ok(bytes)
    }
}

impl Read for ReadDocuments {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let after = self.after.unwrap_or_default();
        let found: Vec<([u8; 16], u8)> = store.rows(
            "SELECT id, kind FROM documents d WHERE id > ?1 AND kind != ?2
               AND NOT EXISTS (SELECT 1 FROM withdrawn WHERE document = d.id)
             ORDER BY id LIMIT ?3",
            params![after.as_bytes(), Kind::Receipt as u8, self.limit],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let mut files = Vec::new();
        for (id, kind) in found {
            let id = Uuid::from_bytes(id);
            let document = store.open_document(id)?;
            files.push(DocumentFile {
                id,
                kind,
                bytes: BASE64.encode(document.save()),
            });
            store.keep_open(id, document);
        }
        Ok(files)
    }
}

impl Read for ReadPeople {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.rows("SELECT id, name FROM people ORDER BY id", [], |row| {
            Ok(PersonFile {
                id: id(row, "id")?,
                name: row.get("name")?,
            })
        })
    }
}

fn name_others(store: &Store, mut facts: CaseFacts) -> Result<CaseFacts, Error> {
    for other in &mut facts.others {
        name_clashes(store, std::slice::from_mut(&mut other.value))?;
    }
    Ok(facts)
}
