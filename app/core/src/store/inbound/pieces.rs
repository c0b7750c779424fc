//! Queued records are applied in batches (pieces), so that a save waits for one batch at most. A record
//! stays in `incoming` from the page that brought it until its batch commits; since the cursor is
//! already past it, a phone that dies resumes where it was.
//!
//! Records of one document are applied together, starting with the document whose record is newest. A
//! batch first commits the list of its records. A record that the app died on is next tried alone, and
//! finally quarantined: in a browser, panics cannot be caught.

use uuid::Uuid;

use super::super::meta::key;
use super::super::{IntakeResult, Membership, Store};
use super::RecordProblem;
use super::incoming::Incoming;
use super::record::open_record;
use super::room::guarded;
use crate::Error;
use crate::store::payload::{Body, Payload};

/// Queued bytes from which records are applied although the log has more pages. Waiting this long lets
/// a document be loaded once for many pages.
const WAIT_FOR: i64 = 8 * 1024 * 1024;

/// Target duration of a batch, in milliseconds; below or above it, the next batch is doubled or halved.
const SHORT: i64 = 15;
const LONG: i64 = 35;

/// Size of a batch in bytes: initial, minimum and maximum.
pub(in crate::store) const PIECE: i64 = 32 * 1024;
const LEAST: i64 = 4 * 1024;
const MOST: i64 = 512 * 1024;

/// Maximum records of one document in a batch; from this many on, a batch takes no further document.
const RECORDS: usize = 256;

/// Number of deaths after which a record is quarantined: the first in a shared batch, the others alone.
const DEATHS: i64 = 3;

impl Store {
    /// Returns whether records are queued and it is time to apply them.
    pub(super) fn pieces_due(&self) -> Result<bool, Error> {
        let waiting: i64 = self
            .connection
            .prepare_cached("SELECT coalesce(sum(size), 0) FROM incoming")?
            .query_row([], |row| row.get(0))?;
        let read_to_end = self.meta::<bool>(key::READ_TO_END)?.unwrap_or_default();
        Ok(waiting >= WAIT_FOR || (waiting > 0 && read_to_end))
    }

    /// Applies the next batch of queued records, if there are any.
    ///
    /// # Errors
    /// [`Error::NoTeam`]; errors of the store, after which the batch stays queued.
    pub(crate) fn take_piece(&mut self) -> Result<IntakeResult, Error> {
        let member = self.membership()?.ok_or(Error::NoTeam)?;
        let piece = self.take_in_hand(&member)?;
        let began = self.environment.now();
        let bytes = self.piece_bytes;
        let taken = self.atomically(|store| {
            let mut taken = IntakeResult::default();
            for rows in piece {
                store.take_group(&member, rows, &mut taken)?;
            }
            store.clear_meta(key::IN_HAND)?;
            store.settle(&member, &mut taken)?;
            Ok(taken)
        })?;
        let took = (self.environment.now() - began).num_milliseconds();
        self.piece_bytes = match took {
            ..SHORT => (2 * bytes).min(MOST),
            SHORT..LONG => bytes,
            _ => (bytes / 2).max(LEAST),
        };
        Ok(taken)
    }

    /// Commits the list of records in the next batch, and returns them by document.
    fn take_in_hand(&mut self, member: &Membership) -> Result<Vec<Vec<Incoming>>, Error> {
        self.atomically(|store| {
            store.set_aside_what_it_died_on(member)?;
            let piece = store.next_piece()?;
            let keys: Vec<i64> = piece.iter().flatten().map(|row| row.key).collect();
            store.set_meta_json(key::IN_HAND, &keys)?;
            Ok(piece)
        })
    }

    /// Simulates an app that dies on a batch: stops once the batch is recorded.
    #[cfg(test)]
    pub(in crate::store) fn die_on_a_piece(&mut self) -> Result<(), Error> {
        let member = self.membership()?.ok_or(Error::NoTeam)?;
        self.take_in_hand(&member).map(drop)
    }

