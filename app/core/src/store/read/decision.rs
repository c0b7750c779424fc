//! Decisions of a case, reviews that are due, handovers, and the escalation call list.

use rusqlite::{Row, params};
use uuid::Uuid;

use super::{id, mark, maybe_moment, moment, parsed};
use crate::api::{ReadCallList, ReadDecisionDraft, ReadDecisions, ReadHandover, ReadInvolved};
use crate::store::meta::key;
use crate::store::write::decision::draft_key;
use crate::store::{Read, Store};
use crate::view::{
    CallList, CallListLine, CaseStatus, DecisionKind, DecisionLine, HandoverState, InvolvedLine,
    LookAgainLine, SyncMark,
};
use crate::{CallListId, CaseId, DecisionId, Error};

impl Read for ReadDecisions {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.project_first(self.case.0)?;
        store.read_decisions(self.case)
    }
}

impl Read for ReadHandover {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.project_first(self.case.0)?;
        store.read_handover(self.case)
    }
}

impl Read for ReadInvolved {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.read_involved()
    }
}

impl Read for ReadCallList {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.read_call_list()
    }
}

impl Read for ReadDecisionDraft {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.meta_json(&draft_key(self.case, self.adds_to))
    }
}

impl Store {
    pub(in crate::store) fn read_decisions(
        &self,
        case: CaseId,
    ) -> Result<Vec<DecisionLine>, Error> {
        self.decision_lines(case, "")
    }

    fn decision_lines(&self, case: CaseId, only: &str) -> Result<Vec<DecisionLine>, Error> {
        self.rows(
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
    pub(super) fn look_agains(&self, limit: u32) -> Result<Vec<LookAgainLine>, Error> {
        self.rows(
            "SELECT l.document, l.root, l.due, c.name, e.kind,
                    CASE WHEN e.goal = '' THEN e.why ELSE e.goal END AS text
             FROM look_agains l JOIN cases c ON c.id = l.document
             JOIN decisions e ON e.document = l.document AND e.id = l.root
             WHERE l.due <= ?1 ORDER BY l.due, c.name, l.root LIMIT ?2",
            (self.environment.today().to_string(), limit),
            |row| {
                Ok(LookAgainLine {
                    case: CaseId(id(row, "document")?),
                    case_name: row.get("name")?,
                    decision: DecisionId(id(row, "root")?),
                    kind: DecisionKind::from_word(&row.get::<_, String>("kind")?),
                    text: row.get("text")?,
                    due: parsed(row, "due")?.unwrap_or_default(),
                })
            },
        )
    }

    pub(super) fn count_look_agains(&self) -> Result<u32, Error> {
        self.count(
            "SELECT count(*) FROM look_agains l JOIN cases c ON c.id = l.document
             JOIN decisions e ON e.document = l.document AND e.id = l.root WHERE l.due <= ?1",
            [self.environment.today().to_string()],
        )
    }

    pub(in crate::store) fn read_handover(&self, case: CaseId) -> Result<HandoverState, Error> {
        use rusqlite::OptionalExtension;
        let involved = self
            .connection
            .prepare_cached("SELECT involved FROM cases WHERE id = ?1")?
            .query_row([case.0.as_bytes()], |row| row.get(0))
            .optional()?
            .ok_or(Error::NotFound)?;
        Ok(HandoverState {
            involved,
            shared: self.decision_lines(case, "AND e.kind = 'share' AND e.root = e.id")?,
        })
    }

    pub(in crate::store) fn read_involved(&self) -> Result<Vec<InvolvedLine>, Error> {
        self.rows(
            "SELECT c.id, c.name, c.status, c.last_contact, coalesce((
               SELECT e.shared_with FROM decisions e
               WHERE e.document = c.id AND e.kind = 'share' AND e.root = e.id
               ORDER BY e.at DESC, e.id DESC LIMIT 1), '') AS receiver
             FROM cases c WHERE c.involved ORDER BY c.last_contact, c.name, c.id",
            [],
            |row| {
                Ok(InvolvedLine {
                    id: CaseId(id(row, "id")?),
                    name: row.get("name")?,
                    receiver: row.get("receiver")?,
                    status: CaseStatus::from_word(&row.get::<_, String>("status")?)
                        .unwrap_or_default(),
                    last_contact: maybe_moment(row, "last_contact")?,
                })
            },
        )
    }

    pub(in crate::store) fn read_call_list(&self) -> Result<CallList, Error> {
        let team = match self.membership()? {
            Some(member) => Some(member.team.0),
            None => self.meta(key::TEAM_OF_ONE)?,
        };
        Ok(CallList {
            lines: self.rows(
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
                Some(team) => self.document_mark(Uuid::from_bytes(team))?,
                None => SyncMark::OnlyHere,
            },
        })
    }

    /// Returns whether this phone's user logged the same text in this case within the last minute.
    pub(in crate::store) fn said_just_now(&self, case: CaseId, text: &str) -> Result<bool, Error> {
        let minute_ago = self.environment.now().timestamp_millis() - 60_000;
        Ok(self
            .connection
            .prepare_cached(
                "SELECT 1 FROM encounters
                 WHERE document = ?1 AND at > ?2 AND by = ?3 AND text = ?4",
            )?
            .exists(params![
                case.0.as_bytes(),
                minute_ago,
                self.me.0.as_bytes(),
                text
            ])?)
    }
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
