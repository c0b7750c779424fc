//! Verifying a case's decisions. Only the document is trusted, and of it only what is signed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::case::document_mark;
use super::decision::decisions;
use super::taking_back::gone_from;
use super::{id, name_of};
use crate::api::VerifyDecisions;
use crate::crypto::{sha256, signed, to_hex};
use crate::document::{Collection, DECISION_VERSION, Decision, Document, Kind, Seal, canonical};
use crate::model::{DecisionKind, Who};
use crate::store::{Read, Store};
use crate::view::{
    DecisionFault, DecisionLine, DecisionProof, GoneHow, GoneLine, GoneSince, ProvenDecision,
};
use crate::{CaseId, DecisionId, Error, PersonId};

impl Read for VerifyDecisions {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        proof(store, self.case)
    }
}

/// Verifies every decision in a case's document.
pub(super) fn proof(store: &mut Store, case: CaseId) -> Result<DecisionProof, Error> {
    match store.document_row(case.0)? {
        Some(row) if row.kind == Kind::Case => {}
        _ => return Err(Error::NotFound),
    }
    let document = store.open_document(case.0)?;
    let proof = prove(store, case, &document);
    store.keep_open(case.0, document);
    proof
}

fn prove(store: &Store, case: CaseId, document: &Document) -> Result<DecisionProof, Error> {
    let entries: Vec<(Uuid, String, Decision, Seal)> = document
        .keys(Collection::Decisions)
        .into_iter()
        .filter_map(|key| {
            let (decision, seal) = document.decision(&key)?;
            Some((Uuid::parse_str(&key).ok()?, key, decision, seal))
        })
        .collect();
    let here: BTreeSet<&str> = entries
        .iter()
        .map(|(.., seal)| seal.hash.as_str())
        .collect();
    let seen = seen_decisions(store, case)?;
    let lines = decisions(store, case)?;
    let mut decisions = Vec::with_capacity(entries.len());
    for (entry, key, decision, seal) in &entries {
        let made = canonical(case.0, *entry, decision, &seal.key);
        let hash = sha256(&made.bytes);
        let owner = owner_of(store, &seal.key)?;
        let mut faults = Vec::new();
        let mut fault = |wrong: bool, fault| {
            if wrong {
                faults.push(fault);
            }
        };
        if seal.version == DECISION_VERSION {
            let whole = document.decision_is_single(key);
            fault(hash != seal.hash || !whole, DecisionFault::Changed);
            let named = &decision.parents;
            let all_here = named.iter().all(|parent| here.contains(parent.as_str()));
            fault(!all_here, DecisionFault::ParentMissing);
            let right = signed(&seal.key, &made.bytes, &seal.signature);
            fault(!right, DecisionFault::Signature);
            fault(owner != Some(decision.by), DecisionFault::Key);
            let otherwise = seen.get(entry).is_some_and(|first| *first != hash);
            fault(otherwise, DecisionFault::SeenOtherwise);
        } else {
            fault(true, DecisionFault::Newer);
        }
        let listed = lines.iter().find(|line| line.id.0 == *entry);
        fault(listed.is_none(), DecisionFault::NotListed);
        let line = match listed {
            Some(line) => DecisionLine::clone(line),
            None => {
                let at = document.decision_at(key).unwrap_or(decision.at);
                line_of(store, case, *entry, decision, at)?
            }
        };
        decisions.push(ProvenDecision {
            id: DecisionId(*entry),
            line,
            fields: made
                .fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
            bytes: to_hex(&made.bytes),
            hash: seal.hash.clone(),
            parents: decision.parents.clone(),
            key: seal.key.clone(),
            signature: seal.signature.clone(),
            key_of: match owner {
                Some(person) => name_of(store, PersonId(person))?,
                None => String::new(),
            },
            faults,
            gone_since: Vec::new(),
        });
    }
    let decisions = in_order(decisions);
    let gone = gone_from(store, Who::Case(case))?;
    let decisions: Vec<ProvenDecision> = decisions
        .into_iter()
        .map(|each| ProvenDecision {
            gone_since: since(&gone, each.line.at),
            ..each
        })
        .collect();
    let present: BTreeSet<Uuid> = entries.iter().map(|(entry, ..)| *entry).collect();
    Ok(DecisionProof {
        case,
        case_name: store
            .connection
            .prepare_cached("SELECT name FROM cases WHERE id = ?1")?
            .query_row([case.0.as_bytes()], |row| row.get(0))
            .optional()?
            .unwrap_or_default(),
        version: DECISION_VERSION.to_owned(),
        checked: store.environment.now(),
        decisions,
        gone: seen
            .into_keys()
            .filter(|entry| !present.contains(entry))
            .map(DecisionId)
            .collect(),
    })
}

