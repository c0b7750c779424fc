//! Projects promises, safety facts and trust steps of a case.

use rusqlite::params;
use uuid::Uuid;

use crate::Error;
use crate::document::Document;
use crate::store::Store;
use crate::store::documents::Origin;
use crate::store::project::gone::GoneRow;
use crate::store::project::place::Home;
use crate::store::project::{Part, millis};

impl Store {
    pub(super) fn project_commitment(
        &mut self,
        home: Home,
        id: Uuid,
        document: &Document,
        key: &str,
        origin: Origin,
    ) -> Result<(), Error> {
        let case = home.own.document;
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
        let Some(place) = self.place_promise(home, &row, document, key, origin)? else {
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
        &mut self,
        home: Home,
        id: Uuid,
        document: &Document,
        key: &str,
        origin: Origin,
    ) -> Result<(), Error> {
        let Some(fact) = document.safety(key) else {
            return Ok(());
        };
        for before in self.leave("safety", home, id)? {
            self.put_case_text(before, "safety", id, "")?;
        }
        for (case, away) in home.both() {
            self.connection
            .prepare_cached(
                "INSERT INTO safety (document, id, text, by, at, ended, rev, ended_by, origin)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
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
                away.as_ref().map(Uuid::as_bytes),
            ])?;
            self.put_case_text(case, "safety", id, &fact.text)?;
        }
        Ok(())
    }

    /// Removes the rows of a fact or step from cases that do not stand for its own any more. Returns
    /// those cases.
    fn leave(&mut self, table: &str, home: Home, id: Uuid) -> Result<Vec<Uuid>, Error> {
        if !home.anywhere {
            return Ok(Vec::new());
        }
        let (own, stands) = (home.own.document, home.stands.document);
        let left: Vec<Uuid> = self.rows(
            &format!(
                "SELECT document FROM {table} WHERE origin = ?1 AND id = ?2 AND document != ?3"
            ),
            [own.as_bytes(), id.as_bytes(), stands.as_bytes()],
            |row| row.get(0).map(Uuid::from_bytes),
        )?;
        for before in &left {
            self.connection
                .prepare_cached(&format!(
                    "DELETE FROM {table} WHERE document = ?1 AND id = ?2"
                ))?
                .execute([before.as_bytes(), id.as_bytes()])?;
            self.stale.insert(*before);
        }
        Ok(left)
    }

    pub(super) fn project_trust(
        &mut self,
        home: Home,
        id: Uuid,
        document: &Document,
        key: &str,
        origin: Origin,
    ) -> Result<(), Error> {
        let Some(trust) = document.trust(key) else {
            for (case, _) in home.both() {
                self.connection
                    .prepare_cached("DELETE FROM trust WHERE document = ?1 AND id = ?2")?
                    .execute([case.as_bytes(), id.as_bytes()])?;
            }
            return Ok(());
        };
        self.leave("trust", home, id)?;
        for (case, away) in home.both() {
            self.connection
                .prepare_cached(
                    "INSERT INTO trust (document, id, step, by, at, rev, origin)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (document, id) DO UPDATE SET at = excluded.at",
                )?
                .execute(params![
                    case.as_bytes(),
                    id.as_bytes(),
                    trust.step.word(),
                    trust.by.as_bytes(),
                    trust.at.timestamp_millis(),
                    origin.rev(),
                    away.as_ref().map(Uuid::as_bytes),
                ])?;
        }
        Ok(())
    }
}
