//! Quarantined (set aside) records: those that could not be applied, kept with the reason. They are
//! retried when the change they wait for arrives, and once by each other version of the app, not at
//! every sync. The table is bounded; the log holds every record.

use rusqlite::params;
use uuid::Uuid;
use voorveld_protocol::{DeviceKey, LogId, PushedRecord, decode, encode};

use super::inbound::RecordProblem;
use super::{IntakeResult, Membership, Store};
use crate::model::QuarantineReason;
use crate::{Error, SyncProblem};

/// This version of the app. A different version retries each record once.
const APP: &str = env!("CARGO_PKG_VERSION");

/// Maximum rows per device; records beyond that are only counted.
const MOST_ROWS: i64 = 500;
/// Maximum bytes of records, per device and in total; beyond that only the hash is kept.
const MOST_BYTES: i64 = 4 * 1024 * 1024;
const MOST_BYTES_OF_ALL: i64 = 16 * 1024 * 1024;

/// A quarantined record to be retried.
struct Waiting {
    log: Vec<u8>,
    seq: i64,
    device: [u8; 32],
    record: Vec<u8>,
}

impl Store {
    /// Quarantines a record; `about` is the document it concerns, if known.
    pub(super) fn quarantine_record(
        &self,
        member: &Membership,
        (log, seq): (LogId, u64),
        device: DeviceKey,
        record: &PushedRecord,
        problem: &RecordProblem,
        about: Option<Uuid>,
    ) -> Result<(), Error> {
        let (rows, bytes, all): (i64, i64, i64) = self
            .connection
            .prepare_cached(
                "SELECT count(*) FILTER (WHERE device = ?1),
                   coalesce(sum(length(record)) FILTER (WHERE device = ?1), 0),
                   coalesce(sum(length(record)), 0)
                 FROM set_aside",
            )?
            .query_row([device.0], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
        if rows >= MOST_ROWS {
            self.connection
                .prepare_cached(
                    "INSERT INTO set_aside_beyond (device, records) VALUES (?1, 1)
                     ON CONFLICT (device) DO UPDATE SET records = records + 1",
                )?
                .execute([device.0])?;
            return Ok(());
        }
        let mut kept = encode(record);
        let more = kept.len() as i64;
        // What does not open with this key never will.
        let never = problem.why() == QuarantineReason::Sealed;
        if never || bytes + more > MOST_BYTES || all + more > MOST_BYTES_OF_ALL {
            kept.clear();
        }
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO set_aside
                   (log, seq, device, reason, record, why, document, waits_for, app, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                log.0,
                seq.cast_signed(),
                device.0,
                problem.to_string(),
                kept,
                problem.why().word(),
                about.map(|id| *id.as_bytes()),
                problem.waits_for().map(|change| change.0),
                APP,
                record.hash(member.team, device).0,
            ])?;
        Ok(())
    }

    /// Retries once what another version of the app quarantined.
    pub(super) fn retry_as_newer_app(
        &mut self,
        member: &Membership,
        taken: &mut IntakeResult,
    ) -> Result<(), Error> {
        let rows = self.set_aside_rows(
            "SELECT log, seq, device, record FROM set_aside
             WHERE app != ?1 AND length(record) > 0 ORDER BY log, seq",
            [APP],
        )?;
        for row in rows {
            self.retry(member, row, taken)?;
        }
        Ok(())
    }

    /// Retries records that wait for a change of this document, until none can be applied any more.
    pub(super) fn retry_waiting(
        &mut self,
        member: &Membership,
        document: Uuid,
        taken: &mut IntakeResult,
    ) -> Result<(), Error> {
        loop {
            let waiting = self.set_aside_rows(
                "SELECT log, seq, device, record FROM set_aside
                 WHERE document = ?1 AND waits_for IS NOT NULL AND length(record) > 0
                 ORDER BY log, seq",
                [document.as_bytes()],
            )?;
            let mut done = false;
            for row in waiting {
                done |= self.has_come(document, &row)? && self.retry(member, row, taken)?;
            }
            if !done {
                return Ok(());
            }
        }
    }

    fn has_come(&mut self, id: Uuid, row: &Waiting) -> Result<bool, Error> {
        let waits_for: [u8; 32] = self
            .connection
            .prepare_cached("SELECT waits_for FROM set_aside WHERE log = ?1 AND seq = ?2")?
            .query_row(params![row.log, row.seq], |row| row.get(0))?;
        let document = self.open_document(id)?;
        let come = document.has(&automerge::ChangeHash(waits_for));
        self.keep_open(id, document);
        Ok(come)
    }

    /// Retries one record. Returns whether it was applied.
    fn retry(
        &mut self,
        member: &Membership,
        row: Waiting,
        taken: &mut IntakeResult,
    ) -> Result<bool, Error> {
        let record: PushedRecord = decode(&row.record).map_err(|_| SyncProblem::OwnStore)?;
        let problem = match self.apply_record(member, DeviceKey(row.device), &record) {
            Ok(_) => {
                self.connection
                    .prepare_cached("DELETE FROM set_aside WHERE log = ?1 AND seq = ?2")?
                    .execute(params![row.log, row.seq])?;
                taken.records += 1;
                taken.quarantined = taken.quarantined.saturating_sub(1);
                return Ok(true);
            }
            Err(RecordProblem::Store(error)) => return Err(error),
            Err(problem) => problem,
        };
        tracing::debug!("record {} stays set aside: {problem}", row.seq);
        self.connection
            .prepare_cached(
                "UPDATE set_aside SET reason = ?3, why = ?4, waits_for = ?5, app = ?6
                 WHERE log = ?1 AND seq = ?2",
            )?
            .execute(params![
                row.log,
                row.seq,
                problem.to_string(),
                problem.why().word(),
                problem.waits_for().map(|change| change.0),
                APP,
            ])?;
        Ok(false)
    }

    fn set_aside_rows(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<Waiting>, Error> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, |row| {
            Ok(Waiting {
                log: row.get("log")?,
                seq: row.get("seq")?,
                device: row.get("device")?,
                record: row.get("record")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
