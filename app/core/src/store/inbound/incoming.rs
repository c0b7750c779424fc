//! The table `incoming`: records received but not yet applied.

use rusqlite::params;
use voorveld_protocol::{DeviceKey, LogId, PushedRecord, decode, encode};

use super::super::Store;
use super::super::meta::key;
use crate::view::CatchUp;
use crate::{Error, SyncProblem};

/// Number of records still to come that takes no time worth mentioning.
const FEW: u64 = 100;

/// A record waiting to be applied.
pub(super) struct Incoming {
    pub(super) key: i64,
    log: [u8; 16],
    pub(super) seq: u64,
    pub(super) device: DeviceKey,
    pub(super) record: PushedRecord,
    /// How often the app died while this record was in the current batch.
    pub(super) tries: i64,
}

impl Store {
    /// Queues a record.
    pub(super) fn keep_incoming(
        &self,
        (log, seq): (LogId, u64),
        device: DeviceKey,
        record: &PushedRecord,
    ) -> Result<(), Error> {
        let bytes = encode(record);
        self.connection
            .prepare_cached(
                "INSERT INTO incoming (log, seq, device, tag, size, record)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                log.0,
                seq.cast_signed(),
                device.0,
                record.document.0,
                bytes.len() as i64,
                bytes,
            ])?;
        Ok(())
    }

    /// Returns whether the queue is empty.
    pub(crate) fn all_taken_in(&self) -> Result<bool, Error> {
        let any = self
            .connection
            .prepare_cached("SELECT 1 FROM incoming LIMIT 1")?
            .exists([])?;
        Ok(!any)
    }

    /// Returns how far the phone is with the log, if more than a few records are still to come.
    pub(in crate::store) fn catch_up(&self) -> Result<Option<CatchUp>, Error> {
        let total = self.meta_u64(key::LOG_HEAD)?;
        let read = self.meta_u64(key::CURSOR_SEQ)?;
        let waiting = self.count("SELECT count(*) FROM incoming", [])?;
        let done = read.saturating_sub(u64::from(waiting));
        let number = |records: u64| u32::try_from(records).unwrap_or(u32::MAX);
        Ok((total.saturating_sub(done) > FEW).then(|| CatchUp {
            done: number(done),
            total: number(total),
        }))
    }

    /// Returns the oldest records of a document, limited by number and, after the first, by bytes.
    pub(super) fn incoming_of(
        &self,
        tag: [u8; 16],
        records: usize,
        most: i64,
    ) -> Result<Vec<Incoming>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key, log, seq, device, record, tries, size FROM incoming
             WHERE tag = ?1 AND tries = 0 ORDER BY key LIMIT ?2",
        )?;
        let mut rows = statement.query(params![tag, records as i64])?;
        let (mut all, mut bytes) = (Vec::new(), 0);
        while let Some(row) = rows.next()? {
            let size: i64 = row.get("size")?;
            if !all.is_empty() && bytes + size > most {
                break;
            }
            bytes += size;
            all.push(incoming(row)?);
        }
        Ok(all)
    }

    /// Returns the oldest record that the app died on.
    pub(super) fn one_it_died_on(&self) -> Result<Option<Incoming>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key, log, seq, device, record, tries FROM incoming
             WHERE tries > 0 ORDER BY key LIMIT 1",
        )?;
        let mut rows = statement.query([])?;
        rows.next()?.map(incoming).transpose()
    }

    pub(super) fn forget_incoming(&self, key: i64) -> Result<(), Error> {
        self.connection
            .prepare_cached("DELETE FROM incoming WHERE key = ?1")?
            .execute([key])?;
        Ok(())
    }
}

impl Incoming {
    /// Returns the record's position in the log.
    pub(super) fn place(&self) -> (LogId, u64) {
        (LogId(self.log), self.seq)
    }
}

fn incoming(row: &rusqlite::Row<'_>) -> Result<Incoming, Error> {
    let record: Vec<u8> = row.get("record")?;
    Ok(Incoming {
        key: row.get("key")?,
        log: row.get("log")?,
        seq: row.get::<_, i64>("seq")?.cast_unsigned(),
        device: DeviceKey(row.get("device")?),
        record: decode(&record).map_err(|_| SyncProblem::OwnStore)?,
        tries: row.get("tries")?,
    })
}
