//! Complete cases, for export and printing.

mod records;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::{id, json, maybe_moment, parsed};
use crate::api::{
    ListContacts, ReadCaseExport, ReadCaseFacts, ReadCaseFile, ReadDocuments, ReadPeople,
    ReadUnlinkedSignals, ReadWholeContact,
};
use crate::document::Kind;
use crate::store::{Read, Store};
use crate::view::{
    CaseExport, CaseFacts, CaseField, CaseStatus, Clash, ContactView, DocumentFile, OtherValue,
    PersonFile, SignalView, TrustStep,
};
use crate::{CaseId, ContactId, Error, SignalId};

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
        store.project_first(self.case.0)?;
        store.read_case_export(self.case)
    }
}

impl Read for ReadCaseFacts {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.read_case_facts(&self)
    }
}

impl Read for ReadUnlinkedSignals {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.read_unlinked_signals()
    }
}

impl Read for ListContacts {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.list_contacts()
    }
}

impl Read for ReadWholeContact {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.project_first(self.contact.0)?;
        store.read_whole_contact(self.contact)
    }
}

impl Read for ReadCaseFile {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.read_case_file(self.case)
    }
}

impl Read for ReadDocuments {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.read_documents(&self)
    }
}

impl Read for ReadPeople {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.read_people()
    }
}

impl Store {
    pub(in crate::store) fn read_case_export(&mut self, case: CaseId) -> Result<CaseExport, Error> {
        let facts = self
            .connection
            .prepare_cached("SELECT * FROM cases WHERE id = ?1")?
            .query_row([case.0.as_bytes()], facts)
            .optional()?
            .ok_or(Error::NotFound)?;
        Ok(CaseExport {
            facts: self.name_others(facts)?,
            safety: self.all_safety(case)?,
            commitments: self.all_commitments(case)?,
            around: self.around(case)?,
            trust: self.all_trust(case)?,
            parties: self.parties(case)?,
            relations: self.relations(case.0)?,
            closings: self.closings(case)?,
            decisions: self.all_decisions(case)?,
            expenses: self.all_expenses(case)?,
            agenda: self.all_agenda(case)?,
            timeline: self.timeline_page(case.0, None, u32::MAX)?,
        })
    }

    pub(in crate::store) fn read_case_facts(
        &self,
        call: &ReadCaseFacts,
    ) -> Result<Vec<CaseFacts>, Error> {
        let after = match call.after {
            None => 0,
            Some(case) => self
                .connection
                .prepare_cached("SELECT key FROM cases WHERE id = ?1")?
                .query_row([case.0.as_bytes()], |row| row.get(0))
                .optional()?
                .ok_or(Error::NotFound)?,
        };
        self.rows(
            "SELECT * FROM cases WHERE key > ?1 ORDER BY key LIMIT ?2",
            params![after, call.limit],
            facts,
        )?
        .into_iter()
        .map(|facts| self.name_others(facts))
        .collect()
    }

    pub(in crate::store) fn read_unlinked_signals(&self) -> Result<Vec<SignalView>, Error> {
        self.rows(
            "SELECT d.id FROM documents d JOIN encounters e ON e.document = d.id
             WHERE d.kind = ?1
               AND NOT EXISTS (SELECT 1 FROM signal_links l WHERE l.signal = d.id)
             ORDER BY e.at, e.id",
            [Kind::Signal as u8],
            |row| id(row, "id"),
        )?
        .into_iter()
        .map(|signal| self.read_signal(SignalId(signal)))
        .collect()
    }

    pub(in crate::store) fn list_contacts(&self) -> Result<Vec<ContactId>, Error> {
        self.rows("SELECT id FROM contacts ORDER BY key", [], |row| {
            id(row, "id").map(ContactId)
        })
    }

    pub(in crate::store) fn read_whole_contact(
        &self,
        contact: ContactId,
    ) -> Result<ContactView, Error> {
        self.contact_with_talks(contact, u32::MAX)
    }

    /// Returns the case's document with its full history.
    pub(in crate::store) fn read_case_file(&mut self, case: CaseId) -> Result<Vec<u8>, Error> {
        match self.document_row(case.0)? {
            Some(row) if row.kind == Kind::Case => {}
            _ => return Err(Error::NotFound),
        }
        let document = self.open_document(case.0)?;
        let bytes = document.save();
        self.keep_open(case.0, document);
        Ok(bytes)
    }

    /// Returns everybody known by name.
    pub(in crate::store) fn read_people(&self) -> Result<Vec<PersonFile>, Error> {
        self.rows("SELECT id, name FROM people ORDER BY id", [], |row| {
            Ok(PersonFile {
                id: id(row, "id")?,
                name: row.get("name")?,
            })
        })
    }

    /// Returns a page of documents for a full backup, without receipts and withdrawn documents.
    pub(in crate::store) fn read_documents(
        &mut self,
        call: &ReadDocuments,
    ) -> Result<Vec<DocumentFile>, Error> {
        let after = call.after.unwrap_or_default();
        let found: Vec<([u8; 16], u8)> = self.rows(
            "SELECT id, kind FROM documents d WHERE id > ?1 AND kind != ?2
               AND NOT EXISTS (SELECT 1 FROM withdrawn WHERE document = d.id)
             ORDER BY id LIMIT ?3",
            params![after.as_bytes(), Kind::Receipt as u8, call.limit],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let mut files = Vec::new();
        for (id, kind) in found {
            let id = Uuid::from_bytes(id);
            let document = self.open_document(id)?;
            files.push(DocumentFile {
                id,
                kind,
                bytes: BASE64.encode(document.save()),
            });
            self.keep_open(id, document);
        }
        Ok(files)
    }

    fn name_others(&self, mut facts: CaseFacts) -> Result<CaseFacts, Error> {
        for other in &mut facts.others {
            self.name_clashes(std::slice::from_mut(&mut other.value))?;
        }
        Ok(facts)
    }
}
