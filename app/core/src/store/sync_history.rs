//! Sync bookkeeping per day: the last outcome, the amount sent, and what counts as news.

use chrono::TimeDelta;

use super::meta::key;
use super::read::news::is_told_between;
use super::{Store, SyncNote};
use crate::Error;
use crate::api::Change;
use crate::view::{Doubt, ServerDoubt};

/// How long a doubt about the server stays visible, and how many are kept.
const DOUBTED_FOR: TimeDelta = TimeDelta::days(7);
const DOUBTS: usize = 5;

impl Store {
    /// Adds to the number of items sent since the day was last closed.
    pub(super) fn count_sent(&self, pieces: usize) -> Result<(), Error> {
        let so_far: i64 = self.meta(key::SENT)?.unwrap_or_default();
        self.set_meta(
            key::SENT,
            so_far + i64::try_from(pieces).unwrap_or_default(),
        )
    }

    /// Records the outcome of a sync.
    pub(crate) fn note_sync(&mut self, note: SyncNote) -> Result<(), Error> {
        self.atomically(|store| {
            let at = store.environment.now().timestamp_millis();
            store.set_meta(key::LAST_ATTEMPT, at)?;
            store.keep_doubts(&note.doubts)?;
            match &note.outcome {
                Err(problem) => store.set_meta_json(key::PROBLEM, problem)?,
                Ok(_) => {
                    store.set_meta(key::LAST_SUCCESS, at)?;
                    store.clear_meta(key::PROBLEM)?;
                    if note.close_day {
                        store.close_day()?;
                    }
                    let generation: i64 = store.meta(key::GENERATION)?.unwrap_or_default();
                    store.set_meta(key::GENERATION, generation + 1)?;
                }
            }
            store.changes.insert(Change::Sync);
            Ok(())
        })
    }

    /// Adds doubts to those of the last seven days, so that they remain visible after the sync itself.
    fn keep_doubts(&self, new: &[Doubt]) -> Result<(), Error> {
        let at = self.environment.now();
        let mut kept = self.doubts()?;
        if new.is_empty() && kept.is_empty() {
            return Ok(());
        }
        for what in new {
            kept.retain(|known| known.what != *what);
            kept.insert(
                0,
                ServerDoubt {
                    what: what.clone(),
                    at,
                },
            );
        }
        kept.retain(|doubt| (at - doubt.at).abs() < DOUBTED_FOR);
        kept.truncate(DOUBTS);
        self.set_meta_json(key::DOUBTS, &kept)
    }

    /// Returns the kept doubts, newest first.
    pub(super) fn doubts(&self) -> Result<Vec<ServerDoubt>, Error> {
        Ok(self.meta_json(key::DOUBTS)?.unwrap_or_default())
    }

    /// Closes the day: what arrived since the closing on an earlier day counts as news, and so does
    /// what arrived before and was never on the screen. Closing twice on one day keeps the news that
    /// the first closing showed.
    fn close_day(&mut self) -> Result<(), Error> {
        let today = self.environment.today().to_string();
        let sent: i64 = self.meta(key::SENT)?.unwrap_or_default();
        if self.meta::<String>(key::CLOSED_ON)?.as_ref() == Some(&today) {
            let earlier: i64 = self.meta(key::LAST_SENT)?.unwrap_or_default();
            self.set_meta(key::LAST_SENT, earlier + sent)?;
        } else {
            let closed: i64 = self.meta(key::CLOSED_GENERATION)?.unwrap_or_default();
            let shown: i64 = self.meta(key::NEWS_SHOWN)?.unwrap_or_default();
            let since = match shown < closed && is_told_between(self, shown, closed)? {
                true => shown,
                false => closed,
            };
            self.set_meta(key::NEWS_SINCE, since)?;
            self.connection
                .prepare_cached("DELETE FROM news WHERE arrived < ?1")?
                .execute([since])?;
            let generation: i64 = self.meta(key::GENERATION)?.unwrap_or_default();
            self.set_meta(key::CLOSED_GENERATION, generation + 1)?;
            self.set_meta(key::CLOSED_ON, today)?;
            self.set_meta(key::LAST_SENT, sent)?;
        }
        self.set_meta(key::SENT, 0)
    }
}
