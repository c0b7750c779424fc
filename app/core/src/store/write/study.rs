//! Changes to neighbourhood studies and their interviews.

use automerge::ScalarValue;
use chrono::NaiveDate;

use super::encounter::happened_at;
use super::{at_most, name, sentence};
use crate::api::{
    CreateStudy, MakeHelpSignal, SaveInterview, SetInterviewContact, SetInterviewRole, SetMark,
    SetQuote, SetStudyField, SetTheme,
};
use crate::document::{Collection, Interview, Kind, SignalRoot, help_signal, id_text, one_line};
use crate::model::{MAX_LINE, MAX_TEXT, StudyField};
use crate::store::{Store, Write, drafts};
use crate::{BadValue, EncounterId, Error, InterviewId, SignalId, StudyId};

impl Write for CreateStudy {
    fn run(self, store: &mut Store) -> Result<StudyId, Error> {
        let name = name(&self.name)?;
        let id = store.new_id();
        let today = store.environment.today().to_string();
        store.edit_or_create(Kind::Study, id, |edit| {
            edit.set_study_field(StudyField::Name, name)?;
            Ok(edit.set_study_field(StudyField::Begun, &today)?)
        })?;
        Ok(StudyId(id))
    }
}

impl Write for SetStudyField {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let value = match self.field {
            StudyField::Name => name(&self.value)?,
            StudyField::Report => at_most(self.value.trim_end(), MAX_TEXT)?,
            StudyField::Begun | StudyField::Ended => match self.value.trim() {
                "" => "",
                day if day.parse::<NaiveDate>().is_ok() => day,
                _ => return Err(Error::Value(BadValue::Day)),
            },
            StudyField::District | StudyField::Question => at_most(self.value.trim(), MAX_LINE)?,
        };
        store.edit(Kind::Study, self.study.0, |edit| {
            Ok(edit.set_study_field(self.field, value)?)
        })
    }
}

impl Write for SetTheme {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let theme = one_line(&self.theme);
        let theme = name(&theme)?;
        store.edit(Kind::Study, self.study.0, |edit| {
            Ok(edit.set_theme(theme, self.in_use)?)
        })
    }
}

impl Write for SaveInterview {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let at = happened_at(store, self.at)?;
        let interview = Interview {
            at,
            said: None,
            channel: self.channel,
            by: store.me.0,
            role: self.role,
            text: sentence(&self.text)?.to_owned(),
            quotes: Vec::new(),
            contact: None,
            signal: self.help.is_some().then(|| help_signal(self.id.0)),
        };
        let themes: Vec<String> = self.themes.iter().map(|theme| one_line(theme)).collect();
        store.edit(Kind::Study, self.study.0, |edit| {
            edit.add_interview(self.id.0, &interview)?;
            for theme in &themes {
                edit.set_mark(self.id.0, theme, true)?;
            }
            Ok(())
        })?;
        if let Some(source) = &self.help {
            write_help_signal(store, self.id, source, &interview)?;
        }
        drafts::drop(store, EncounterId(self.id.0))
    }
}

impl Write for SetMark {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let theme = one_line(&self.theme);
        let theme = name(&theme)?;
        store.edit(Kind::Study, self.study.0, |edit| {
            Ok(edit.set_mark(self.interview.0, theme, self.applies)?)
        })
    }
}

impl Write for SetInterviewRole {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        set_in_interview(store, self.study, self.interview, "role", self.role.word())
    }
}

impl Write for SetQuote {
    /// The passage is a single line and need not match the interview's text exactly.
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let quote = one_line(&self.quote);
        let quote = at_most(&quote, MAX_TEXT)?;
        set_in_interview(store, self.study, self.interview, "quote", quote)
    }
}

impl Write for SetInterviewContact {
    fn run(self, store: &mut Store) -> Result<(), Error> {
        let contact = match self.contact {
            Some(contact) => ScalarValue::Str(id_text(contact.0).into()),
            None => ScalarValue::Null,
        };
        set_in_interview(store, self.study, self.interview, "contact", contact)
    }
}

impl Write for MakeHelpSignal {
    fn run(self, store: &mut Store) -> Result<SignalId, Error> {
        if store.document_row(self.study.0)?.is_none() {
            return Err(Error::NotFound);
        }
        let document = store.open_document(self.study.0)?;
        let interview = document.interview(&id_text(self.interview.0));
        store.keep_open(self.study.0, document);
        let interview = interview.ok_or(Error::NotFound)?;
        let signal = help_signal(self.interview.0);
        set_in_interview(store, self.study, self.interview, "signal", id_text(signal))?;
        write_help_signal(store, self.interview, &self.source, &interview)?;
        Ok(SignalId(signal))
    }
}

/// Writes the signal of an interview unless it exists. Time and author are the interview's, so
/// that two phones write the same content.
fn write_help_signal(
    store: &mut Store,
    id: InterviewId,
    source: &str,
    interview: &Interview,
) -> Result<(), Error> {
    let signal = help_signal(id.0);
    if store.document_row(signal)?.is_some() {
        return Ok(());
    }
    let source = at_most(source.trim(), MAX_LINE)?;
    let Interview {
        at,
        channel,
        by,
        text,
        ..
    } = interview;
    let root = SignalRoot {
        source: source.to_owned(),
        ..SignalRoot::heard(*at, *channel, *by, text.clone())
    };
    store.edit_or_create(Kind::Signal, signal, |edit| Ok(edit.write_signal(&root)?))
}

fn set_in_interview(
    store: &mut Store,
    study: StudyId,
    interview: InterviewId,
    field: &str,
    value: impl Into<ScalarValue>,
) -> Result<(), Error> {
    let key = id_text(interview.0);
    let found = store.edit(Kind::Study, study.0, |edit| {
        Ok(edit.set_in_entry(Collection::Interviews, &key, field, value)?)
    })?;
    if found { Ok(()) } else { Err(Error::NotFound) }
}
