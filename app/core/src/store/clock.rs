//! Clock skew: the phone's clock compared with the server's, and changes dated in the future.
//!
//! Once a server's time is known, new changes get the correct time. Earlier changes, made here or on a
//! colleague's phone, may be dated in the future; the document then records once when they arrived, so
//! that every phone sorts them alike.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::params;
use uuid::Uuid;

use super::Store;
use super::meta::key;
use crate::Error;
use crate::api::Change;
use crate::document::{Document, Kind};

/// Skew in seconds above which the user is told, and a change counts as dated in the future.
const SAID: i64 = 600;

/// Skew in seconds that is ignored: servers report whole seconds, and responses take time to arrive.
const EXACT: i64 = 20;

/// Documents corrected at a time, so that the next job does not wait long.
const AT_ONCE: u32 = 50;

impl Store {
    /// Restores the skew found earlier; it holds until a server reports otherwise.
    pub(super) fn remember_clock(&self) -> Result<(), Error> {
        let off: Option<i64> = self.meta(key::CLOCK_OFF)?;
        let since: Option<i64> = self.meta(key::CLOCK_OFF_SINCE)?;
        if let (Some(off), Some(since)) = (off, since.and_then(DateTime::from_timestamp_millis)) {
            self.environment.remember(TimeDelta::seconds(off), since);
        }
        Ok(())
    }

    /// Records a time reported by the server, and corrects the clock and future-dated changes by it.
    pub(crate) fn note_clock(&mut self, server: DateTime<Utc>) -> Result<(), Error> {
        self.atomically(|store| {
            let phone = store.environment.phone_clock();
            let found = (phone - server).num_seconds();
            let kept: i64 = store.meta(key::CLOCK_OFF)?.unwrap_or_default();
            store.environment.note_compared();
            // Checks the corrected clock, since the correction lapses once the phone's clock is set back.
            let wrong = (store.environment.now() - server).num_seconds();
            let off = if found.abs() > EXACT { found } else { 0 };
            // A clock set right also corrects itself, but the stored skew must go.
            if wrong.abs() > EXACT || (off == 0 && kept != 0) {
                store.set_meta(key::CLOCK_OFF, off)?;
                store.set_meta(key::CLOCK_OFF_SINCE, phone.timestamp_millis())?;
                store.environment.put_right(TimeDelta::seconds(off), phone);
                if (off.abs() > SAID) != (kept.abs() > SAID) {
                    store.changes.insert(Change::Sync);
                }
            }
            match wrong > SAID {
                true => {
                    store.find_ahead()?;
                    store.put_clocks_right()
                }
                false => Ok(()),
            }
        })
    }

    /// Queues documents whose moments looked plausible while this phone's clock was ahead.
    fn find_ahead(&mut self) -> Result<(), Error> {
        self.connection.execute(
            "INSERT OR IGNORE INTO ahead
             SELECT coalesce(origin, document) FROM encounters WHERE at > ?1
             UNION SELECT document FROM trust WHERE at > ?1
             UNION SELECT document FROM safety WHERE max(at, coalesce(ended, at)) > ?1
             UNION SELECT document FROM closings WHERE at > ?1
             UNION SELECT coalesce(origin, document) FROM commitments WHERE made > ?1
             UNION SELECT document FROM party_changes WHERE at > ?1
             UNION SELECT document FROM agenda WHERE at > ?1
             UNION SELECT document FROM decisions WHERE at > ?1
             UNION SELECT coalesce(origin, document) FROM expenses WHERE at > ?1
             UNION SELECT document FROM relations WHERE at > ?1",
            [self.latest_believed().timestamp_millis()],
        )?;
        self.ahead = true;
        Ok(())
    }

    /// Returns the skew of the phone's clock in seconds, if it is large enough to tell the user.
    pub(super) fn clock_off_to_tell(&self) -> Result<Option<i64>, Error> {
        let off: Option<i64> = self.meta(key::CLOCK_OFF)?;
        Ok(off.filter(|off| off.abs() > SAID))
    }

    /// Queues a document with a future-dated change, to be corrected once a server's time is known.
    pub(super) fn note_if_ahead(
        &mut self,
        kind: Kind,
        id: Uuid,
        document: &Document,
    ) -> Result<(), Error> {
        if has_moments(kind) && document.latest() > self.latest_believed() {
            self.connection
                .prepare_cached("INSERT OR IGNORE INTO ahead (document) VALUES (?1)")?
                .execute([id.as_bytes()])?;
            self.ahead = true;
        }
        Ok(())
    }

    /// Returns the limit above which a moment counts as dated in the future.
    pub(super) fn latest_believed(&self) -> DateTime<Utc> {
        self.environment.now() + TimeDelta::seconds(SAID)
    }

    /// Records arrival times in up to [`AT_ONCE`] queued documents. Must run inside a transaction.
    pub(super) fn put_clocks_right(&mut self) -> Result<(), Error> {
        if !self.ahead || !self.environment.is_compared() {
            return Ok(());
        }
        let few: Vec<[u8; 16]> = {
            let mut statement = self
                .connection
                .prepare_cached("SELECT document FROM ahead LIMIT ?1")?;
            let rows = statement.query_map([AT_ONCE], |row| row.get(0))?;
            rows.collect::<Result<_, _>>()?
        };
        self.ahead = few.len() == AT_ONCE as usize;
        for id in few {
            self.put_clock_right(Uuid::from_bytes(id))?;
            self.connection
                .prepare_cached("DELETE FROM ahead WHERE document = ?1")?
                .execute(params![id])?;
        }
        Ok(())
    }

    fn put_clock_right(&mut self, id: Uuid) -> Result<(), Error> {
        let Some(row) = self.document_row(id)?.filter(|row| has_moments(row.kind)) else {
            return Ok(());
        };
        let document = self.open_document(id)?;
        let now = self.environment.now();
        let late = document.made_after(self.latest_believed());
        self.keep_open(id, document);
        if late.is_empty() {
            return Ok(());
        }
        self.edit(row.kind, id, |edit| {
            for (actor, seq, by) in &late {
                edit.note_came(actor, *seq, now.min(*by))?;
            }
            Ok(())
        })
    }
}

/// Returns whether documents of this kind hold entries whose moment is shown.
fn has_moments(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Case | Kind::Contact | Kind::Signal | Kind::Study
    )
}
