//! Projects promises, safety facts and trust steps of a case.

use rusqlite::params;
use uuid::Uuid;

use crate::Error;
use crate::document::Document;
use crate::store::Store;
use crate::store::documents::Origin;
use crate::store::project::gone::GoneRow;
use crate::store::project::{Part, millis};

impl Store {
    pub(super) fn project_commitment(
        &mut self,
        case: Uuid,
        id: Uuid,
        document: &Document,
        key: &str,
        origin: Origin,
    ) -> Result<(), Error> {
        let Some(commitment) = document.commitment(key) else {
            return Ok(());
        };
        let row = GoneRow {
            part: Part::Commitment,
            id,
            at: commitment.made.timestamp_millis(),
            channel: "",
            by: commitment.by,
            text: &commitment.text,
        };
        let Some(place) = self.place_promise(case, &row, document, key, origin)? else {
            return Ok(());
        };
        let away = (place != case).then_some(case);
        self.connection
            .prepare_cached(
                "INSERT INTO commitments
                   (document, id, text, who, due, time, by, made, done, rev, origin)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                 ON CONFLICT (document, id) DO UPDATE SET text = excluded.text,
                   who = excluded.who, due = excluded.due, time = excluded.time,
                   made = excluded.made,
                   done = excluded.done, rev = max(rev, excluded.rev)",
            )?
            .execute(params![
                place.as_bytes(),
                id.as_bytes(),
                commitment.text,
                commitment.who,
                commitment.due.map(|day| day.to_string()),
                commitment.time.map(|time| time.format("%H:%M").to_string()),
                commitment.by.as_bytes(),
                commitment.made.timestamp_millis(),
                commitment.done,
                origin.rev(),
                away.as_ref().map(Uuid::as_bytes),
            ])?;
        let words = format!("{}\n{}", commitment.text, commitment.who);
        self.put_case_text(place, "commitment", id, &words)
    }

    pub(super) fn project_safety(
        &self,
        case: Uuid,
        id: Uuid,
        document: &Document,
        key: &str,
        origin: Origin,
    ) -> Result<(), Error> {
        let Some(fact) = document.safety(key) else {
            return Ok(());
        };
        self.connection
            .prepare_cached(
                "INSERT INTO safety (document, id, text, by, at, ended, rev, ended_by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (document, id) DO UPDATE SET text = excluded.text, at = excluded.at,
                   ended = excluded.ended, ended_by = excluded.ended_by, rev = max(rev, excluded.rev)",
            )?
            .execute(params![
                case.as_bytes(),
                id.as_bytes(),
                fact.text,
                fact.by.as_bytes(),
                fact.at.timestamp_millis(),
                millis(fact.ended),
                origin.rev(),
                fact.ended_by.map(|by| *by.as_bytes()),
            ])?;
        self.put_case_text(case, "safety", id, &fact.text)
    }

    pub(super) fn project_trust(
        &self,
        case: Uuid,
        id: Uuid,
        document: &Document,
        key: &str,
        origin: Origin,
    ) -> Result<(), Error> {
        let Some(trust) = document.trust(key) else {
            self.connection
                .prepare_cached("DELETE FROM trust WHERE document = ?1 AND id = ?2")?
                .execute([case.as_bytes(), id.as_bytes()])?;
            return Ok(());
        };
        self.connection
            .prepare_cached(
                "INSERT INTO trust (document, id, step, by, at, rev)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (document, id) DO UPDATE SET at = excluded.at",
            )?
            .execute(params![
                case.as_bytes(),
                id.as_bytes(),
                trust.step.word(),
                trust.by.as_bytes(),
                trust.at.timestamp_millis(),
                origin.rev(),
            ])?;
        Ok(())
    }
}
