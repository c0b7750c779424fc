//! Single key/value entries: identity, draft, settings and sync progress.

use rusqlite::OptionalExtension;
use rusqlite::types::{FromSql, ToSql};
use serde::{Serialize, de::DeserializeOwned};

use super::Store;
use crate::Error;

/// Keys of the table `meta`.
pub(super) mod key {
    use crate::document::id_text;
    use crate::{CaseId, DecisionId};

    pub(crate) const UNSENT: &str = "unsent";
    pub(crate) const ACTOR: &str = "actor";
    /// Whether another phone has written changes under this phone's actor id.
    pub(crate) const ACTOR_TAKEN: &str = "actor_taken";
    /// The result of the last check of this phone.
    pub(crate) const CHECKUP: &str = "checkup";
    /// Changes read out of a damaged file that wait for others of their documents.
    pub(crate) const RESCUED: &str = "rescued";
    pub(crate) const PERSON: &str = "person";
    /// Seed of the key with which this user signs decisions on this phone.
    pub(crate) const PERSON_KEY: &str = "person_key";
    const DECISION_DRAFT: &str = "decision_draft_";
    pub(crate) const TEAM_OF_ONE: &str = "team_of_one";
    pub(crate) const DIGEST: &str = "digest";
    pub(crate) const SEARCHED_TO: &str = "searched_to";
    pub(crate) const DRAFT: &str = "draft";
    /// The drafts of the capture sheet, the last stored first.
    pub(crate) const DRAFTS: &str = "drafts";
    pub(crate) const SETTINGS: &str = "settings";
    pub(crate) const PLACE: &str = "place";
    pub(crate) const MEMBERSHIP: &str = "membership";
    pub(crate) const NEXT_DEV_SEQ: &str = "next_dev_seq";
    pub(crate) const CURSOR_LOG: &str = "cursor_log";
    pub(crate) const CURSOR_SEQ: &str = "cursor_seq";
    /// The number of records in the log, as the server said last.
    pub(crate) const LOG_HEAD: &str = "log_head";
    pub(crate) const CURSOR_CHAIN: &str = "cursor_chain";
    /// Whether the log was read to its end; records may still be queued in the intake.
    pub(crate) const READ_TO_END: &str = "read_to_end";
    /// Keys of the records in the current batch.
    pub(crate) const IN_HAND: &str = "in_hand";
    pub(crate) const REREADING: &str = "reading_anew";
    pub(crate) const CAUGHT_UP: &str = "caught_up";
    pub(crate) const STATUS_VERSION: &str = "status_version";
    pub(crate) const STATUS_SENT: &str = "status_sent";
    pub(crate) const STATUS_PENDING: &str = "status_pending";
    /// When the last note reached the server, in milliseconds, and the counter of the last note.
    pub(crate) const STATUS_AT: &str = "status_at";
    pub(crate) const STATUS_COUNTER: &str = "status_counter";
    /// Number up to which the server claims to hold this device's records, while the log has not been
    /// read that far.
    pub(crate) const CLAIMED: &str = "claimed";
    /// Doubts about the server, with their times.
    pub(crate) const DOUBTS: &str = "doubts";
    /// When the log last restarted, in milliseconds.
    pub(crate) const RESTARTED_AT: &str = "restarted_at";
    pub(crate) const GENERATION: &str = "generation";
    pub(crate) const CLOSED_ON: &str = "closed_on";
    pub(crate) const CLOSED_GENERATION: &str = "closed_generation";
    pub(crate) const NEWS_SINCE: &str = "news_since";
    /// The generation up to which news was on the screen.
    pub(crate) const NEWS_SHOWN: &str = "news_shown";
    pub(crate) const SENT: &str = "sent";
    pub(crate) const LAST_SENT: &str = "last_sent";
    pub(crate) const LAST_SUCCESS: &str = "last_success";
    pub(crate) const LAST_ATTEMPT: &str = "last_attempt";
    pub(crate) const PROBLEM: &str = "problem";
    /// How many seconds the phone's clock is ahead, and its reading in milliseconds when that was
    /// found.
    pub(crate) const CLOCK_OFF: &str = "clock_off";
    pub(crate) const CLOCK_OFF_SINCE: &str = "clock_off_since";

    /// Returns the metadata key of a decision draft: one per case and decision added to, so that drafts
    /// do not overwrite each other.
    pub(crate) fn decision_draft(case: CaseId, adds_to: Option<DecisionId>) -> String {
        let adds_to = adds_to.map(|decision| id_text(decision.0));
        let (case, adds_to) = (id_text(case.0), adds_to.unwrap_or_default());
        format!("{DECISION_DRAFT}{case}{adds_to}")
    }
}

impl Store {
    pub(super) fn meta<T: FromSql>(&self, key: &str) -> Result<Option<T>, Error> {
        Ok(self
            .connection
            .prepare_cached("SELECT value FROM meta WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?)
    }

    pub(super) fn set_meta(&self, key: &str, value: impl ToSql) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "INSERT INTO meta (key, value) VALUES (?1, ?2)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )?
            .execute(rusqlite::params![key, value])?;
        Ok(())
    }

    pub(super) fn clear_meta(&self, key: &str) -> Result<(), Error> {
        self.connection
            .prepare_cached("DELETE FROM meta WHERE key = ?1")?
            .execute([key])?;
        Ok(())
    }

    /// Reads a JSON value. One that this version cannot parse counts as absent.
    pub(super) fn meta_json<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, Error> {
        let text: Option<String> = self.meta(key)?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }

    pub(super) fn set_meta_json(&self, key: &str, value: &impl Serialize) -> Result<(), Error> {
        self.set_meta(key, to_json(value)?)
    }
}

/// Serializes a value as JSON text for a column.
pub(super) fn to_json(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|e| Error::Internal(e.to_string()))
}
