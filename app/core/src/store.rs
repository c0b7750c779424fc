//! The store: one encrypted SQLite file per team, holding documents, outbox, projections and search
//! index.
//!
//! A write runs in one transaction that covers change bytes, projections, search rows and the outbox
//! flag. The store knows nothing of the sync protocol beyond the records it hands over and takes in.

mod clock;
mod device_status;
mod digest;
mod dispatch;
mod doctor;
mod documents;
mod drafts;
mod handle;
mod inbound;
mod membership;
mod meta;
mod open;
mod open_documents;
mod outbox;
mod own_entries;
mod payload;
mod project;
mod quarantine;
mod read;
mod receipts;
mod reread;
mod rescue;
mod schema;
mod sync_history;
mod team_summary;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use dispatch::{Read, Write};
pub(crate) use doctor::{Doctor, Next};
pub(crate) use handle::StoreHandle;
pub use handle::close_all;
pub(crate) use inbound::Page;
pub(crate) use membership::{IntakeResult, Membership, NewMembership, OutOfStep, SyncNote};
pub(crate) use open::{free_name, remove_leftovers, set_aside};
pub(crate) use rescue::rescue;
pub(crate) use team_summary::TeamSummary;
pub(crate) use write::expense::add_receipt;
#[cfg(feature = "sample")]
pub(crate) use write::seed;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use automerge::ActorId;
use rusqlite::Connection;
use uuid::Uuid;

use crate::api::Change;
use crate::crypto::random;
use crate::files::Held;
use crate::{Environment, Error, PersonId};
use meta::key;
use open_documents::OpenDocuments;
use project::SearchRows;
use write::import::Previewed;

/// The open store, owned by one thread.
pub(crate) struct Store {
    pub(crate) environment: Environment,
    connection: Connection,
    /// Actor id of this installation; never part of a backup.
    actor: ActorId,
    /// The user of this phone.
    me: PersonId,
    open: OpenDocuments,
    /// Documents stored as so many chunks that they are due for compaction.
    to_save: BTreeSet<Uuid>,
    /// Changes to report to listeners after the commit.
    changes: BTreeSet<Change>,
    /// Cases and contacts whose contacts are to be reckoned anew at the end of the projection.
    stale: BTreeSet<Uuid>,
    /// Documents from which something is shown with a case for which another one now stands.
    misplaced: BTreeSet<Uuid>,
    /// Search rows of the current transaction, not yet written.
    search_rows: SearchRows,
    /// Target size, in bytes, of the next batch of inbound records.
    piece_bytes: i64,
    /// Whether the table `ahead` may hold documents with changes dated in the future.
    ahead: bool,
    /// Whether the table `to_project` may hold documents projected by the rules of an older version.
    late: bool,
    /// Previewed import files that can still be kept, by id.
    previews: HashMap<Uuid, Previewed>,
    /// Declared last, so that it is dropped after the connection.
    _held: Held,
}

impl Store {
    /// Opens the store at `path` with its raw key, creating it if it does not exist.
    ///
    /// # Errors
    /// [`Error::FileDamaged`], [`Error::StoreNewer`], [`Error::DiskFull`], [`Error::Storage`].
    pub(crate) fn open(
        path: &Path,
        database_key: &[u8; 32],
        environment: Environment,
    ) -> Result<Self, Error> {
        let connection = open::open(path, database_key)?;
        let mut store = Self {
            environment,
            connection,
            actor: ActorId::from(vec![0; 16]),
            me: PersonId(Uuid::nil()),
            open: OpenDocuments::default(),
            to_save: BTreeSet::new(),
            changes: BTreeSet::new(),
            stale: BTreeSet::new(),
            misplaced: BTreeSet::new(),
            search_rows: SearchRows::default(),
            ahead: true,
            late: true,
            piece_bytes: inbound::PIECE,
            previews: HashMap::new(),
            _held: Held::new(),
        };
        store.identify()?;
        store.read_search_rows()?;
        store.remember_clock()?;
        store.atomically(Self::project_few)?;
        store.index_small_store()?;
        Ok(store)
    }

    /// Reads the actor and user ids of this installation; generates them at the first start.
    fn identify(&mut self) -> Result<(), Error> {
        self.atomically(|store| {
            if store.meta::<[u8; 16]>(key::ACTOR)?.is_none() {
                store.set_meta(key::ACTOR, random::<16>().as_slice())?;
                store.set_meta(key::PERSON, random::<16>().as_slice())?;
            }
            store.note_what_it_died_on()?;
            // A migration may have queued cases for reindexing.
            store.index_late_cases()
        })?;
        let missing = || Error::Storage("no identity in the store".into());
        let actor: [u8; 16] = self.meta(key::ACTOR)?.ok_or_else(missing)?;
        let person: [u8; 16] = self.meta(key::PERSON)?.ok_or_else(missing)?;
        self.actor = ActorId::from(actor.to_vec());
        self.me = PersonId(Uuid::from_bytes(person));
        Ok(())
    }

    /// A new id; its time part is this phone's clock.
    pub(super) fn new_id(&self) -> Uuid {
        let now = self.environment.now();
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        Uuid::new_v7(uuid::Timestamp::from_unix(
            uuid::NoContext,
            seconds,
            now.timestamp_subsec_nanos(),
        ))
    }

    /// Runs a query and collects its rows.
    fn rows<T>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Error> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Runs a query that returns one number.
    fn count(&self, sql: &str, params: impl rusqlite::Params) -> Result<u32, Error> {
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row(params, |row| row.get(0))?)
    }

    /// Runs `work` in one transaction: commits if it succeeds, rolls back if it fails.
    pub(crate) fn atomically<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let done = work(self).and_then(|made| {
            self.write_search_rows()?;
            self.connection.execute_batch("COMMIT")?;
            Ok(made)
        });
        if done.is_err() {
            // Cached documents may be ahead of the rolled-back file.
            self.open.clear();
            self.changes.clear();
            self.stale.clear();
            self.misplaced.clear();
            if !self.connection.is_autocommit() {
                self.connection.execute_batch("ROLLBACK")?;
            }
            self.read_search_rows()?;
        }
        done
    }

    /// Drains the changes reported since the last call. All of them are committed.
    pub(crate) fn take_changes(&mut self) -> Vec<Change> {
        /// Above this number, one full reload is cheaper than separate notifications.
        const MANY: usize = 64;
        let changes = std::mem::take(&mut self.changes);
        if changes.len() > MANY {
            return vec![Change::Everything];
        }
        changes.into_iter().collect()
    }

    /// Checkpoints the write-ahead log while the store is idle. Left to SQLite, the checkpoint runs
    /// inside some commit and makes that save take ten times as long.
    pub(crate) fn when_at_rest(&self) {
        let moved = self
            .connection
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
        if let Err(error) = moved {
            tracing::warn!("the journal was not put into the file: {error}");
        }
    }

    /// Runs one batch of deferred maintenance while the store is idle. Returns whether more remains.
    pub(crate) fn when_idle(&mut self) -> bool {
        let done = self.index_when_idle().and_then(|()| self.tidy());
        let done = done.and_then(|()| Ok(self.project_when_idle()? || self.index_piece()?));
        done.unwrap_or_else(|error| {
            tracing::warn!("tidying failed: {error}");
            false
        })
    }
}
