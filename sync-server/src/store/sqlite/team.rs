//! Teams and their devices.

use rusqlite::{Connection, OptionalExtension};
use voorveld_protocol::{Chain, DeviceKey, Hash, Head, LogId, TeamTag};

use super::uint;
use crate::{NewTeam, StoreError};

pub(super) struct TeamRow {
    pub(super) id: i64,
    pub(super) head: Head,
    pub(super) status_version: u64,
}

pub(super) struct DeviceRow {
    pub(super) id: i64,
    pub(super) kept: u64,
}

pub(super) fn create(connection: &Connection, new: &NewTeam) -> Result<(), StoreError> {
    let founder: Option<[u8; 32]> = connection
        .prepare_cached("SELECT founder FROM teams WHERE tag = ?1")?
        .query_row([new.team.0], |row| row.get(0))
        .optional()?;
    match founder {
        Some(founder) if founder == new.founder.0 => return Ok(()),
        Some(_) => return Err(StoreError::TeamTaken),
        None => {}
    }
    let team = connection
        .prepare_cached(
            "INSERT INTO teams (tag, founder, log, head, chain, status_version)
             VALUES (?1, ?2, ?3, 0, ?4, 0)",
        )?
        .insert((
            new.team.0,
            new.founder.0,
            new.log.0,
            Chain::start(new.log).0.0,
        ))?;
    admit(connection, team, new.founder)
}

/// Adds a device to the team; does nothing if it already belongs to it.
pub(super) fn admit(
    connection: &Connection,
    team: i64,
    device: DeviceKey,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO devices (team, key, kept, status_version) VALUES (?1, ?2, 0, 0)
             ON CONFLICT (team, key) DO NOTHING",
        )?
        .execute((team, device.0))?;
    Ok(())
}

pub(super) fn team(connection: &Connection, tag: TeamTag) -> Result<TeamRow, StoreError> {
    connection
        .prepare_cached("SELECT id, log, head, chain, status_version FROM teams WHERE tag = ?1")?
        .query_row([tag.0], |row| {
            Ok(TeamRow {
                id: row.get(0)?,
                head: Head {
                    log: LogId(row.get(1)?),
                    seq: uint(row, 2)?,
                    chain: Chain(Hash(row.get(3)?)),
                },
                status_version: uint(row, 4)?,
            })
        })
        .optional()?
        .ok_or(StoreError::UnknownTeam)
}

pub(super) fn device(
    connection: &Connection,
    team: i64,
    key: DeviceKey,
) -> Result<DeviceRow, StoreError> {
    connection
        .prepare_cached("SELECT id, kept FROM devices WHERE team = ?1 AND key = ?2")?
        .query_row((team, key.0), |row| {
            Ok(DeviceRow {
                id: row.get(0)?,
                kept: uint(row, 1)?,
            })
        })
        .optional()?
        .ok_or(StoreError::UnknownDevice)
}

pub(super) fn tag_of(connection: &Connection, team: i64) -> Result<TeamTag, StoreError> {
    Ok(connection
        .prepare_cached("SELECT tag FROM teams WHERE id = ?1")?
        .query_row([team], |row| row.get(0).map(TeamTag))?)
}