    /// Returns the records of the next batch, grouped by document.
    fn next_piece(&self) -> Result<Vec<Vec<Incoming>>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT tag, sum(size) FROM incoming WHERE tries = 0
             GROUP BY tag ORDER BY max(key) DESC LIMIT 64",
        )?;
        let tags = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut piece = Vec::new();
        let (mut bytes, mut records) = (0, 0);
        for tag in tags {
            let (tag, size): ([u8; 16], i64) = tag?;
            if records > 0 && (bytes + size > self.piece_bytes || records >= RECORDS) {
                break;
            }
            let rows = self.incoming_of(tag, RECORDS, MOST)?;
            (bytes, records) = (bytes + size, records + rows.len());
            piece.push(rows);
        }
        if piece.is_empty() {
            // Records that the app died on come last, each alone.
            piece.extend(self.one_it_died_on()?.map(|row| vec![row]));
        }
        Ok(piece)
    }
    /// Marks the records that were in the current batch when the app died. Called at the start.
    pub(in crate::store) fn note_what_it_died_on(&self) -> Result<(), Error> {
        let keys: Option<Vec<i64>> = self.meta_json(key::IN_HAND)?;
        for row in keys.into_iter().flatten() {
            self.connection
                .prepare_cached("UPDATE incoming SET tries = tries + 1 WHERE key = ?1")?
                .execute([row])?;
        }
        self.clear_meta(key::IN_HAND)
    }

    /// Quarantines records that the app has died on [`DEATHS`] times.
    fn set_aside_what_it_died_on(&self, member: &Membership) -> Result<(), Error> {
        while let Some(row) = self.one_it_died_on()? {
            if row.tries < DEATHS {
                break;
            }
            tracing::error!("the app died {} times on record {}", row.tries, row.seq);
            let problem = RecordProblem::Broke;
            self.quarantine_record(member, row.place(), row.device, &row.record, &problem, None)?;
            self.forget_incoming(row.key)?;
        }
        Ok(())
    }

    /// Applies records of one document, together if possible.
    fn take_group(
        &mut self,
        member: &Membership,
        rows: Vec<Incoming>,
        taken: &mut IntakeResult,
    ) -> Result<(), Error> {
        let mut together = Vec::new();
        let mut document = None;
        for row in rows {
            self.forget_incoming(row.key)?;
            match guarded(|| open_record(member, row.device, &row.record)) {
                Ok(payload) => {
                    document = Some(payload.document);
                    together.push((row, payload));
                }
                Err(problem) => self.refuse(member, &row, problem, None, taken)?,
            }
        }
        let Some(document) = document else {
            return Ok(());
        };
        match self.apply_together(&together) {
            Ok(()) => taken.records += together.len() as u32,
            Err(RecordProblem::Store(error)) => return Err(error),
            // At least one record is faulty: apply them one by one.
            Err(_) => {
                for (row, payload) in together {
                    match self.in_closed_room(|store| store.apply_payload(payload)) {
                        Ok(()) => taken.records += 1,
                        Err(problem) => {
                            self.refuse(member, &row, problem, Some(document), taken)?;
                        }
                    }
                }
            }
        }
        self.retry_waiting(member, document, taken)
    }

    /// Applies all records in one savepoint.
    fn apply_together(&mut self, records: &[(Incoming, Payload)]) -> Result<(), RecordProblem> {
        self.in_closed_room(|store| {
            for payload in joined(records.iter().map(|(_, payload)| payload)) {
                store.apply_payload(payload)?;
            }
            Ok(())
        })
    }

    /// Quarantines a record, unless the problem is an error of the store.
    fn refuse(
        &self,
        member: &Membership,
        row: &Incoming,
        problem: RecordProblem,
        about: Option<Uuid>,
        taken: &mut IntakeResult,
    ) -> Result<(), Error> {
        if let RecordProblem::Store(error) = problem {
            return Err(error);
        }
        tracing::warn!("record {} is set aside: {problem}", row.seq);
        taken.quarantined += 1;
        self.quarantine_record(
            member,
            row.place(),
            row.device,
            &row.record,
            &problem,
            about,
        )
    }
}

/// Merges adjacent change payloads of one document into one payload.
fn joined<'a>(payloads: impl Iterator<Item = &'a Payload>) -> Vec<Payload> {
    let mut all: Vec<Payload> = Vec::new();
    for payload in payloads {
        if let Some(last) = all.last_mut()
            && last.kind == payload.kind
            && let (Body::Changes(before), Body::Changes(more)) = (&mut last.body, &payload.body)
        {
            before.extend_from_slice(more);
        } else {
            all.push(payload.clone());
        }
    }
    all
}
