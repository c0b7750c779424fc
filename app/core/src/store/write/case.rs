//! Changes to a case.

use automerge::ScalarValue;
use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::closing::set_status;
use super::cover::set_cover;
use super::{at_most, day, name, sentence};
use crate::api::{
    AddCommitment, CreateCase, EditCommitment, EndSafetyFact, SetCaseContact, SetCaseField,
    SetProblem, SetSensitive, TickCommitment,
};
use crate::document::{Collection, Commitment, Edit, Kind, id_text};
use crate::model::{CaseField, CaseStatus, EntryRef, MAX_LINE, MAX_TEXT};
use crate::store::{Store, Write};
use crate::{CaseId, CommitmentId, Error, without_marks};

impl Write for CreateCase {
    fn run(self, store: &mut Store) -> Result<CaseId, Error> {
        let plain = without_marks(&self.name);
        let name = name(&plain)?;
        let id = store.new_id();
        store.edit_or_create(Kind::Case, id, |edit| {
            Ok(edit.set_case_field(CaseField::Name, name)?)
        })?;
        Ok(CaseId(id))
    }
}

impl Write for SetCaseField {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let plain = without_marks(&self.value);
        let value = match self.field {
            CaseField::Name => name(&plain)?,
            CaseField::Background => at_most(plain.trim_end(), MAX_TEXT)?,
            CaseField::Status => {
                let status = CaseStatus::from_word(&plain).ok_or(Error::NotFound)?;
                return set_status(store, self.case, status);
            }
            CaseField::Cover => return set_cover(store, self.case, &plain),
            CaseField::CoverUntil => day(plain.trim())?,
            _ => at_most(plain.trim(), MAX_LINE)?,
        };
        edit_case(store, self.case, |edit| {
            Ok(edit.set_case_field(self.field, value)?)
        })
    }
}

impl Write for SetProblem {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let problem = name(&self.problem)?;
        edit_case(store, self.case, |edit| {
            Ok(edit.set_in(Collection::Problems, problem, self.applies)?)
        })
    }
}

impl Write for SetSensitive {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        edit_case(store, self.case, |edit| {
            Ok(edit.set("sensitive", self.sensitive)?)
        })
    }
}

impl Store {
    /// Returns the case in which a safety fact was written: it is also shown with a case joined with it.
    pub(super) fn case_of_fact(&self, case: CaseId, fact: Uuid) -> Result<CaseId, Error> {
        let origin: Option<Option<[u8; 16]>> = self
            .connection
            .prepare_cached("SELECT origin FROM safety WHERE document = ?1 AND id = ?2")?
            .query_row([case.0.as_bytes(), fact.as_bytes()], |row| row.get(0))
            .optional()?;
        let origin = origin.flatten().map(Uuid::from_bytes);
        Ok(origin.map_or(case, CaseId))
    }
}

impl Write for EndSafetyFact {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let now = ScalarValue::Timestamp(store.environment.now().timestamp_millis());
        let (me, key) = (id_text(store.me.0), id_text(self.id.0));
        let ended = store
            .connection
            .prepare_cached(
                "SELECT 1 FROM safety WHERE document = ?1 AND id = ?2 AND ended IS NOT NULL",
            )?
            .exists([self.case.0.as_bytes(), self.id.0.as_bytes()])?;
        // The first to end a fact remains recorded as having ended it.
        if ended {
            return Ok(());
        }
        let case = store.case_of_fact(self.case, self.id.0)?;
        let found = edit_case(store, case, |edit| {
            edit.set_in_entry(Collection::Safety, &key, "ended_by", me)?;
            Ok(edit.set_in_entry(Collection::Safety, &key, "ended", now)?)
        })?;
        if found { Ok(()) } else { Err(Error::NotFound) }
    }
}

impl Write for AddCommitment {
    fn run(self, store: &mut Store) -> Result<CommitmentId, Error> {
        let key = store.new_id();
        let commitment = Commitment {
            text: sentence(&self.text)?.to_owned(),
            who: at_most(self.who.trim(), MAX_LINE)?.to_owned(),
            due: self.due,
            time: self.time,
            by: store.me.0,
            made: store.environment.now(),
            done: false,
        };
        edit_case(store, self.case, |edit| {
            Ok(edit.add_commitment(key, &commitment)?)
        })?;
        Ok(CommitmentId(key))
    }
}

impl Write for EditCommitment {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let text = sentence(&self.text)?;
        let who = at_most(self.who.trim(), MAX_LINE)?;
        let (case, id) = (self.case, self.id);
        let source = store.source_of(EntryRef::Commitment { case, id })?;
        edit_case(store, CaseId(source.document), |edit| {
            match edit.edit_commitment(self.id.0, text, who, self.due, self.time)? {
                true => Ok(()),
                false => Err(Error::NotFound),
            }
        })
    }
}

impl Write for TickCommitment {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let (case, id) = (self.case, self.id);
        let source = store.source_of(EntryRef::Commitment { case, id })?;
        edit_entry(
            store,
            CaseId(source.document),
            Collection::Commitments,
            id.0,
            "done",
            self.done,
        )
    }
}

impl Write for SetCaseContact {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let note = at_most(self.note.trim(), MAX_LINE)?;
        let value = match self.linked {
            true => ScalarValue::Str(note.into()),
            false => ScalarValue::Null,
        };
        edit_case(store, self.case, |edit| {
            Ok(edit.set_in(Collection::Around, &id_text(self.contact.0), value)?)
        })
    }
}

fn edit_case<T>(
    store: &mut Store,
    case: CaseId,
    edit: impl FnOnce(&mut Edit<'_, '_>) -> Result<T, Error>,
) -> Result<T, Error> {
    store.edit(Kind::Case, case.0, edit)
}

fn edit_entry(
    store: &mut Store,
    case: CaseId,
    collection: Collection,
    id: Uuid,
    field: &str,
    value: impl Into<ScalarValue>,
) -> Result<(), Error> {
    let found = edit_case(store, case, |edit| {
        Ok(edit.set_in_entry(collection, &id_text(id), field, value)?)
    })?;
    if found { Ok(()) } else { Err(Error::NotFound) }
}
