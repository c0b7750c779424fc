//! A signal's page.

use chrono::NaiveDate;
use rusqlite::OptionalExtension;

use super::safety::danger;
use super::{id, mark, moment, parsed};
use crate::api::ReadSignal;
use crate::model::{Channel, SignalState};
use crate::store::{Read, Store};
use crate::view::{LinkedCase, SignalView};
use crate::{CaseId, Error, SignalId};

impl Read for ReadSignal {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.project_first(self.signal.0)?;
        signal_view(store, self.signal)
    }
}

/// Returns a signal with the cases it was linked to.
pub(super) fn signal_view(store: &Store, signal: SignalId) -> Result<SignalView, Error> {
    let bytes = signal.0.as_bytes();
    let today = store.environment.today();
    let mut view = store
        .connection
        .prepare_cached(
            "SELECT e.text, e.channel, e.source, e.at, e.open, e.resting_until, coalesce(p.name, '') AS by_name,
                    e.rev > max(d.acked, 0) AS unsent
             FROM encounters e JOIN documents d ON d.id = e.document
             LEFT JOIN people p ON p.id = e.by
             WHERE e.document = ?1 AND e.id = ?1",
        )?
        .query_row([bytes], |row| {
            Ok(SignalView {
                id: signal,
                text: row.get("text")?,
                channel: Channel::from_word(&row.get::<_, String>("channel")?),
                source: row.get("source")?,
                at: moment(row, "at")?,
                by: row.get("by_name")?,
                // A signal whose rest ends today or earlier is open again, without a write.
                state: match (row.get("open")?, parsed::<NaiveDate>(row, "resting_until")?) {
                    (true, _) => SignalState::Open,
                    (false, Some(day)) if day <= today => SignalState::Open,
                    (false, _) => SignalState::Resting,
                },
                resting_until: parsed(row, "resting_until")?,
                cases: Vec::new(),
                mark: mark(row)?,
            })
        })
        .optional()?
        .ok_or(Error::NotFound)?;
    view.cases = store.rows(
        concat!(
            "SELECT c.id, c.name, ",
            danger!("c.id"),
            " FROM signal_links l JOIN cases c ON c.id = l.case_id
                 WHERE l.signal = ?1 ORDER BY c.id"
        ),
        [bytes],
        |row| {
            Ok(LinkedCase {
                id: CaseId(id(row, "id")?),
                name: row.get("name")?,
                danger: row.get("danger")?,
            })
        },
    )?;
    if !view.cases.is_empty() {
        view.state = SignalState::Linked;
    }
    Ok(view)
}
