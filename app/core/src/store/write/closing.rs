//! Closing and reopening cases.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::sentence;
use crate::api::{CloseCase, KeepClosed, ReopenCase};
use crate::document::{Closing, Kind};
use crate::model::{CaseField, CaseStatus, ClosingWhat, Outcome};
use crate::store::{Store, Write};
use crate::{CaseId, Error};

impl Write for CloseCase {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let text = sentence(&self.text)?;
        let closing = new_closing(store, self.case, ClosingWhat::Closed, self.outcome, text)?;
        write_status(store, self.case, CaseStatus::Closed, Some(closing))
    }
}

impl Write for ReopenCase {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        reopen(store, self.case).map(drop)
    }
}

impl Write for KeepClosed {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        if status_of(store, self.case)? != CaseStatus::Open {
            return Ok(());
        }
        let last: Option<(String, String)> = store
            .connection
            .prepare_cached(
                "SELECT outcome, text FROM closings WHERE document = ?1 AND what = ?2
                 ORDER BY at DESC, id DESC LIMIT 1",
            )?
            .query_row(
                params![self.case.0.as_bytes(), ClosingWhat::Closed.word()],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let Some((outcome, text)) = last else {
            return Ok(());
        };
        let outcome = Outcome::from_word(&outcome);
        let closing = new_closing(store, self.case, ClosingWhat::Closed, outcome, &text)?;
        write_status(store, self.case, CaseStatus::Closed, Some(closing))
    }
}

/// Reopens a case if it is closed. Returns whether it was.
pub(super) fn reopen(store: &mut Store, case: CaseId) -> Result<bool, Error> {
    if status_of(store, case)? != CaseStatus::Closed {
        return Ok(false);
    }
    let reopened = new_closing(store, case, ClosingWhat::Reopened, None, "")?;
    write_status(store, case, CaseStatus::Open, Some(reopened))?;
    Ok(true)
}

/// Sets a case's status and, when that closes or reopens it, adds a closing entry.
pub(super) fn set_status(store: &mut Store, case: CaseId, status: CaseStatus) -> Result<(), Error> {
    let what = match (status_of(store, case)?, status) {
        (CaseStatus::Closed, CaseStatus::Closed) => None,
        (CaseStatus::Closed, _) => Some(ClosingWhat::Reopened),
        (_, CaseStatus::Closed) => Some(ClosingWhat::Closed),
        _ => None,
    };
    let entry = match what {
        Some(what) => Some(new_closing(store, case, what, None, "")?),
        None => None,
    };
    write_status(store, case, status, entry)
}

fn write_status(
    store: &mut Store,
    case: CaseId,
    status: CaseStatus,
    entry: Option<Closing>,
) -> Result<(), Error> {
    let key = store.new_id();
    // Change times have second precision, so a time ahead of the clock is rounded up: the change
    // then sorts after everything known.
    let now = store.environment.now();
    let at = entry.as_ref().filter(|entry| entry.at > now);
    let at = at.map_or(now, |entry| entry.at + TimeDelta::milliseconds(999));
    store.edit_at(Kind::Case, case.0, at, |edit| {
        edit.set_case_field(CaseField::Status, status.word())?;
        if let Some(entry) = &entry {
            edit.add_closing(key, entry)?;
        }
        Ok(())
    })
}

/// Returns whether a case is shown as closed; not if it has not arrived.
pub(super) fn is_closed(store: &Store, case: CaseId) -> Result<bool, Error> {
    match status_of(store, case) {
        Ok(status) => Ok(status == CaseStatus::Closed),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Returns the projected status: a case may be shown as open although its document's status
/// field still says closed.
fn status_of(store: &Store, case: CaseId) -> Result<CaseStatus, Error> {
    let word: Option<String> = store
        .connection
        .prepare_cached("SELECT status FROM cases WHERE id = ?1")?
        .query_row([case.0.as_bytes()], |row| row.get(0))
        .optional()?;
    let word = word.ok_or(Error::NotFound)?;
    Ok(CaseStatus::from_word(&word).unwrap_or_default())
}

fn new_closing(
    store: &Store,
    case: CaseId,
    what: ClosingWhat,
    outcome: Option<Outcome>,
    text: &str,
) -> Result<Closing, Error> {
    // A closing is dated after everything known about the case, even when another phone's clock
    // is ahead.
    let known = match what {
        ClosingWhat::Closed => last_known(
            store,
            case.0,
            "SELECT max(at) FROM (
               SELECT max(at) AS at FROM closings WHERE document = ?1
               UNION ALL SELECT max(at) FROM encounters WHERE document = ?1
               UNION ALL SELECT max(s.at) FROM signal_links l
                 JOIN encounters s ON s.document = l.signal WHERE l.case_id = ?1)",
        )?,
        ClosingWhat::Reopened => last_known(
            store,
            case.0,
            "SELECT max(at) FROM closings WHERE document = ?1",
        )?,
    };
    let now = store.environment.now();
    // Implausible future dates are ignored.
    let known = known.filter(|known| *known <= store.latest_believed());
    Ok(Closing {
        at: known.map_or(now, |known| now.max(known + TimeDelta::milliseconds(1))),
        by: store.me.0,
        what,
        outcome,
        text: text.to_owned(),
    })
}

fn last_known(store: &Store, case: Uuid, sql: &str) -> Result<Option<DateTime<Utc>>, Error> {
    let at: Option<i64> = store
        .connection
        .prepare_cached(sql)?
        .query_row([case.as_bytes()], |row| row.get(0))?;
    Ok(at.and_then(DateTime::from_timestamp_millis))
}
