//! A neighbourhood study: its question, themes and interviews.
//!
//! Two phones may spell the same theme differently, such as with or without a capital; spellings that
//! fold to the same text are one theme. When a theme is marked and unmarked concurrently, the mark
//! stays: removing it again costs one tap, while losing it loses what was heard.

use std::collections::BTreeMap;

use automerge::ScalarValue;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::entry::id_text;
use super::read::str_at;
use super::{Collection, Document, DocumentError, Edit, RawClash};
use crate::folding::fold;
use crate::model::{Channel, InterviewRole, StudyField, words};

/// The root fields of a study, with its themes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StudyRoot {
    pub(crate) name: String,
    pub(crate) district: String,
    pub(crate) question: String,
    pub(crate) begun: Option<NaiveDate>,
    pub(crate) ended: Option<NaiveDate>,
    pub(crate) report: String,
    /// The themes in use, each once, sorted by folded text.
    pub(crate) themes: Vec<String>,
    pub(crate) clashes: Vec<(StudyField, Vec<RawClash>)>,
}

/// An interview for a study.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Interview {
    pub(crate) at: DateTime<Utc>,
    /// The clock time recorded by the phone, if that was wrong; `at` is then the corrected time.
    pub(crate) said: Option<DateTime<Utc>>,
    pub(crate) channel: Channel,
    pub(crate) by: Uuid,
    pub(crate) role: InterviewRole,
    pub(crate) text: String,
    /// The passages to quote; more than one only after concurrent edits.
    pub(crate) quotes: Vec<String>,
    /// The contact who was interviewed; never printed.
    pub(crate) contact: Option<Uuid>,
    /// The signal that was made from the interview.
    pub(crate) signal: Option<Uuid>,
}

impl StudyField {
    /// The fields stored as scalars, which can conflict.
    const SCALARS: [Self; 5] = [
        Self::Name,
        Self::District,
        Self::Question,
        Self::Begun,
        Self::Ended,
    ];
}

words!(StudyField -> pub key {
    Name = "name",
    District = "district",
    Question = "question",
    Begun = "begun",
    Ended = "ended",
    Report = "report",
});

/// Derives the id of the signal made from an interview. It is the same on every phone, so that two
/// people who both see that help is needed make one signal. The time part of the id is copied from the
/// interview.
pub(crate) fn help_signal(interview: Uuid) -> Uuid {
    let mut hasher = blake3::Hasher::new_derive_key("voorveld 2026 direct help of an interview");
    hasher.update(interview.as_bytes());
    let hash = hasher.finalize();
    let mut bytes = *interview.as_bytes();
    bytes[6..].copy_from_slice(&hash.as_bytes()[6..16]);
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    Uuid::from_bytes(bytes)
}

/// Normalises a theme or quotation to one line with single spaces.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn mark_key(interview: Uuid, theme: &str) -> String {
    format!("{}:{theme}", id_text(interview))
}

/// Splits the key of a mark into interview and theme. Returns `None` for a key of a newer app.
pub(crate) fn mark_parts(key: &str) -> Option<(Uuid, &str)> {
    let (interview, theme) = key.split_once(':')?;
    Some((Uuid::parse_str(interview).ok()?, theme))
}

impl Edit<'_, '_> {
    /// Sets a field of a study.
    pub(crate) fn set_study_field(
        &mut self,
        field: StudyField,
        value: &str,
    ) -> Result<(), DocumentError> {
        match field {
            StudyField::Report => self.set_text(field.key(), value),
            _ => self.set(field.key(), value),
        }
    }

    /// Puts a theme in use under a known spelling, or takes all its spellings out of use.
    pub(crate) fn set_theme(&mut self, theme: &str, in_use: bool) -> Result<(), DocumentError> {
        let spellings = self.flags(Collection::Themes, |key| fold(key) == fold(theme))?;
        if in_use {
            let known = spellings.first().map_or(theme, |(key, _)| key.as_str());
            return self.set_in(Collection::Themes, known, true);
        }
        for (key, _) in &spellings {
            self.set_in(Collection::Themes, key, false)?;
        }
        Ok(())
    }

