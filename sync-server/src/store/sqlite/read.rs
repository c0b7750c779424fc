//! Reading a page of a log.

use rusqlite::{Connection, OptionalExtension, Row};
use voorveld_protocol::{
    Chain, DeviceKey, DocumentTag, Hash, PushedRecord, RecordKind, Signature, Status, SyncResponse,
};

use super::{push::place, team, uint};
use crate::{
    Query, StoreError,
    store::page::{OWN_COST, Page, is_restarted},
};

/// Reads in one transaction, so that head, entries and statuses come from one snapshot.
pub(super) fn read(connection: &Connection, query: &Query) -> Result<SyncResponse, StoreError> {
    let moment = connection.unchecked_transaction()?;
    let response = page(&moment, query)?;
    moment.finish()?;
    Ok(response)
}

fn page(connection: &Connection, query: &Query) -> Result<SyncResponse, StoreError> {
    let team = team::team(connection, query.team)?;
    let device = team::device(connection, team.id, query.device)?;
    let chain_at = match query.cursor.seq {
        seq @ 1.. if seq <= team.head.seq => chain_at(connection, team.id, seq)?,
        _ => None,
    };
    let restarted = is_restarted(&query.cursor, &team.head, chain_at);
    let from = if restarted { 0 } else { query.cursor.seq };

    let mut page = Page::new(query.max_bytes);
    fill(
        connection,
        &mut page,
        query,
        (team.id, device.id),
        (from, team.head.seq),
    )?;
    // A version of another log, or one from before the server was restored, says nothing here.
    let since = if restarted || query.status_version > team.status_version {
        0
    } else {
        query.status_version
    };
    statuses(connection, &mut page, team.id, device.id, since)?;
    Ok(page.finish(restarted, from, team.head, device.kept, team.status_version))
}

fn chain_at(connection: &Connection, team: i64, seq: u64) -> Result<Option<Chain>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT chain FROM records WHERE place = ?1")?
        .query_row([place(team, seq)?], |row| row.get(0))
        .optional()?
        .map(|chain| Chain(Hash(chain))))
}

fn fill(
    connection: &Connection,
    page: &mut Page,
    query: &Query,
    (team, own): (i64, i64),
    (from, to): (u64, u64),
) -> Result<(), StoreError> {
    if from >= to {
        return Ok(());
    }
    // The payload of the caller's own records is not read from disk.
    let mut rows = connection.prepare_cached(
        "SELECT device, dev_seq, kind, epoch, document, hash, signature,
                CASE WHEN device = ?3 THEN NULL ELSE sealed END
         FROM records WHERE place > ?1 AND place <= ?2 ORDER BY place",
    )?;
    let whole_own = -1;
    let hidden = if query.include_own { whole_own } else { own };
    let mut rows = rows.query((place(team, from)?, place(team, to)?, hidden))?;
    let mut known: Vec<(i64, DeviceKey)> = vec![(own, query.device)];
    while let Some(row) = rows.next()? {
        let device: i64 = row.get(0)?;
        if device == hidden {
            if !page.fits(OWN_COST) {
                break;
            }
            page.add_own(uint(row, 1)?, Hash(row.get(5)?));
            continue;
        }
        let size = row
            .get_ref(7)?
            .as_blob()
            .map_err(rusqlite::Error::from)?
            .len();
        if !page.fits(Page::cost_of_record(size)) {
            break;
        }
        let key = match known.iter().find(|(id, _)| *id == device) {
            Some((_, key)) => *key,
            None => {
                let key = device_key(connection, device)?;
                known.push((device, key));
                key
            }
        };
        page.add_record(key, record(row)?);
    }
    Ok(())
}

fn record(row: &Row<'_>) -> rusqlite::Result<PushedRecord> {
    Ok(PushedRecord {
        dev_seq: uint(row, 1)?,
        kind: RecordKind(row.get(2)?),
        epoch: row.get(3)?,
        document: DocumentTag(row.get(4)?),
        signature: Signature(row.get(6)?),
        sealed: row.get(7)?,
    })
}

fn device_key(connection: &Connection, device: i64) -> Result<DeviceKey, StoreError> {
    Ok(connection
        .prepare_cached("SELECT key FROM devices WHERE id = ?1")?
        .query_row([device], |row| row.get(0).map(DeviceKey))?)
}

fn statuses(
    connection: &Connection,
    page: &mut Page,
    team: i64,
    own: i64,
    since: u64,
) -> Result<(), StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT key, status FROM devices
         WHERE team = ?1 AND id <> ?2 AND status_version > ?3 ORDER BY status_version",
    )?;
    let mut rows = rows.query((team, own, super::int(since)?))?;
    while let Some(row) = rows.next()? {
        let status: Vec<u8> = row.get(1)?;
        let status: Status = voorveld_protocol::decode(&status)
            .map_err(|e| StoreError::Storage(format!("a status that was kept: {e}")))?;
        page.add_status(DeviceKey(row.get(0)?), status);
    }
    Ok(())
}
