//! Mailboxes: stored by a device of the team, opened by one new device, expired within a day.

use rusqlite::{Connection, OptionalExtension, Row};
use voorveld_protocol::{DeviceKey, MailboxContents, MailboxId};

use super::{int, team, uint};
use crate::{
    NewMailbox, StoreError,
    store::{MAILBOX_MEMORY_SECONDS, MAX_MAILBOXES},
};

struct MailboxRow {
    team: i64,
    inviter: DeviceKey,
    expires: u64,
    opened_by: Option<DeviceKey>,
    sealed: Option<Vec<u8>>,
}

pub(super) fn put(connection: &Connection, new: &NewMailbox) -> Result<(), StoreError> {
    let team = team::team(connection, new.team)?;
    team::device(connection, team.id, new.inviter)?;
    forget(connection, new.now)?;
    if let Some(there) = find(connection, new.mailbox)? {
        let same = there.team == team.id
            && there.inviter == new.inviter
            && there.sealed.as_ref() == Some(&new.sealed);
        return if same {
            Ok(())
        } else {
            Err(StoreError::MailboxTaken)
        };
    }
    let waiting = connection
        .prepare_cached("SELECT count(*) FROM mailboxes WHERE team = ?1 AND expires > ?2")?
        .query_row((team.id, int(new.now)?), |row| uint(row, 0))?;
    if waiting >= MAX_MAILBOXES {
        return Err(StoreError::TooManyMailboxes);
    }
    connection
        .prepare_cached(
            "INSERT INTO mailboxes (mailbox, team, inviter, expires, sealed)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((
            new.mailbox.0,
            team.id,
            new.inviter.0,
            int(new.expires)?,
            &new.sealed,
        ))?;
    Ok(())
}

pub(super) fn open(
    connection: &Connection,
    mailbox: MailboxId,
    device: DeviceKey,
    now: u64,
) -> Result<MailboxContents, StoreError> {
    forget(connection, now)?;
    let row = find(connection, mailbox)?.ok_or(StoreError::MailboxUnknown)?;
    if row.opened_by.is_some_and(|other| other != device) {
        return Err(StoreError::MailboxUsed);
    }
    let sealed = match row.sealed {
        Some(sealed) if row.expires > now => sealed,
        _ => return Err(StoreError::MailboxExpired),
    };
    if row.opened_by.is_none() {
        connection
            .prepare_cached("UPDATE mailboxes SET opened_by = ?2 WHERE mailbox = ?1")?
            .execute((mailbox.0, device.0))?;
    }
    team::admit(connection, row.team, device)?;
    Ok(MailboxContents {
        team: team::tag_of(connection, row.team)?,
        inviter: row.inviter,
        sealed,
    })
}

/// Deletes the content of expired mailboxes, and a week after expiry the mailboxes themselves.
fn forget(connection: &Connection, now: u64) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "UPDATE mailboxes SET sealed = NULL WHERE expires <= ?1 AND sealed IS NOT NULL",
        )?
        .execute([int(now)?])?;
    connection
        .prepare_cached("DELETE FROM mailboxes WHERE expires <= ?1")?
        .execute([int(now.saturating_sub(MAILBOX_MEMORY_SECONDS))?])?;
    Ok(())
}

fn find(connection: &Connection, mailbox: MailboxId) -> Result<Option<MailboxRow>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT team, inviter, expires, opened_by, sealed FROM mailboxes WHERE mailbox = ?1",
        )?
        .query_row([mailbox.0], row)
        .optional()?)
}

fn row(row: &Row<'_>) -> rusqlite::Result<MailboxRow> {
    Ok(MailboxRow {
        team: row.get(0)?,
        inviter: DeviceKey(row.get(1)?),
        expires: uint(row, 2)?,
        opened_by: row.get::<_, Option<[u8; 32]>>(3)?.map(DeviceKey),
        sealed: row.get(4)?,
    })
}
