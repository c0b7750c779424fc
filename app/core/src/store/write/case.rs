//! Changes to a case.

use automerge::ScalarValue;
use uuid::Uuid;

use super::{at_most, day, name, sentence};
use crate::api::{
    AddCommitment, AddSafetyFact, CreateCase, EditCommitment, EndSafetyFact, MAX_LINE, MAX_TEXT,
    SetCaseContact, SetCaseField, SetProblem, SetSensitive, SetTrust, TickCommitment,
};
use crate::document::{Collection, Commitment, Edit, Kind, Safety, Trust, id_text};
use crate::store::{Store, Write};
use crate::view::{CaseField, CaseStatus};
use crate::{CaseId, Error, without_marks};

impl Write for CreateCase {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.create_case(self)
    }
}

impl Write for SetCaseField {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_case_field(self)
    }
}

impl Write for SetProblem {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_problem(self)
    }
}

impl Write for SetSensitive {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_sensitive(self)
    }
}

impl Write for SetTrust {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_trust(self)
    }
}

impl Write for AddSafetyFact {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.add_safety_fact(self)
    }
}

impl Write for EndSafetyFact {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.end_safety_fact(self)
    }
}

impl Write for AddCommitment {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.add_commitment(self)
    }
}

impl Write for EditCommitment {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.edit_commitment(self)
    }
}

impl Write for TickCommitment {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.tick_commitment(self)
    }
}

impl Write for SetCaseContact {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_case_contact(self)
    }
}

impl Store {
    pub(in crate::store) fn create_case(&mut self, call: CreateCase) -> Result<CaseId, Error> {
        let plain = without_marks(&call.name);
        let name = name(&plain)?;
        let id = self.new_id();
        self.edit_or_create(Kind::Case, id, |edit| {
            Ok(edit.set_case_field(CaseField::Name, name)?)
        })?;
        Ok(CaseId(id))
    }

    pub(in crate::store) fn set_case_field(&mut self, call: SetCaseField) -> Result<(), Error> {
        let plain = without_marks(&call.value);
        let value = match call.field {
            CaseField::Name => name(&plain)?,
            CaseField::Background => at_most(plain.trim_end(), MAX_TEXT)?,
            CaseField::Status => {
                let status = CaseStatus::from_word(&plain).ok_or(Error::NotFound)?;
                return self.set_status(call.case, status);
            }
            CaseField::Cover => return self.set_cover(call.case, &plain),
            CaseField::CoverUntil => day(plain.trim())?,
            _ => at_most(plain.trim(), MAX_LINE)?,
        };
        self.edit_case(
            call.case,
            |edit| Ok(edit.set_case_field(call.field, value)?),
        )
    }

    pub(in crate::store) fn set_problem(&mut self, call: SetProblem) -> Result<(), Error> {
        let problem = name(&call.problem)?;
        self.edit_case(call.case, |edit| {
            Ok(edit.set_in(Collection::Problems, problem, call.applies)?)
        })
    }

    pub(in crate::store) fn set_sensitive(&mut self, call: SetSensitive) -> Result<(), Error> {
        self.edit_case(call.case, |edit| Ok(edit.set("sensitive", call.sensitive)?))
    }

    pub(in crate::store) fn set_trust(&mut self, call: SetTrust) -> Result<(), Error> {
        let key = self.new_id();
        let trust = Trust {
            step: call.step,
            by: self.me.0,
            at: self.environment.now(),
        };
        self.edit_case(call.case, |edit| Ok(edit.add_trust(key, &trust)?))
    }

    pub(in crate::store) fn add_safety_fact(&mut self, call: AddSafetyFact) -> Result<(), Error> {
        let key = self.new_id();
        let fact = Safety {
            text: sentence(&call.text)?.to_owned(),
            by: self.me.0,
            at: self.environment.now(),
            ended: None,
            ended_by: None,
        };
        self.edit_case(call.case, |edit| Ok(edit.add_safety(key, &fact)?))
    }

    pub(in crate::store) fn end_safety_fact(&mut self, call: EndSafetyFact) -> Result<(), Error> {
        let now = ScalarValue::Timestamp(self.environment.now().timestamp_millis());
        let (me, key) = (id_text(self.me.0), id_text(call.id.0));
        let ended = self
            .connection
            .prepare_cached(
                "SELECT 1 FROM safety WHERE document = ?1 AND id = ?2 AND ended IS NOT NULL",
            )?
            .exists([call.case.0.as_bytes(), call.id.0.as_bytes()])?;
        // The first to end a fact remains recorded as having ended it.
        if ended {
            return Ok(());
        }
        let found = self.edit_case(call.case, |edit| {
            edit.set_in_entry(Collection::Safety, &key, "ended_by", me)?;
            Ok(edit.set_in_entry(Collection::Safety, &key, "ended", now)?)
        })?;
        if found { Ok(()) } else { Err(Error::NotFound) }
    }

    pub(in crate::store) fn add_commitment(&mut self, call: AddCommitment) -> Result<(), Error> {
        let key = self.new_id();
        let commitment = Commitment {
            text: sentence(&call.text)?.to_owned(),
            who: at_most(call.who.trim(), MAX_LINE)?.to_owned(),
            due: call.due,
            time: call.time,
            by: self.me.0,
            made: self.environment.now(),
            done: false,
        };
        self.edit_case(call.case, |edit| Ok(edit.add_commitment(key, &commitment)?))
    }

    pub(in crate::store) fn edit_commitment(&mut self, call: EditCommitment) -> Result<(), Error> {
        let text = sentence(&call.text)?;
        let who = at_most(call.who.trim(), MAX_LINE)?;
        self.edit_case(call.case, |edit| {
            match edit.edit_commitment(call.id.0, text, who, call.due, call.time)? {
                true => Ok(()),
                false => Err(Error::NotFound),
            }
        })
    }

    pub(in crate::store) fn tick_commitment(&mut self, call: TickCommitment) -> Result<(), Error> {
        self.edit_entry(
            call.case,
            Collection::Commitments,
            call.id.0,
            "done",
            call.done,
        )
    }

    pub(in crate::store) fn set_case_contact(&mut self, call: SetCaseContact) -> Result<(), Error> {
        let note = at_most(call.note.trim(), MAX_LINE)?;
        let value = match call.linked {
            true => ScalarValue::Str(note.into()),
            false => ScalarValue::Null,
        };
        self.edit_case(call.case, |edit| {
            Ok(edit.set_in(Collection::Around, &id_text(call.contact.0), value)?)
        })
    }

    fn edit_case<T>(
        &mut self,
        case: CaseId,
        edit: impl FnOnce(&mut Edit<'_, '_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.edit(Kind::Case, case.0, edit)
    }

    fn edit_entry(
        &mut self,
        case: CaseId,
        collection: Collection,
        id: Uuid,
        field: &str,
        value: impl Into<ScalarValue>,
    ) -> Result<(), Error> {
        let found = self.edit_case(case, |edit| {
            Ok(edit.set_in_entry(collection, &id_text(id), field, value)?)
        })?;
        if found { Ok(()) } else { Err(Error::NotFound) }
    }
}
