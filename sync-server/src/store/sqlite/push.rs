//! Appending to a log.

use rusqlite::{Connection, OptionalExtension};
use voorveld_protocol::{Chain, Hash, Status};

use super::{int, schema::SEQ_BITS, team, uint};
use crate::{NumberedRecord, Push, StoreError};

/// Returns the primary key of a record: the team in the high bits, the log number in the low ones.
pub(super) fn place(team: i64, seq: u64) -> Result<i64, StoreError> {
    if seq >> SEQ_BITS != 0 || team >> (63 - SEQ_BITS) != 0 {
        return Err(StoreError::Storage("the log is full".into()));
    }
    Ok(team << SEQ_BITS | int(seq)?)
}

pub(super) fn push(connection: &Connection, push: &Push) -> Result<u64, StoreError> {
    let team = team::team(connection, push.team)?;
    let device = team::device(connection, team.id, push.device)?;
    let fresh = fresh(connection, device.id, device.kept, &push.records)?;
    if !fresh.is_empty() {
        append(connection, team.id, device.id, fresh)?;
    }
    if let Some(status) = &push.status {
        set_status(connection, team.id, device.id, status)?;
    }
    Ok(device.kept + fresh.len() as u64)
}

/// Returns the records that are not stored yet, after checking that the others equal the stored ones.
fn fresh<'a>(
    connection: &Connection,
    device: i64,
    kept: u64,
    records: &'a [NumberedRecord],
) -> Result<&'a [NumberedRecord], StoreError> {
    let known = records.iter().take_while(|r| r.record.dev_seq <= kept);
    for known in known.clone() {
        let dev_seq = known.record.dev_seq;
        let hash: Option<[u8; 32]> = connection
            .prepare_cached("SELECT hash FROM records WHERE device = ?1 AND dev_seq = ?2")?
            .query_row((device, int(dev_seq)?), |row| row.get(0))
            .optional()?;
        match hash {
            Some(hash) if hash == known.hash.0 => {}
            Some(_) => return Err(StoreError::Fork(dev_seq)),
            None => return Err(StoreError::Gap(kept + 1)),
        }
    }
    let fresh = &records[known.count()..];
    for (expected, record) in (kept + 1..).zip(fresh) {
        if record.record.dev_seq != expected {
            return Err(StoreError::Gap(expected));
        }
    }
    Ok(fresh)
}

fn append(
    connection: &Connection,
    team: i64,
    device: i64,
    records: &[NumberedRecord],
) -> Result<(), StoreError> {
    let count = int(records.len() as u64)?;
    let (head, mut chain) = connection
        .prepare_cached("UPDATE teams SET head = head + ?2 WHERE id = ?1 RETURNING head, chain")?
        .query_row((team, count), |row| {
            Ok((uint(row, 0)?, Chain(Hash(row.get(1)?))))
        })?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO records
            (place, device, dev_seq, kind, epoch, document, hash, chain, signature, sealed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    let first = head + 1 - records.len() as u64;
    for (seq, NumberedRecord { record, hash }) in (first..).zip(records) {
        chain = chain.after(seq, *hash);
        insert.execute((
            place(team, seq)?,
            device,
            int(record.dev_seq)?,
            record.kind.0,
            record.epoch,
            record.document.0,
            hash.0,
            chain.0.0,
            record.signature.0,
            &record.sealed,
        ))?;
    }
    connection
        .prepare_cached("UPDATE teams SET chain = ?2 WHERE id = ?1")?
        .execute((team, chain.0.0))?;
    connection
        .prepare_cached("UPDATE devices SET kept = kept + ?2 WHERE id = ?1")?
        .execute((device, count))?;
    Ok(())
}

/// Stores a status; an unchanged one keeps its version, so that it is not sent again.
fn set_status(
    connection: &Connection,
    team: i64,
    device: i64,
    status: &Status,
) -> Result<(), StoreError> {
    let status = voorveld_protocol::encode(status);
    let same: bool = connection
        .prepare_cached("SELECT status IS ?2 FROM devices WHERE id = ?1")?
        .query_row((device, &status), |row| row.get(0))?;
    if same {
        return Ok(());
    }
    let version: i64 = connection
        .prepare_cached(
            "UPDATE teams SET status_version = status_version + 1 WHERE id = ?1
             RETURNING status_version",
        )?
        .query_row([team], |row| row.get(0))?;
    connection
        .prepare_cached("UPDATE devices SET status = ?2, status_version = ?3 WHERE id = ?1")?
        .execute((device, &status, version))?;
    Ok(())
}
