//! The records of a case over time, including those that no longer apply.

use super::super::decision::decisions;
use super::super::decision_proof::proof;
use super::super::expense::expenses;
use super::super::{id, maybe_moment, moment, parsed};
use crate::store::Store;
use crate::view::{AgendaRecord, CommitmentRecord, DecisionRecord, ExpenseRecord, SafetyRecord};
use crate::{CaseId, CommitmentId, Error, SafetyFactId};

pub(super) fn all_safety(store: &Store, case: CaseId) -> Result<Vec<SafetyRecord>, Error> {
    store.rows(
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

pub(super) fn all_commitments(store: &Store, case: CaseId) -> Result<Vec<CommitmentRecord>, Error> {
    store.rows(
        "SELECT m.*, coalesce(p.name, '') AS by_name FROM commitments m
         LEFT JOIN people p ON p.id = m.by
         WHERE m.document = ?1 ORDER BY m.due IS NULL, m.due, m.time, m.made, m.id",
        [case.0.as_bytes()],
        |row| {
            Ok(CommitmentRecord {
                id: CommitmentId(id(row, "id")?),
                text: row.get("text")?,
                who: row.get("who")?,
                due: parsed(row, "due")?,
                time: super::super::case::time_of_day(row)?,
                by: row.get("by_name")?,
                made: moment(row, "made")?,
                done: row.get("done")?,
            })
        },
    )
}

pub(super) fn all_agenda(store: &Store, case: CaseId) -> Result<Vec<AgendaRecord>, Error> {
    store.rows(
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

/// The document is only opened if the case has decisions.
pub(super) fn all_decisions(store: &mut Store, case: CaseId) -> Result<Vec<DecisionRecord>, Error> {
    if decisions(store, case)?.is_empty() {
        return Ok(Vec::new());
    }
    let proven = proof(store, case)?.decisions;
    Ok(proven
        .into_iter()
        .map(|each| DecisionRecord {
            line: each.line,
            hash: each.hash,
            parents: each.parents,
            key: each.key,
            signature: each.signature,
            faults: each.faults,
        })
        .collect())
}

/// A reversal repeats no fields: it only names the expense that it reverses.
pub(super) fn all_expenses(store: &Store, case: CaseId) -> Result<Vec<ExpenseRecord>, Error> {
    let lines = expenses(store, case)?.lines;
    Ok(lines
        .into_iter()
        .rev()
        .map(|line| {
            let own = |text: String| match line.reverses {
                Some(_) => String::new(),
                None => text,
            };
            ExpenseRecord {
                id: line.id,
                cents: line.cents,
                purpose: own(line.purpose),
                note: own(line.note),
                day: line.day,
                by: line.by,
                receipt: !line.receipts.is_empty(),
                reverses: line.reverses,
            }
        })
        .collect())
}
