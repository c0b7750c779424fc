//! Whole cases, to hand out.

use rusqlite::{OptionalExtension, Row, params};

use super::{id, json, maybe_moment, moment, parsed};
use crate::call::ReadCaseFacts;
use crate::document::Kind;
use crate::store::Store;
use crate::view::{
    AgendaRecord, CaseFacts, CaseField, CaseStatus, Clash, CommitmentRecord, ContactView, Dossier,
    OtherValue, SafetyRecord, SignalView, TrustChange, TrustStep,
};
use crate::{CaseId, CommitmentId, ContactId, Error, SafetyFactId, SignalId};

/// Reads a row of `cases`.
fn facts(row: &Row<'_>) -> rusqlite::Result<CaseFacts> {
    let clashes: Vec<Clash<CaseField>> = json(row, "clashes")?;
    let others = clashes.into_iter().flat_map(|Clash { field, values }| {
        // The first is the one that is shown.
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

impl Store {
    pub(in crate::store) fn read_dossier(&self, case: CaseId) -> Result<Dossier, Error> {
        let facts = self
            .connection
            .prepare_cached("SELECT * FROM cases WHERE id = ?1")?
            .query_row([case.0.as_bytes()], facts)
            .optional()?
            .ok_or(Error::NotFound)?;
        Ok(Dossier {
            facts: self.name_others(facts)?,
            safety: self.all_safety(case)?,
            commitments: self.all_commitments(case)?,
            around: self.around(case)?,
            trust: self.all_trust(case)?,
            parties: self.parties(case)?,
            relations: self.relations(case.0)?,
            closings: self.closings(case)?,
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

    pub(in crate::store) fn read_loose_signals(&self) -> Result<Vec<SignalView>, Error> {
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

    /// The document itself, with its history.
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

    fn name_others(&self, mut facts: CaseFacts) -> Result<CaseFacts, Error> {
        for other in &mut facts.others {
            self.name_clashes(std::slice::from_mut(&mut other.value))?;
        }
        Ok(facts)
    }

    fn all_safety(&self, case: CaseId) -> Result<Vec<SafetyRecord>, Error> {
        self.rows(
            "SELECT s.id, s.text, s.at, s.ended, coalesce(p.name, '') AS by_name FROM safety s
             LEFT JOIN people p ON p.id = s.by WHERE s.document = ?1 ORDER BY s.at, s.id",
            [case.0.as_bytes()],
            |row| {
                Ok(SafetyRecord {
                    id: SafetyFactId(id(row, "id")?),
                    text: row.get("text")?,
                    by: row.get("by_name")?,
                    at: moment(row, "at")?,
                    ended: maybe_moment(row, "ended")?,
                })
            },
        )
    }

    fn all_commitments(&self, case: CaseId) -> Result<Vec<CommitmentRecord>, Error> {
        self.rows(
            "SELECT m.*, coalesce(p.name, '') AS by_name FROM commitments m
             LEFT JOIN people p ON p.id = m.by
             WHERE m.document = ?1 ORDER BY m.due IS NULL, m.due, m.time, m.made",
            [case.0.as_bytes()],
            |row| {
                Ok(CommitmentRecord {
                    id: CommitmentId(id(row, "id")?),
                    text: row.get("text")?,
                    who: row.get("who")?,
                    due: parsed(row, "due")?,
                    time: super::case::time_of_day(row)?,
                    by: row.get("by_name")?,
                    made: moment(row, "made")?,
                    done: row.get("done")?,
                })
            },
        )
    }

    fn all_trust(&self, case: CaseId) -> Result<Vec<TrustChange>, Error> {
        self.rows(
            "SELECT t.step, t.at, coalesce(p.name, '') AS by_name FROM trust t
             LEFT JOIN people p ON p.id = t.by WHERE t.document = ?1 ORDER BY t.at DESC, t.id DESC",
            [case.0.as_bytes()],
            |row| {
                Ok(TrustChange {
                    step: TrustStep::from_word(&row.get::<_, String>("step")?),
                    by: row.get("by_name")?,
                    at: moment(row, "at")?,
                })
            },
        )
    }

    fn all_agenda(&self, case: CaseId) -> Result<Vec<AgendaRecord>, Error> {
        self.rows(
            "SELECT a.status, a.question, a.at, a.meeting, coalesce(p.name, '') AS by_name
             FROM agenda a LEFT JOIN people p ON p.id = a.by
             WHERE a.document = ?1 ORDER BY a.at, a.id",
            [case.0.as_bytes()],
            |row| {
                Ok(AgendaRecord {
                    status: row.get("status")?,
                    question: row.get("question")?,
                    by: row.get("by_name")?,
                    at: moment(row, "at")?,
                    meeting: parsed(row, "meeting")?,
                })
            },
        )
    }
}