/// Returns what stood there at a moment and is gone since.
fn since(gone: &[GoneLine], decided: DateTime<Utc>) -> Vec<GoneSince> {
    let mut since: Vec<GoneSince> = gone
        .iter()
        .filter(|line| line.at <= decided && decided < line.gone_at)
        .filter_map(|line| {
            let moved = match line.how {
                GoneHow::Withdrawn(_) => false,
                GoneHow::Moved { lost: false, .. } => true,
                GoneHow::Moved { lost: true, .. } => return None,
            };
            Some(GoneSince {
                entry: line.entry,
                at: line.at,
                written_by: line.written_by.clone(),
                by: line.by.clone(),
                gone_at: line.gone_at,
                moved,
            })
        })
        .collect();
    since.sort_by_key(|line| line.at);
    since
}

/// Returns the line of a decision from the document, for one that the projection lacks.
fn line_of(
    store: &Store,
    case: CaseId,
    entry: Uuid,
    decision: &Decision,
    at: DateTime<Utc>,
) -> Result<DecisionLine, Error> {
    Ok(DecisionLine {
        id: DecisionId(entry),
        adds_to: decision.adds_to.map(DecisionId),
        kind: DecisionKind::from_word(&decision.kind),
        goal: decision.goal.clone(),
        ethical: decision.ethical.clone(),
        law: decision.law.clone(),
        why: decision.why.clone(),
        backs: decision.backs.clone(),
        shared_with: decision.shared_with.clone(),
        ground: decision.ground.clone(),
        look_again: decision.look_again,
        by: name_of(store, PersonId(decision.by))?,
        at,
        mark: document_mark(store, case.0)?,
    })
}

/// Returns the hash under which this phone first saw each decision.
fn seen_decisions(store: &Store, case: CaseId) -> Result<BTreeMap<Uuid, String>, Error> {
    let seen = store.rows(
        "SELECT id, hash FROM decisions_seen WHERE document = ?1",
        [case.0.as_bytes()],
        |row| Ok((id(row, "id")?, row.get("hash")?)),
    )?;
    Ok(seen.into_iter().collect())
}

/// Returns the person to whom a key belongs, according to the team document.
fn owner_of(store: &Store, key: &str) -> Result<Option<Uuid>, Error> {
    Ok(store
        .connection
        .prepare_cached("SELECT person FROM person_keys WHERE key = ?1")?
        .query_row([key], |row| row.get::<_, [u8; 16]>(0))
        .optional()?
        .map(Uuid::from_bytes))
}

/// Orders decisions such that each follows those it builds on, whatever the phones' clocks said;
/// otherwise by time.
fn in_order(mut left: Vec<ProvenDecision>) -> Vec<ProvenDecision> {
    left.sort_by_key(|each| (each.line.at, each.id));
    let mut ordered = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let ready = left.iter().position(|each| {
            let waits = |other: &ProvenDecision| each.parents.contains(&other.hash);
            !left.iter().any(waits)
        });
        // Only forged decisions can form a cycle, and the check reports those.
        ordered.push(left.remove(ready.unwrap_or_default()));
    }
    ordered
}
