//! Changes to neighbourhood studies and their interviews.

use automerge::ScalarValue;
use chrono::NaiveDate;

use super::{at_most, name, sentence};
use crate::api::{
    CreateStudy, MAX_LINE, MAX_TEXT, MakeHelpSignal, SaveInterview, SetInterviewContact,
    SetInterviewRole, SetMark, SetQuote, SetStudyField, SetTheme,
};
use crate::document::{Collection, Interview, Kind, SignalRoot, help_signal, id_text, one_line};
use crate::store::meta::key;
use crate::store::{Store, Write};
use crate::view::StudyField;
use crate::{BadValue, Error, InterviewId, SignalId, StudyId};

impl Write for CreateStudy {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.create_study(self)
    }
}

impl Write for SetStudyField {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_study_field(self)
    }
}

impl Write for SetTheme {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_theme(self)
    }
}

impl Write for SaveInterview {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.save_interview(self)
    }
}

impl Write for SetMark {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_mark(self)
    }
}

impl Write for SetInterviewRole {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_interview_role(self)
    }
}

impl Write for SetQuote {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_quote(self)
    }
}

impl Write for SetInterviewContact {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.set_interview_contact(self)
    }
}

impl Write for MakeHelpSignal {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.make_help_signal(self)
    }
}

impl Store {
    pub(in crate::store) fn create_study(&mut self, call: CreateStudy) -> Result<StudyId, Error> {
        let name = name(&call.name)?;
        let id = self.new_id();
        let today = self.environment.today().to_string();
        self.edit_or_create(Kind::Study, id, |edit| {
            edit.set_study_field(StudyField::Name, name)?;
            Ok(edit.set_study_field(StudyField::Begun, &today)?)
        })?;
        Ok(StudyId(id))
    }

    pub(in crate::store) fn set_study_field(&mut self, call: SetStudyField) -> Result<(), Error> {
        let value = match call.field {
            StudyField::Name => name(&call.value)?,
            StudyField::Report => at_most(call.value.trim_end(), MAX_TEXT)?,
            StudyField::Begun | StudyField::Ended => match call.value.trim() {
                "" => "",
                day if day.parse::<NaiveDate>().is_ok() => day,
                _ => return Err(Error::Value(BadValue::Day)),
            },
            StudyField::District | StudyField::Question => at_most(call.value.trim(), MAX_LINE)?,
        };
        self.edit(Kind::Study, call.study.0, |edit| {
            Ok(edit.set_study_field(call.field, value)?)
        })
    }

    pub(in crate::store) fn set_theme(&mut self, call: SetTheme) -> Result<(), Error> {
        let theme = one_line(&call.theme);
        let theme = name(&theme)?;
        self.edit(Kind::Study, call.study.0, |edit| {
            Ok(edit.set_theme(theme, call.in_use)?)
        })
    }

    pub(in crate::store) fn save_interview(&mut self, call: SaveInterview) -> Result<(), Error> {
        let at = self.happened_at(call.at)?;
        let interview = Interview {
            at,
            said: None,
            channel: call.channel,
            by: self.me.0,
            role: call.role,
            text: sentence(&call.text)?.to_owned(),
            quotes: Vec::new(),
            contact: None,
            signal: call.help.is_some().then(|| help_signal(call.id.0)),
        };
        let themes: Vec<String> = call.themes.iter().map(|theme| one_line(theme)).collect();
        self.edit(Kind::Study, call.study.0, |edit| {
            edit.add_interview(call.id.0, &interview)?;
            for theme in &themes {
                edit.set_mark(call.id.0, theme, true)?;
            }
            Ok(())
        })?;
        if let Some(source) = &call.help {
            self.write_help_signal(call.id, source, &interview)?;
        }
        self.clear_meta(key::DRAFT)
    }

    pub(in crate::store) fn set_mark(&mut self, call: SetMark) -> Result<(), Error> {
        let theme = one_line(&call.theme);
        let theme = name(&theme)?;
        self.edit(Kind::Study, call.study.0, |edit| {
            Ok(edit.set_mark(call.interview.0, theme, call.applies)?)
        })
    }

    pub(in crate::store) fn set_interview_role(
        &mut self,
        call: SetInterviewRole,
    ) -> Result<(), Error> {
        self.set_in_interview(call.study, call.interview, "role", call.role.word())
    }

    /// The passage is a single line and need not match the interview's text exactly.
    pub(in crate::store) fn set_quote(&mut self, call: SetQuote) -> Result<(), Error> {
        let quote = one_line(&call.quote);
        let quote = at_most(&quote, MAX_TEXT)?;
        self.set_in_interview(call.study, call.interview, "quote", quote)
    }

    pub(in crate::store) fn set_interview_contact(
        &mut self,
        call: SetInterviewContact,
    ) -> Result<(), Error> {
        let contact = match call.contact {
            Some(contact) => ScalarValue::Str(id_text(contact.0).into()),
            None => ScalarValue::Null,
        };
        self.set_in_interview(call.study, call.interview, "contact", contact)
    }

    pub(in crate::store) fn make_help_signal(
        &mut self,
        call: MakeHelpSignal,
    ) -> Result<SignalId, Error> {
        if self.document_row(call.study.0)?.is_none() {
            return Err(Error::NotFound);
        }
        let document = self.open_document(call.study.0)?;
        let interview = document.interview(&id_text(call.interview.0));
        self.keep_open(call.study.0, document);
        let interview = interview.ok_or(Error::NotFound)?;
        let signal = help_signal(call.interview.0);
        self.set_in_interview(call.study, call.interview, "signal", id_text(signal))?;
        self.write_help_signal(call.interview, &call.source, &interview)?;
        Ok(SignalId(signal))
    }

    /// Writes the signal of an interview unless it exists. Time and author are the interview's, so
    /// that two phones write the same content.
    fn write_help_signal(
        &mut self,
        id: InterviewId,
        source: &str,
        interview: &Interview,
    ) -> Result<(), Error> {
        let signal = help_signal(id.0);
        if self.document_row(signal)?.is_some() {
            return Ok(());
        }
        let source = at_most(source.trim(), MAX_LINE)?;
        let root = SignalRoot {
            at: interview.at,
            said: None,
            channel: interview.channel,
            by: interview.by,
            source: source.to_owned(),
            text: interview.text.clone(),
            resting: false,
            resting_until: None,
            links: Vec::new(),
        };
        self.edit_or_create(Kind::Signal, signal, |edit| Ok(edit.write_signal(&root)?))
    }

    fn set_in_interview(
        &mut self,
        study: StudyId,
        interview: InterviewId,
        field: &str,
        value: impl Into<ScalarValue>,
    ) -> Result<(), Error> {
        let key = id_text(interview.0);
        let found = self.edit(Kind::Study, study.0, |edit| {
            Ok(edit.set_in_entry(Collection::Interviews, &key, field, value)?)
        })?;
        if found { Ok(()) } else { Err(Error::NotFound) }
    }
}
