//! The SQLite store: one database file, one writer thread, a small pool of read connections.

mod mailbox;
mod open;
mod push;
mod read;
mod readers;
mod schema;
mod team;
mod writer;

use async_trait::async_trait;
use voorveld_protocol::{DeviceKey, MailboxContents, MailboxId, SyncResponse, TeamTag};

pub use open::{OpenError, SqliteOptions};

use super::{NewMailbox, NewTeam, Push, Query, Store, StoreError};
use readers::Readers;
use writer::Writer;

/// A store in one SQLite database.
#[derive(Debug)]
pub struct SqliteStore {
    writer: Writer,
    readers: Readers,
}

impl SqliteStore {
    /// Opens the database in a folder, creating both when missing.
    ///
    /// # Errors
    /// [`OpenError`]. A database that another server holds or a newer one wrote is not changed.
    pub fn open(options: &SqliteOptions) -> Result<Self, OpenError> {
        let (lock, connection) = open::writer(options)?;
        let readers = (0..options.readers.max(1))
            .map(|_| open::reader(options))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            writer: Writer::start(connection, lock, options.queue, options.batch)?,
            readers: Readers::new(readers),
        })
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn create_team(&self, new: NewTeam) -> Result<(), StoreError> {
        self.writer.run(move |c| team::create(c, &new)).await
    }

    async fn kept(&self, team: TeamTag, device: DeviceKey) -> Result<u64, StoreError> {
        self.readers
            .run(move |c| Ok(team::device(c, team::team(c, team)?.id, device)?.kept))
            .await
    }

    async fn push(&self, push: Push) -> Result<u64, StoreError> {
        self.writer.run(move |c| push::push(c, &push)).await
    }

    async fn read(&self, query: Query) -> Result<SyncResponse, StoreError> {
        self.readers.run(move |c| read::read(c, &query)).await
    }

    async fn put_mailbox(&self, new: NewMailbox) -> Result<(), StoreError> {
        self.writer.run(move |c| mailbox::put(c, &new)).await
    }

    async fn open_mailbox(
        &self,
        mailbox: MailboxId,
        device: DeviceKey,
        now: u64,
    ) -> Result<MailboxContents, StoreError> {
        self.writer
            .run(move |c| mailbox::open(c, mailbox, device, now))
            .await
    }

    async fn probe(&self) -> Result<(), StoreError> {
        self.writer.probe()?;
        self.readers.run(schema::probe).await
    }

    async fn close(&self) -> Result<(), StoreError> {
        self.readers.close().await;
        self.writer.close().await
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Storage(error.to_string())
    }
}

/// Converts to SQLite's signed integers; a number from 2^63 on is an error, as it would wrap.
fn int(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::Storage(format!("{number} is too large")))
}

/// Reads an integer column, none of which is ever negative.
fn uint(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let number: i64 = row.get(column)?;
    u64::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, number))
}
