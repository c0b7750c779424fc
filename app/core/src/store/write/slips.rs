//! Trust steps and safety facts. What the same person does on the same phone within a minute puts a
//! slip of the thumb right, instead of standing beside it.

use automerge::ScalarValue;
use chrono::TimeDelta;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::sentence;
use crate::api::{AddSafetyFact, SetTrust};
use crate::document::{Collection, Kind, Safety, Trust, id_text};
use crate::store::{Store, Write};
use crate::{CaseId, Error};

/// How long something counts as a slip.
const SLIP: TimeDelta = TimeDelta::minutes(1);

impl Write for SetTrust {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let key = store.new_id();
        let trust = Trust {
            step: self.step,
            by: store.me.0,
            at: store.environment.now(),
        };
        let slip = just_now(
            store,
            self.case,
            "SELECT id FROM trust WHERE document = ?1 AND by = ?2 AND at >= ?3 AND ?4 = ''
             ORDER BY at DESC, id DESC LIMIT 1",
            "",
        )?;
        let document = store.open_document(self.case.0)?;
        let here = slip.map(id_text).filter(|slip| {
            document.entry_actor(Collection::Trust, slip) == Some(store.actor.clone())
        });
        store.keep_open(self.case.0, document);
        store.edit(Kind::Case, self.case.0, |edit| {
            if let Some(slip) = here {
                edit.drop_slip(Collection::Trust, &slip)?;
            }
            Ok(edit.add_trust(key, &trust)?)
        })
    }
}

impl Write for AddSafetyFact {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let text = sentence(&self.text)?.to_owned();
        // Ended by a slip: the same fact holds again, with its author and day.
        let slip = just_now(
            store,
            self.case,
            "SELECT id FROM safety WHERE document = ?1 AND ended_by = ?2 AND ended >= ?3 AND text = ?4
             ORDER BY ended DESC, id DESC LIMIT 1",
            &text,
        )?;
        if let Some(slip) = slip {
            let key = id_text(slip);
            let case = store.case_of_fact(self.case, slip)?;
            return store.edit(Kind::Case, case.0, |edit| {
                edit.set_in_entry(Collection::Safety, &key, "ended_by", "")?;
                edit.set_in_entry(Collection::Safety, &key, "ended", ScalarValue::Null)?;
                Ok(())
            });
        }
        let key = store.new_id();
        let fact = Safety {
            text,
            by: store.me.0,
            at: store.environment.now(),
            ended: None,
            ended_by: None,
        };
        store.edit(Kind::Case, self.case.0, |edit| {
            Ok(edit.add_safety(key, &fact)?)
        })
    }
}

/// Finds what this phone's user did last, if that was within the last minute.
fn just_now(store: &Store, case: CaseId, sql: &str, text: &str) -> Result<Option<Uuid>, Error> {
    let since = (store.environment.now() - SLIP).timestamp_millis();
    let found: Option<[u8; 16]> = store
        .connection
        .prepare_cached(sql)?
        .query_row(
            params![case.0.as_bytes(), store.me.0.as_bytes(), since, text],
            |row| row.get(0),
        )
        .optional()?;
    Ok(found.map(Uuid::from_bytes))
}
