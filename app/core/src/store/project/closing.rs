//! Projects closings of a case, and the status that follows from them.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::Part;
use crate::Error;
use crate::document::{Collection, Document, Touched};
use crate::model::{CaseStatus, ClosingWhat, Outcome};
use crate::store::Store;
use crate::store::documents::Origin;

/// The first encounter or linked signal of a case between two moments.
const FIRST_BETWEEN: &str = "
    SELECT id, at, by FROM (
      SELECT id, at, by FROM (SELECT id, at, by FROM encounters
        WHERE document = ?1 AND at > ?2 AND at < ?3 ORDER BY at, id LIMIT 1)
      UNION ALL
      SELECT s.id, s.at, s.by FROM signal_links l JOIN encounters s ON s.document = l.signal
        WHERE l.case_id = ?1 AND s.at > ?2 AND s.at < ?3)
    ORDER BY at, id LIMIT 1";

impl Store {
    /// Projects the touched closings.
    pub(super) fn project_closings(
        &self,
        case: Uuid,
        document: &Document,
        touched: &Touched,
        origin: Origin,
    ) -> Result<(), Error> {
        for (key, entry) in Self::touched_ids(touched, Collection::Closings) {
            let Some(closing) = document.closing(&key) else {
                continue;
            };
            self.connection
                .prepare_cached(
                    "INSERT INTO closings (document, id, at, by, what, outcome, text, rev)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                     ON CONFLICT (document, id) DO UPDATE SET at = excluded.at",
                )?
                .execute(params![
                    case.as_bytes(),
                    entry.as_bytes(),
                    closing.at.timestamp_millis(),
                    closing.by.as_bytes(),
                    closing.what.word(),
                    closing.outcome.map(Outcome::word).unwrap_or_default(),
                    closing.text,
                    origin.rev(),
                ])?;
            self.put_case_text(case, "closing", entry, &closing.text)?;
            self.note_unsent(case, Part::Other, entry, origin)?;
        }
        Ok(())
    }

    /// Derives a case's status from its closings and the entries after them. An entry logged on one
    /// phone after another phone closed the case reopens it without a further change: the result
    /// depends only on the entries, which both phones share.
    pub(super) fn settle_closings(&self, case: Uuid) -> Result<(), Error> {
        let bytes = case.as_bytes();
        self.connection
            .prepare_cached("DELETE FROM closings WHERE document = ?1 AND by_encounter")?
            .execute([bytes])?;
        let written = self.closings_by_time(case)?;
        let Some((_, mut last)) = written.last().copied() else {
            return Ok(());
        };
        for (index, (at, what)) in written.iter().enumerate() {
            let next = written.get(index + 1);
            let until = next.map_or(i64::MAX, |(at, _)| *at);
            if *what == ClosingWhat::Closed
                && next.is_none_or(|(_, what)| *what == ClosingWhat::Closed)
                && self.reopen_by_encounter(case, *at, until)?
                && next.is_none()
            {
                last = ClosingWhat::Reopened;
            }
        }
        let status = match last {
            ClosingWhat::Closed => CaseStatus::Closed,
            ClosingWhat::Reopened => CaseStatus::Open,
        };
        self.connection
            .prepare_cached(
                "UPDATE cases SET status = ?2, active = ?3 WHERE id = ?1 AND closing_said",
            )?
            .execute(params![bytes, status.word(), status == CaseStatus::Open])?;
        Ok(())
    }

    fn closings_by_time(&self, case: Uuid) -> Result<Vec<(i64, ClosingWhat)>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT at, what FROM closings WHERE document = ?1 ORDER BY at, id")?;
        let rows = statement.query_map([case.as_bytes()], |row| {
            let what: String = row.get(1)?;
            Ok((
                row.get(0)?,
                ClosingWhat::from_word(&what).unwrap_or(ClosingWhat::Reopened),
            ))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn reopen_by_encounter(&self, case: Uuid, from: i64, until: i64) -> Result<bool, Error> {
        let first: Option<([u8; 16], i64, [u8; 16])> = self
            .connection
            .prepare_cached(FIRST_BETWEEN)?
            .query_row(params![case.as_bytes(), from, until], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?;
        let Some((id, at, by)) = first else {
            return Ok(false);
        };
        self.connection
            .prepare_cached(
                "INSERT INTO closings (document, id, at, by, what, outcome, text, by_encounter, rev)
                 VALUES (?1, ?2, ?3, ?4, ?5, '', '', 1, 0)",
            )?
            .execute(params![
                case.as_bytes(),
                id,
                at,
                by,
                ClosingWhat::Reopened.word()
            ])?;
        Ok(true)
    }
}
