//! The phone's clock against the server's, and what wrong clocks wrote.
//!
//! What is written after a server's time was seen has the right time. What came before it, here or on a
//! colleague's phone, may say a moment that is still to come: in its document is then noted when it came
//! in, once, so that every phone puts it there.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::params;
use uuid::Uuid;

use super::Store;
use super::meta::key;
use crate::Error;
use crate::call::Change;
use crate::document::{Document, Kind};

/// Beyond this many seconds a difference between clocks is said, and an entry comes from the future.
const SAID: i64 = 600;

/// Seconds. A server tells its time in whole seconds, and its answer is under way for some.
const EXACT: i64 = 20;

/// So many documents are put right in a sync: nobody waits long for the next errand.
const AT_ONCE: u32 = 50;

impl Store {
    /// What was found earlier about this phone's clock holds until a server says otherwise.
    pub(super) fn remember_clock(&self) -> Result<(), Error> {
        let off: Option<i64> = self.meta(key::CLOCK_OFF)?;
        let since: Option<i64> = self.meta(key::CLOCK_OFF_SINCE)?;
        if let (Some(off), Some(since)) = (off, since.and_then(DateTime::from_timestamp_millis)) {
            self.environment.remember(TimeDelta::seconds(off), since);
        }
        Ok(())
    }

    /// A server said that it is this late.
    pub(crate) fn note_clock(&mut self, server: DateTime<Utc>) -> Result<(), Error> {
        self.atomically(|store| {
            let phone = store.environment.phone_clock();
            let found = (phone - server).num_seconds();
            let kept: i64 = store.meta(key::CLOCK_OFF)?.unwrap_or_default();
            store.environment.note_compared();
            // Also when the clock was put back since: then nothing was taken off any more.
            let wrong = (store.environment.now() - server).num_seconds();
            if wrong.abs() > EXACT {
                let off = if found.abs() > EXACT { found } else { 0 };
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

    /// What did not seem to come from the future while this phone's clock was ahead.
    fn find_ahead(&mut self) -> Result<(), Error> {
        self.connection.execute(
            "INSERT OR IGNORE INTO ahead
             SELECT document FROM encounters WHERE at > ?1
             UNION SELECT document FROM trust WHERE at > ?1
             UNION SELECT document FROM safety WHERE max(at, coalesce(ended, at)) > ?1
             UNION SELECT document FROM closings WHERE at > ?1
             UNION SELECT document FROM commitments WHERE made > ?1
             UNION SELECT document FROM party_changes WHERE at > ?1
             UNION SELECT document FROM agenda WHERE at > ?1
             UNION SELECT document FROM decisions WHERE at > ?1
             UNION SELECT document FROM expenses WHERE at > ?1
             UNION SELECT document FROM relations WHERE at > ?1",
            [self.latest_believed().timestamp_millis()],
        )?;
        self.ahead = true;
        Ok(())
    }

    /// How many seconds the phone's clock is off, when that is so much that it is said.
    pub(super) fn clock_off_to_tell(&self) -> Result<Option<i64>, Error> {
        let off: Option<i64> = self.meta(key::CLOCK_OFF)?;
        Ok(off.filter(|off| off.abs() > SAID))
    }

    /// What comes from the future is put right when a server's time is known.
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

    /// What is later than this comes from the future.
    pub(super) fn latest_believed(&self) -> DateTime<Utc> {
        self.environment.now() + TimeDelta::seconds(SAID)
    }

    /// Notes in documents what came in from the future, a few of them. Part of a transaction.
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

/// Whether entries of such a document have a moment that is shown.
fn has_moments(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Case | Kind::Contact | Kind::Signal | Kind::Study
    )
}
