//! Rereading the log from its start: it was lost or restored from a backup, or this phone is a copy of
//! another.
//!
//! Everything counts as unsent until the log, read from its start, proves otherwise; what it lacks is
//! then sent again. No other code needs to know what happened to the server.

use automerge::ActorId;

use super::meta::key;
use super::project::tables::{TABLES, Unsent};
use super::{IntakeResult, OutOfStep, Store};
use crate::Error;
use crate::api::Change;
use crate::crypto::random;
use crate::view::Doubt;

/// Minimum time between two automatic rereads: one day, in milliseconds.
const ONCE_IN: i64 = 24 * 60 * 60 * 1000;

/// Reports that the log restarted again within [`ONCE_IN`], and that nothing was done.
fn again_and_again() -> IntakeResult {
    IntakeResult {
        again: true,
        restarted_again: true,
        ..IntakeResult::default()
    }
}

impl Store {
    /// Starts rereading the log after the server refused this phone's sequence numbers. At most once a
    /// day unless the user asked for it (`asked`): a reread may resend everything, and a faulty server
    /// must not use up a month of mobile data.
    pub(crate) fn restart_log(
        &mut self,
        why: OutOfStep,
        asked: bool,
    ) -> Result<IntakeResult, Error> {
        if !asked && self.restarted_lately()? {
            return Ok(again_and_again());
        }
        // Records still in the intake belong to the old log, and count as its content.
        while !self.all_taken_in()? {
            self.take_piece()?;
        }
        self.atomically(|store| {
            if why == OutOfStep::Forked {
                store.take_new_actor()?;
            }
            store.reread()
        })
    }

    /// Starts a reread, at most once a day, because the log is a different one or contradicts what this
    /// phone knows.
    pub(super) fn restart(&mut self) -> Result<IntakeResult, Error> {
        match self.restarted_lately()? {
            true => Ok(again_and_again()),
            false => self.reread(),
        }
    }

    fn restarted_lately(&self) -> Result<bool, Error> {
        let now = self.environment.now().timestamp_millis();
        let last: Option<i64> = self.meta(key::RESTARTED_AT)?;
        Ok(last.is_some_and(|last| (0..ONCE_IN).contains(&(now - last))))
    }

    /// Draws a new actor id: two copies of a phone must never write changes with the same actor and
    /// number.
    fn take_new_actor(&mut self) -> Result<(), Error> {
        let actor: [u8; 16] = random();
        self.set_meta(key::ACTOR, actor.as_slice())?;
        self.clear_meta(key::ACTOR_TAKEN)?;
        self.actor = ActorId::from(actor.to_vec());
        self.open.clear();
        self.rewrite_member()
    }

    /// Takes a new actor if the log showed that another phone writes as this one's.
    pub(super) fn take_new_actor_if_taken(&mut self) -> Result<(), Error> {
        match self.meta::<bool>(key::ACTOR_TAKEN)?.unwrap_or_default() {
            true => self.take_new_actor(),
            false => Ok(()),
        }
    }

    /// Resets all sync state, so that the log is read from its start and whatever it lacks is sent
    /// again.
    pub(super) fn reread(&mut self) -> Result<IntakeResult, Error> {
        self.connection.execute_batch(
            // Below every rev, so that other devices' changes are sent again too if the log lacks them.
            "UPDATE documents SET logged = x'', acked = -1;
             DELETE FROM outbox;
             INSERT OR IGNORE INTO unsent (document, part, id, rev)
               SELECT id, 'other', id, rev FROM documents WHERE kind = 6 AND rev > 0;",
        )?;
        for table in &TABLES {
            if let Some(Unsent { id, part }) = &table.unsent {
                let (name, document) = (table.name, table.owner());
                self.connection.execute_batch(&format!(
                    "INSERT OR IGNORE INTO unsent (document, part, id, rev)
                     SELECT {document}, {part}, {id}, rev FROM {name} WHERE rev > 0"
                ))?;
            }
        }
        for meta in [
            key::CURSOR_LOG,
            key::CURSOR_SEQ,
            key::CURSOR_CHAIN,
            key::LOG_HEAD,
            key::STATUS_SENT,
            key::STATUS_PENDING,
            key::STATUS_VERSION,
        ] {
            self.clear_meta(meta)?;
        }
        self.clear_meta(key::CLAIMED)?;
        self.set_meta(key::REREADING, true)?;
        let now = self.environment.now().timestamp_millis();
        self.set_meta(key::RESTARTED_AT, now)?;
        self.changes.insert(Change::Sync);
        Ok(IntakeResult {
            log_restarted: true,
            again: true,
            progress: true,
            doubts: vec![Doubt::Restarted],
            ..IntakeResult::default()
        })
    }

    /// During a reread, adopts the server's count of this device's records.
    pub(super) fn renumber(&self, kept: u64) -> Result<(), Error> {
        if self.meta::<bool>(key::REREADING)?.unwrap_or_default() {
            self.set_meta(key::NEXT_DEV_SEQ, kept.saturating_add(1).cast_signed())?;
        }
        Ok(())
    }
}
