//! The store: one encrypted SQLite file a team, with documents, outbox, projections and search.
//!
//! One transaction a command: change bytes, projections, search rows and outbox flag together. Knows
//! no sync protocol beyond the records it hands over and takes in.

mod anew;
mod answer;
mod clock;
mod day;
mod digest;
mod documents;
mod handle;
mod intake;
mod left;
mod membership;
mod meta;
mod notes;
mod open;
mod open_documents;
mod outbox;
mod own;
mod project;
mod read;
mod receipts;
mod schema;
mod set_aside;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use handle::StoreHandle;
pub use handle::close_all;
pub(crate) use intake::Page;
pub(crate) use left::Left;
pub(crate) use membership::{Membership, NewMembership, OutOfStep, SyncNote, TakenIn};

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use automerge::ActorId;
use rusqlite::Connection;
use uuid::Uuid;

use crate::call::Change;
use crate::crypto::random;
use crate::files::Held;
use crate::{Environment, Error, PersonId};
use meta::key;
use open_documents::OpenDocuments;
use project::SearchRows;
use write::import::Previewed;

/// The open store. One thread owns it.
pub(crate) struct Store {
    pub(crate) environment: Environment,
    connection: Connection,
    /// This installation; never in a backup.
    actor: ActorId,
    /// This phone's user.
    me: PersonId,
    open: OpenDocuments,
    /// Documents with so many changes behind them that they are to be saved anew.
    to_save: BTreeSet<Uuid>,
    /// What changed, to be told once it is durable.
    changes: BTreeSet<Change>,
    /// What search is to find of the transaction under way.
    search_rows: SearchRows,
    /// How many bytes the next piece of what came in is to have.
    piece_bytes: i64,
    /// Documents may hold changes from the future.
    ahead: bool,
    /// Documents may have rows by an older app's rules.
    late: bool,
    /// Files that were previewed and may be kept.
    previews: HashMap<Uuid, Previewed>,
    /// Last, so that it goes after the connection.
    _held: Held,
}

impl Store {
    /// Opens or makes the store at `path` with its raw key.
    ///
    /// # Errors
    /// [`Error::StoreDamaged`], [`Error::StoreNewer`], [`Error::DiskFull`], [`Error::Storage`].
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
            search_rows: SearchRows::default(),
            ahead: true,
            late: true,
            piece_bytes: intake::PIECE,
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

    /// Who this installation is; new at the first opening.
    fn identify(&mut self) -> Result<(), Error> {
        self.atomically(|store| {
            if store.meta::<[u8; 16]>(key::ACTOR)?.is_none() {
                store.set_meta(key::ACTOR, random::<16>().as_slice())?;
                store.set_meta(key::PERSON, random::<16>().as_slice())?;
            }
            store.note_what_it_died_on()?;
            // A new schema may find cases by more.
            store.index_late_cases()
        })?;
        let missing = || Error::Storage("no identity in the store".into());
        let actor: [u8; 16] = self.meta(key::ACTOR)?.ok_or_else(missing)?;
        let person: [u8; 16] = self.meta(key::PERSON)?.ok_or_else(missing)?;
        self.actor = ActorId::from(actor.to_vec());
        self.me = PersonId(Uuid::from_bytes(person));
        Ok(())
    }

    /// All of it, or nothing.
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
            // Open documents may be ahead of the file now.
            self.open.clear();
            self.changes.clear();
            if !self.connection.is_autocommit() {
                self.connection.execute_batch("ROLLBACK")?;
            }
            self.read_search_rows()?;
        }
        done
    }

    /// What changed since this was last asked. Everything in it is durable.
    pub(crate) fn take_changes(&mut self) -> Vec<Change> {
        /// Beyond this many, reading everything again is cheaper than telling each.
        const MANY: usize = 64;
        let changes = std::mem::take(&mut self.changes);
        if changes.len() > MANY {
            return vec![Change::Everything];
        }
        changes.into_iter().collect()
    }

    /// Work that takes so long that nobody should come just behind it: what was written goes from the
    /// journal into the file. Left to SQLite it is done by some save, which then takes ten times as
    /// long.
    pub(crate) fn when_at_rest(&self) {
        let moved = self
            .connection
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
        if let Err(error) = moved {
            tracing::warn!("the journal was not put into the file: {error}");
        }
    }

    /// Work that can wait until nobody waits for the store. Answers whether there is more of it.
    pub(crate) fn when_idle(&mut self) -> bool {
        let done = self.index_when_idle().and_then(|()| self.tidy());
        let done = done.and_then(|()| Ok(self.project_when_idle()? || self.index_piece()?));
        done.unwrap_or_else(|error| {
            tracing::warn!("tidying failed: {error}");
            false
        })
    }
}
