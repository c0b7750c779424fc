//! Decisions of a case, reviews that are due, handovers, and the escalation call list.

use chrono::TimeDelta;
use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

use super::case::document_mark;
use super::safety::danger;

use super::{id, mark, maybe_moment, moment, parsed};
use crate::api::{ReadCallList, ReadDecisionDraft, ReadDecisions, ReadHandover, ReadInvolved};
use crate::model::{CaseStatus, DecisionKind, SyncMark};
use crate::store::meta::key;
use crate::store::{Read, Store};
use crate::view::{
    CallList, CallListLine, DecisionLine, HandoverState, InvolvedLine, LookAgainLine,
};
use crate::{CallListId, CaseId, DecisionId, Error, day};

impl Read for ReadDecisions {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.project_first(self.case.0)?;
        Ok(without_slips(decisions(store, self.case)?))
    }
}

/// How soon after a tick another one, or taking it back, makes it a slip.
const SLIP: TimeDelta = TimeDelta::minutes(1);

/// Leaves out a look that the same person took back, or said more about, within a minute. The chain of
/// decisions keeps it, and so does its proof.
fn without_slips(lines: Vec<DecisionLine>) -> Vec<DecisionLine> {
    let follows = |first: &DecisionLine, then: &DecisionLine| {
        then.kind == DecisionKind::Looked
            && (then.adds_to, &then.by) == (first.adds_to, &first.by)
            && (then.at, then.id) > (first.at, first.id)
            && then.at - first.at <= SLIP
    };
    let is_shown = |line: &DecisionLine| {
        if line.kind != DecisionKind::Looked {
            return true;
        }
        let replaced = lines.iter().any(|then| follows(line, then));
        // Due again on the day itself: that is how a tick is taken back.
        let takes_back = line.why.is_empty()
            && line.look_again == Some(day::of(line.at))
            && lines
                .iter()
                .any(|first| first.kind == line.kind && follows(first, line));
        !replaced && !takes_back
    };
    lines
        .iter()
        .filter(|line| is_shown(line))
        .cloned()
        .collect()
}

impl Read for ReadHandover {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let case = self.case;
        store.project_first(case.0)?;
        let involved = store
            .connection
            .prepare_cached("SELECT involved FROM cases WHERE id = ?1")?
            .query_row([case.0.as_bytes()], |row| row.get(0))
            .optional()?
            .ok_or(Error::NotFound)?;
        Ok(HandoverState {
            involved,
            shared: decision_lines(store, case, "AND e.kind = 'share' AND e.root = e.id")?,
        })
    }
}

impl Read for ReadInvolved {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.rows(
            concat!(
                "SELECT c.id, c.name, c.status, c.last_contact, coalesce((
                   SELECT e.shared_with FROM decisions e
                   WHERE e.document = c.id AND e.kind = 'share' AND e.root = e.id
                   ORDER BY e.at DESC, e.id DESC LIMIT 1), '') AS receiver, ",
                danger!("c.id"),
                " FROM cases c WHERE c.involved ORDER BY c.last_contact, c.name, c.id"
            ),
            [],
            |row| {
                Ok(InvolvedLine {
                    id: CaseId(id(row, "id")?),
                    name: row.get("name")?,
                    danger: row.get("danger")?,
                    receiver: row.get("receiver")?,
                    status: CaseStatus::from_word(&row.get::<_, String>("status")?)
                        .unwrap_or_default(),
                    last_contact: maybe_moment(row, "last_contact")?,
                })
            },
        )
    }
}

impl Read for ReadCallList {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let team = match store.membership()? {
            Some(member) => Some(member.team.0),
            None => store.meta(key::TEAM_OF_ONE)?,
        };
        Ok(CallList {
            lines: store.rows(
                "SELECT id, name, role, phone FROM call_list ORDER BY rank, id",
                [],
                |row| {
                    Ok(CallListLine {
                        id: CallListId(id(row, "id")?),
                        name: row.get("name")?,
                        role: row.get("role")?,
                        phone: row.get("phone")?,
                    })
                },
            )?,
            mark: match team {
                Some(team) => document_mark(store, Uuid::from_bytes(team))?,
                None => SyncMark::OnlyHere,
            },
        })
    }
}

impl Read for ReadDecisionDraft {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.meta_json(&key::decision_draft(self.case, self.adds_to))
    }
}

/// Returns the decisions of a case, newest first.
pub(super) fn decisions(store: &Store, case: CaseId) -> Result<Vec<DecisionLine>, Error> {
    decision_lines(store, case, "")
}

fn decision_lines(store: &Store, case: CaseId, only: &str) -> Result<Vec<DecisionLine>, Error> {
    store.rows(
        &format!(
            "SELECT e.*, coalesce(p.name, '') AS by_name, e.rev > max(d.acked, 0) AS unsent
             FROM decisions e JOIN documents d ON d.id = e.document
             LEFT JOIN people p ON p.id = e.by
             WHERE e.document = ?1 {only} ORDER BY e.at DESC, e.id DESC"
        ),
        [case.0.as_bytes()],
        decision_line,
    )
}

/// Returns the decisions that are due for review, oldest due date first.
pub(super) fn look_agains(store: &Store, limit: u32) -> Result<Vec<LookAgainLine>, Error> {
    store.rows(
        concat!(
            "SELECT l.document, l.root, l.due, c.name, e.kind,
                CASE WHEN e.goal = '' THEN e.why ELSE e.goal END AS text, ",
            danger!("c.id"),
            " FROM look_agains l JOIN cases c ON c.id = l.document
             JOIN decisions e ON e.document = l.document AND e.id = l.root
             WHERE l.due <= ?1 ORDER BY l.due, c.name, l.root LIMIT ?2"
        ),
        (store.environment.today().to_string(), limit),
        |row| {
            Ok(LookAgainLine {
                case: CaseId(id(row, "document")?),
                case_name: row.get("name")?,
                danger: row.get("danger")?,
                decision: DecisionId(id(row, "root")?),
                kind: DecisionKind::from_word(&row.get::<_, String>("kind")?),
                text: row.get("text")?,
                due: parsed(row, "due")?.unwrap_or_default(),
            })
        },
    )
}

pub(super) fn count_look_agains(store: &Store) -> Result<u32, Error> {
    store.count(
        "SELECT count(*) FROM look_agains l JOIN cases c ON c.id = l.document
         JOIN decisions e ON e.document = l.document AND e.id = l.root WHERE l.due <= ?1",
        [store.environment.today().to_string()],
    )
}

fn decision_line(row: &Row<'_>) -> rusqlite::Result<DecisionLine> {
    let (entry, root) = (id(row, "id")?, id(row, "root")?);
    Ok(DecisionLine {
        id: DecisionId(entry),
        adds_to: (root != entry).then_some(DecisionId(root)),
        kind: DecisionKind::from_word(&row.get::<_, String>("kind")?),
        goal: row.get("goal")?,
        ethical: row.get("ethical")?,
        law: row.get("law")?,
        why: row.get("why")?,
        backs: row.get("backs")?,
        shared_with: row.get("shared_with")?,
        ground: row.get("ground")?,
        look_again: parsed(row, "look_again")?,
        by: row.get("by_name")?,
        at: moment(row, "at")?,
        mark: mark(row)?,
    })
}
