//! The schema, as migrations that are never edited once released.

use rusqlite::Connection;

use super::OpenError;
use crate::StoreError;

/// Migration n brings a database from `user_version` n to n + 1.
///
/// `records.place` is `team << 40 | seq`, the primary key: the records of one log are contiguous and
/// in order, so a page is one range scan and a push appends at one end.
const STEPS: &[&str] = &["
    CREATE TABLE teams (
        id INTEGER PRIMARY KEY,
        tag BLOB NOT NULL UNIQUE,
        founder BLOB NOT NULL,
        log BLOB NOT NULL,
        head INTEGER NOT NULL,
        chain BLOB NOT NULL,
        status_version INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE devices (
        id INTEGER PRIMARY KEY,
        team INTEGER NOT NULL REFERENCES teams (id),
        key BLOB NOT NULL,
        kept INTEGER NOT NULL,
        status BLOB,
        status_version INTEGER NOT NULL,
        UNIQUE (team, key)
    ) STRICT;
    CREATE TABLE records (
        place INTEGER PRIMARY KEY,
        device INTEGER NOT NULL REFERENCES devices (id),
        dev_seq INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        epoch INTEGER NOT NULL,
        document BLOB NOT NULL,
        hash BLOB NOT NULL,
        chain BLOB NOT NULL,
        signature BLOB NOT NULL,
        sealed BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX records_of_device ON records (device, dev_seq);
    CREATE TABLE mailboxes (
        id INTEGER PRIMARY KEY,
        mailbox BLOB NOT NULL UNIQUE,
        team INTEGER NOT NULL REFERENCES teams (id),
        inviter BLOB NOT NULL,
        expires INTEGER NOT NULL,
        opened_by BLOB,
        sealed BLOB
    ) STRICT;
    CREATE INDEX mailboxes_by_end ON mailboxes (expires);
"];

/// Low bits of `place` that hold the log number.
pub(super) const SEQ_BITS: u32 = 40;

/// Refuses a database written by a newer server, before changing anything in it.
pub(super) fn refuse_newer(connection: &Connection) -> Result<(), OpenError> {
    let found = version(connection)?;
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    if found > known {
        return Err(OpenError::Newer { found, known });
    }
    Ok(())
}

/// Applies the pending migrations, each in one transaction with its `user_version`.
pub(super) fn migrate(connection: &Connection) -> Result<(), OpenError> {
    let done = usize::try_from(version(connection)?).unwrap_or(0);
    for (number, step) in (1_i64..).zip(STEPS).skip(done) {
        let transaction = connection.unchecked_transaction()?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
        tracing::info!(schema = number, "database brought up to date");
    }
    Ok(())
}

/// Runs a cheap query against the file.
pub(super) fn probe(connection: &Connection) -> Result<(), StoreError> {
    connection
        .prepare_cached("SELECT count(*) FROM (SELECT 1 FROM teams LIMIT 1)")?
        .query_row([], |_| Ok(()))?;
    Ok(())
}

fn version(connection: &Connection) -> Result<i64, rusqlite::Error> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}