    /// Marks or unmarks an interview with a theme.
    pub(crate) fn set_mark(
        &mut self,
        interview: Uuid,
        theme: &str,
        applies: bool,
    ) -> Result<(), DocumentError> {
        let same = |key: &str| {
            mark_parts(key).is_some_and(|(of, name)| of == interview && fold(name) == fold(theme))
        };
        let marks = self.flags(Collection::Marks, same)?;
        match applies {
            true if marks.iter().any(|(_, applies)| *applies) => Ok(()),
            true => self.set_in(Collection::Marks, &mark_key(interview, theme), true),
            false => marks
                .iter()
                .filter(|(_, applies)| *applies)
                .try_for_each(|(key, _)| self.set_in(Collection::Marks, key, false)),
        }
    }

    /// Adds an interview.
    pub(crate) fn add_interview(
        &mut self,
        key: Uuid,
        new: &Interview,
    ) -> Result<(), DocumentError> {
        let text = |value: &str| ScalarValue::Str(value.into());
        let mut fields = vec![
            ("at", ScalarValue::Timestamp(new.at.timestamp_millis())),
            ("by", text(&id_text(new.by))),
            ("channel", text(new.channel.word())),
            ("role", text(new.role.word())),
            ("text", text(&new.text)),
        ];
        fields.extend(new.quotes.first().map(|quote| ("quote", text(quote))));
        if let Some(contact) = new.contact {
            fields.push(("contact", text(&id_text(contact))));
        }
        if let Some(signal) = new.signal {
            fields.push(("signal", text(&id_text(signal))));
        }
        self.add_entry(Collection::Interviews, &id_text(key), fields)
    }
}

impl Document {
    /// Reads the root of a study.
    pub(crate) fn study_root(&self) -> StudyRoot {
        let field = |field: StudyField| self.str(field.key());
        let clash = |field: StudyField| (field, self.clash(field.key()));
        let report = (
            StudyField::Report,
            self.text_clash(StudyField::Report.key()),
        );
        let clashes = StudyField::SCALARS.into_iter().map(clash).chain([report]);
        StudyRoot {
            name: field(StudyField::Name),
            district: field(StudyField::District),
            question: field(StudyField::Question),
            begun: field(StudyField::Begun).parse().ok(),
            ended: field(StudyField::Ended).parse().ok(),
            report: self.text(StudyField::Report.key()),
            themes: self.themes().into_values().collect(),
            clashes: clashes.filter(|(_, values)| values.len() > 1).collect(),
        }
    }

    /// Returns the themes in use: from folded text to the spelling that is shown.
    fn themes(&self) -> BTreeMap<String, String> {
        let mut themes = BTreeMap::new();
        for (key, in_use) in self.flags(Collection::Themes) {
            if in_use {
                themes.entry(fold(&key)).or_insert(key);
            }
        }
        themes
    }

    /// Returns the interviews with each theme they are marked with, for themes in use.
    pub(crate) fn marks(&self) -> Vec<(Uuid, String)> {
        let themes = self.themes();
        let flags = self.flags(Collection::Marks);
        let applying = flags.iter().filter(|(_, applies)| *applies);
        let mut marks: Vec<(Uuid, String)> = applying
            .filter_map(|(key, _)| {
                let (interview, theme) = mark_parts(key)?;
                Some((interview, themes.get(&fold(theme))?.clone()))
            })
            .collect();
        marks.sort();
        marks.dedup();
        marks
    }

    /// Reads an interview. Concurrent texts are joined.
    pub(crate) fn interview(&self, key: &str) -> Option<Interview> {
        let entry = self.entry(Collection::Interviews, key)?;
        let reader = self.reader();
        // A malformed id counts as none: what was said is still shown.
        let id = |field| Uuid::parse_str(&str_at(reader, &entry, field)).ok();
        let mut quotes = self.all_str(&entry, "quote");
        quotes.retain(|quote| !quote.is_empty());
        Some(Interview {
            at: self.placed(&entry, "at").unwrap_or_default(),
            said: self.said(&entry, "at"),
            channel: Channel::from_word(&str_at(reader, &entry, "channel")),
            by: id("by").unwrap_or_default(),
            role: InterviewRole::from_word(&str_at(reader, &entry, "role")),
            text: self.all_str(&entry, "text").join("\n———\n"),
            quotes,
            contact: id("contact"),
            signal: id("signal"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interview_becomes_one_signal_whoever_makes_it() {
        let interview = Uuid::now_v7();
        let signal = help_signal(interview);
        assert_eq!(signal, help_signal(interview));
        assert_ne!(signal, interview);
        assert_ne!(signal, help_signal(Uuid::now_v7()));
        assert_eq!(signal.get_version_num(), 7);
        assert_eq!(signal.as_bytes()[..6], interview.as_bytes()[..6]);
    }
}
