//! Records that could not be taken in: kept aside, tried again at every sync, never dropped.

use rusqlite::params;
use voorveld_protocol::{DeviceKey, LogId, PushedRecord, decode, encode};

use super::intake::RecordProblem;
use super::{Membership, Store, TakenIn};
use crate::{Error, SyncProblem};

/// A row of the table.
struct Waiting {
    log: Vec<u8>,
    seq: i64,
    device: [u8; 32],
    record: Vec<u8>,
}

impl Store {
    pub(super) fn set_aside(
        &self,
        (log, seq): (LogId, u64),
        device: DeviceKey,
        problem: &RecordProblem,
        record: &PushedRecord,
    ) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO set_aside (log, seq, device, reason, record)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                log.0,
                seq.cast_signed(),
                device.0,
                problem.to_string(),
                encode(record),
            ])?;
        Ok(())
    }

    fn waiting(&self) -> Result<Vec<Waiting>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT log, seq, device, record FROM set_aside ORDER BY log, seq")?;
        let rows = statement.query_map([], |row| {
            Ok(Waiting {
                log: row.get("log")?,
                seq: row.get("seq")?,
                device: row.get("device")?,
                record: row.get("record")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Tries once more what was set aside: what it waited for may be here now.
    pub(super) fn retry_set_aside(
        &mut self,
        member: &Membership,
        taken: &mut TakenIn,
    ) -> Result<(), Error> {
        for row in self.waiting()? {
            let record: PushedRecord = decode(&row.record).map_err(|_| SyncProblem::OwnStore)?;
            match self.apply_record(member, DeviceKey(row.device), &record) {
                Ok(()) => {
                    self.connection
                        .prepare_cached("DELETE FROM set_aside WHERE log = ?1 AND seq = ?2")?
                        .execute(params![row.log, row.seq])?;
                    taken.records += 1;
                    taken.set_aside = taken.set_aside.saturating_sub(1);
                }
                Err(RecordProblem::Store(error)) => return Err(error),
                Err(problem) => tracing::debug!("record {} stays set aside: {problem}", row.seq),
            }
        }
        Ok(())
    }
}
