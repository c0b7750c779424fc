//! Projects decisions of a case, and the team's escalation line and signing keys.

use rusqlite::params;
use uuid::Uuid;

use super::Part;
use crate::Error;
use crate::crypto::sha256;
use crate::document::{Collection, Document, Touched, canonical};
use crate::store::Store;
use crate::store::documents::Origin;

impl Store {
    /// Projects the touched decisions.
    pub(super) fn project_decisions(
        &self,
        case: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        let ids = Self::touched_ids(touched, Collection::Decisions);
        for (key, id) in &ids {
            self.project_decision(case, *id, document, key, origin)?;
            self.note_unsent(case, Part::Other, *id, origin)?;
        }
        if !ids.is_empty() {
            self.project_look_agains(case)?;
        }
        Ok(())
    }

    fn project_decision(
        &self,
        case: Uuid,
        id: Uuid,
        document: &Document,
        key: &str,
        origin: Origin,
    ) -> Result<(), Error> {
        let Some((decision, seal)) = document.decision(key) else {
            // Decisions are append-only; `verify_decisions` reports a removed one.
            self.connection
                .prepare_cached("DELETE FROM decisions WHERE document = ?1 AND id = ?2")?
                .execute(params![case.as_bytes(), id.as_bytes()])?;
            return Ok(());
        };
        self.connection
            .prepare_cached(
                "INSERT INTO decisions (document, id, root, kind, goal, ethical, law, why, backs,
                   shared_with, ground, look_again, by, at, rev)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
                 ON CONFLICT (document, id) DO UPDATE SET root = excluded.root,
                   kind = excluded.kind, goal = excluded.goal, ethical = excluded.ethical,
                   law = excluded.law, why = excluded.why, backs = excluded.backs,
                   shared_with = excluded.shared_with, ground = excluded.ground,
                   look_again = excluded.look_again, by = excluded.by, at = excluded.at,
                   rev = max(rev, excluded.rev)",
            )?
            .execute(params![
                case.as_bytes(),
                id.as_bytes(),
                decision.adds_to.unwrap_or(id).as_bytes(),
                decision.kind,
                decision.goal,
                decision.ethical,
                decision.law,
                decision.why,
                decision.backs,
                decision.shared_with,
                decision.ground,
                decision.look_again.map(|day| day.to_string()),
                decision.by.as_bytes(),
                document
                    .decision_at(key)
                    .unwrap_or(decision.at)
                    .timestamp_millis(),
                origin.rev(),
            ])?;
        let said = [
            decision.goal.as_str(),
            &decision.ethical,
            &decision.law,
            &decision.why,
            &decision.backs,
            &decision.shared_with,
            &decision.ground,
        ];
        self.put_case_text(case, "decision", id, &said.join("\n"))?;
        let hash = sha256(&canonical(case, id, &decision, &seal.key).bytes);
        self.connection
            .prepare_cached(
                "INSERT OR IGNORE INTO decisions_seen (document, id, hash) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![case.as_bytes(), id.as_bytes(), hash])?;
        Ok(())
    }

    /// Projects the review day that the newest entry of each decision sets.
    fn project_look_agains(&self, case: Uuid) -> Result<(), Error> {
        for sql in [
            "DELETE FROM look_agains WHERE document = ?1",
            "INSERT INTO look_agains (document, root, due)
             SELECT document, root, look_again FROM decisions d
             WHERE document = ?1 AND look_again IS NOT NULL AND NOT EXISTS (
               SELECT 1 FROM decisions n WHERE n.document = d.document AND n.root = d.root
                 AND (n.at, n.id) > (d.at, d.id))",
        ] {
            self.connection
                .prepare_cached(sql)?
                .execute([case.as_bytes()])?;
        }
        Ok(())
    }

    /// Projects whether the team stays involved with a case that it handed over.
    pub(super) fn project_involved(&self, case: Uuid, document: &Document) -> Result<(), Error> {
        self.connection
            .prepare_cached("UPDATE cases SET involved = ?2 WHERE id = ?1")?
            .execute(params![case.as_bytes(), document.any_flag("involved")])?;
        Ok(())
    }

    /// Projects the whole escalation line and all signing keys: they are few.
    pub(super) fn project_call_list(&self, document: &Document) -> Result<(), Error> {
        self.connection
            .execute_batch("DELETE FROM call_list; DELETE FROM person_keys")?;
        for (id, line) in document.call_list() {
            if !line.gone {
                self.connection
                    .prepare_cached(
                        "INSERT INTO call_list (id, name, role, phone, rank)
                         VALUES (?1, ?2, ?3, ?4, ?5)",
                    )?
                    .execute(params![
                        id.as_bytes(),
                        line.name,
                        line.role,
                        line.phone,
                        line.rank
                    ])?;
            }
        }
        for key in document.person_keys() {
            self.connection
                .prepare_cached("INSERT INTO person_keys (key, person) VALUES (?1, ?2)")?
                .execute(params![key.key, key.person.0.as_bytes()])?;
        }
        Ok(())
    }
}
