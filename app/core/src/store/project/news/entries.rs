//! Classifies a change of a case's entry by comparing it with its row, which still holds the old state.

use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::Author::{self, Device, Person};
use super::What;
use crate::Error;
use crate::document::{Collection, Document, ExpenseWhat};
use crate::store::Store;

impl Store {
    /// Compares an entry with its row.
    pub(super) fn entry_news(
        &self,
        (case, id): (Uuid, Uuid),
        document: &Document,
        collection: Collection,
        key: &str,
    ) -> Result<Option<(What, Author)>, Error> {
        match collection {
            Collection::Safety => self.safety_news(case, id, document, key),
            Collection::Commitments => self.promise_news(case, id, document, key),
            Collection::Relations => self.relation_news(case, id, document, key),
            Collection::Agenda => self.agenda_news(case, id, document, key),
            _ => {
                let Some((by, table)) = written_once(document, collection, key) else {
                    return Ok(None);
                };
                let known = self.known_flag("1", table, case, id)?;
                Ok(known.is_none().then_some((What::New, Person(by))))
            }
        }
    }

    fn safety_news(
        &self,
        case: Uuid,
        id: Uuid,
        document: &Document,
        key: &str,
    ) -> Result<Option<(What, Author)>, Error> {
        let Some(fact) = document.safety(key) else {
            return Ok(None);
        };
        let was_ended = self.known_flag("ended IS NOT NULL", "safety", case, id)?;
        Ok(match (was_ended, fact.ended.is_some()) {
            (None, false) => Some((What::New, Person(fact.by))),
            (None | Some(false), true) => {
                let device = || device(document, Collection::Safety, key, "ended");
                Some((What::Ended, fact.ended_by.map_or_else(device, Person)))
            }
            _ => None,
        })
    }

    fn relation_news(
        &self,
        case: Uuid,
        id: Uuid,
        document: &Document,
        key: &str,
    ) -> Result<Option<(What, Author)>, Error> {
        let Some(relation) = document.relation(key) else {
            return Ok(None);
        };
        let was_ended = self.known_flag("ended", "relations", case, id)?;
        let ending = || device(document, Collection::Relations, key, "off");
        Ok(match (was_ended, relation.ended) {
            (None, false) => Some((What::New, Person(relation.by))),
            (Some(false), true) => Some((What::Ended, ending())),
            _ => None,
        })
    }

    fn agenda_news(
        &self,
        case: Uuid,
        id: Uuid,
        document: &Document,
        key: &str,
    ) -> Result<Option<(What, Author)>, Error> {
        let Some(entry) = document.agenda_entry(key) else {
            return Ok(None);
        };
        let was_open = self.known_flag("NOT off AND meeting IS NULL", "agenda", case, id)?;
        let switching = || device(document, Collection::Agenda, key, "on");
        Ok(match (was_open, entry.meeting.is_some(), entry.off) {
            (None | Some(true), true, _) => Some((What::Done, Person(entry.decided_by))),
            (Some(true), false, true) => Some((What::Ended, switching())),
            (Some(true), false, false) => Some((What::Changed, switching())),
            (None, false, false) => Some((What::New, Person(entry.by))),
            _ => None,
        })
    }

    /// Reads a flag of an entry as it was known; `None` for a new entry.
    fn known_flag(
        &self,
        flag: &str,
        table: &str,
        case: Uuid,
        id: Uuid,
    ) -> Result<Option<bool>, Error> {
        Ok(self
            .connection
            .prepare_cached(&format!(
                "SELECT {flag} FROM {table} WHERE document = ?1 AND id = ?2"
            ))?
            .query_row([case.as_bytes(), id.as_bytes()], |row| row.get(0))
            .optional()?)
    }

    fn promise_news(
        &self,
        case: Uuid,
        id: Uuid,
        document: &Document,
        key: &str,
    ) -> Result<Option<(What, Author)>, Error> {
        let Some(promise) = document.commitment(key) else {
            return Ok(None);
        };
        let writer = |field| device(document, Collection::Commitments, key, field);
        let known: Option<(bool, String, Option<String>, Option<String>)> = self
            .connection
            .prepare_cached(
                "SELECT done, text, due, time FROM commitments WHERE document = ?1 AND id = ?2",
            )?
            .query_row([case.as_bytes(), id.as_bytes()], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .optional()?;
        let Some((done, text, due, time)) = known else {
            return Ok(Some(match promise.done {
                true => (What::Done, writer("done")),
                false => (What::New, Person(promise.by)),
            }));
        };
        if promise.done != done {
            let what = if promise.done {
                What::Done
            } else {
                What::Changed
            };
            return Ok(Some((what, writer("done"))));
        }
        let changed = if promise.text != text {
            "text"
        } else if promise.due.map(|day| day.to_string()) != due {
            "due"
        } else if promise.time.map(|time| time.format("%H:%M").to_string()) != time {
            "time"
        } else {
            return Ok(None);
        };
        Ok(Some((What::Changed, writer(changed))))
    }
}

/// Returns the author of an entry that is never changed, and its table.
fn written_once(
    document: &Document,
    collection: Collection,
    key: &str,
) -> Option<(Uuid, &'static str)> {
    match collection {
        Collection::Trust => document.trust(key).map(|step| (step.by, "trust")),
        Collection::Decisions => document
            .decision(key)
            .map(|(decision, _)| (decision.by, "decisions")),
        Collection::Closings => document.closing(key).map(|each| (each.by, "closings")),
        Collection::Expenses => document
            .expense(key)
            .filter(|entry| !matches!(entry.what, ExpenseWhat::Receipt { .. }))
            .map(|entry| (entry.by, "expenses")),
        Collection::Parties => document
            .party(key)
            .map(|party| party.by)
            .or_else(|| document.party_change(key).map(|change| change.by))
            .map(|by| (by, "party_changes")),
        _ => None,
    }
}

/// Returns the device that wrote a field of an entry.
fn device(document: &Document, collection: Collection, key: &str, field: &str) -> Author {
    Device(document.writer(Some((collection, key)), field))
}
