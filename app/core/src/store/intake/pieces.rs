//! What came in is taken in by pieces, so that a save waits for one piece at most. A record lies in
//! `incoming` from the page that brought it until the piece that takes it in: the cursor is past it, a
//! phone that dies goes on where it was.
//!
//! Records of one document are taken in together, the document with the newest record first. Before a
//! piece is begun it is noted durably which records are in it. A record that the app died on is tried alone
//! the next time, and in the end set aside: in a browser nothing can catch a panic.

use uuid::Uuid;

use super::super::meta::key;
use super::super::{Membership, Store, TakenIn};
use super::RecordProblem;
use super::incoming::Incoming;
use super::record::open_record;
use super::room::guarded;
use crate::Error;
use crate::sync::payload::{Body, Payload};

/// Bytes that wait before they are taken in although the log has more: so that a document is opened once
/// for many pages.
const WAIT_FOR: i64 = 8 * 1024 * 1024;

/// How long a piece is to take, in milliseconds; what the next one holds follows from how long the last
/// one took.
const SHORT: i64 = 15;
const LONG: i64 = 35;

/// Bytes of a piece: at first, at least, at most.
pub(in crate::store) const PIECE: i64 = 32 * 1024;
const LEAST: i64 = 4 * 1024;
const MOST: i64 = 512 * 1024;

/// Records of a piece, whatever their size.
const RECORDS: usize = 256;

/// So often the app may die on a record: once among others, then alone.
const DEATHS: i64 = 3;

impl Store {
    /// Something waits, and it is time to take it in.
    pub(super) fn pieces_due(&self) -> Result<bool, Error> {
        let waiting: i64 = self
            .connection
            .prepare_cached("SELECT coalesce(sum(size), 0) FROM incoming")?
            .query_row([], |row| row.get(0))?;
        let read_to_end = self.meta::<bool>(key::READ_TO_END)?.unwrap_or_default();
        Ok(waiting >= WAIT_FOR || (waiting > 0 && read_to_end))
    }

    /// Takes in the next piece of what waits; nothing when nothing does.
    ///
    /// # Errors
    /// Errors of the store; what was in the piece waits on.
    pub(crate) fn take_piece(&mut self) -> Result<TakenIn, Error> {
        let member = self.membership()?.ok_or(Error::NoTeam)?;
        let piece = self.take_in_hand(&member)?;
        let began = self.environment.now();
        let bytes = self.piece_bytes;
        let taken = self.atomically(|store| {
            let mut taken = TakenIn::default();
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

    /// Notes durably which records are next.
    fn take_in_hand(&mut self, member: &Membership) -> Result<Vec<Vec<Incoming>>, Error> {
        self.atomically(|store| {
            store.set_aside_what_it_died_on(member)?;
            let piece = store.next_piece()?;
            let keys: Vec<i64> = piece.iter().flatten().map(|row| row.key).collect();
            store.set_meta_json(key::IN_HAND, &keys)?;
            Ok(piece)
        })
    }

    /// As far as an app comes that dies on a piece.
    #[cfg(test)]
    pub(in crate::store) fn die_on_a_piece(&mut self) -> Result<(), Error> {
        let member = self.membership()?.ok_or(Error::NoTeam)?;
        self.take_in_hand(&member).map(drop)
    }

    /// The records of the next piece, by document.
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
            // What the app died on before, each alone.
            piece.extend(self.one_it_died_on()?.map(|row| vec![row]));
        }
        Ok(piece)
    }
    /// After a start: what was in hand when the app died is tried alone from now on.
    pub(in crate::store) fn note_what_it_died_on(&self) -> Result<(), Error> {
        let keys: Option<Vec<i64>> = self.meta_json(key::IN_HAND)?;
        for row in keys.into_iter().flatten() {
            self.connection
                .prepare_cached("UPDATE incoming SET tries = tries + 1 WHERE key = ?1")?
                .execute([row])?;
        }
        self.clear_meta(key::IN_HAND)
    }

    /// What the app died on however it was tried is set aside.
    fn set_aside_what_it_died_on(&self, member: &Membership) -> Result<(), Error> {
        while let Some(row) = self.one_it_died_on()? {
            if row.tries < DEATHS {
                break;
            }
            tracing::error!("the app died {} times on record {}", row.tries, row.seq);
            let problem = RecordProblem::Broke;
            self.set_aside(member, row.place(), row.device, &row.record, &problem, None)?;
            self.forget_incoming(row.key)?;
        }
        Ok(())
    }

    /// Takes in records of one document, together if that can be.
    fn take_group(
        &mut self,
        member: &Membership,
        rows: Vec<Incoming>,
        taken: &mut TakenIn,
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
            // One of them: each for itself.
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

    /// All of it, or nothing.
    fn apply_together(&mut self, records: &[(Incoming, Payload)]) -> Result<(), RecordProblem> {
        self.in_closed_room(|store| {
            for payload in joined(records.iter().map(|(_, payload)| payload)) {
                store.apply_payload(payload)?;
            }
            Ok(())
        })
    }

    fn refuse(
        &self,
        member: &Membership,
        row: &Incoming,
        problem: RecordProblem,
        about: Option<Uuid>,
        taken: &mut TakenIn,
    ) -> Result<(), Error> {
        if let RecordProblem::Store(error) = problem {
            return Err(error);
        }
        tracing::warn!("record {} is set aside: {problem}", row.seq);
        taken.set_aside += 1;
        self.set_aside(
            member,
            row.place(),
            row.device,
            &row.record,
            &problem,
            about,
        )
    }
}

/// Payloads of one document; changes that follow each other are one payload.
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
