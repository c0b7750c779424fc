//! Closings and reopenings of a case: only ever added.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entry::{id, id_text, moment, text};
use super::read::str_at;
use super::{Collection, Document, DocumentError, Edit};
use crate::view::{ClosingWhat, Outcome};

/// A case was closed or came to life again.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Closing {
    /// Never before what was known of the case when it was written: a clock that is behind does not
    /// put a reopening before its closing.
    pub(crate) at: DateTime<Utc>,
    pub(crate) by: Uuid,
    pub(crate) what: ClosingWhat,
    /// Only of a closing.
    pub(crate) outcome: Option<Outcome>,
    /// Why; may be empty.
    pub(crate) text: String,
}

impl ClosingWhat {
    /// The word in documents and SQL.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Reopened => "reopened",
        }
    }

    /// From that word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        [Self::Closed, Self::Reopened]
            .into_iter()
            .find(|what| what.word() == word)
    }
}

impl Outcome {
    /// The word in documents and SQL.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::AcceptedHelp => "accepted_help",
            Self::LessNuisance => "less_nuisance",
            Self::NotManaged => "not_managed",
        }
    }

    /// From that word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.word() == word)
    }
}

impl Edit<'_, '_> {
    /// Adds a closing or reopening.
    pub(crate) fn add_closing(&mut self, key: Uuid, new: &Closing) -> Result<(), DocumentError> {
        let mut fields = vec![
            ("at", moment(new.at)),
            ("by", text(id_text(new.by))),
            ("what", text(new.what.word())),
        ];
        if let Some(outcome) = new.outcome {
            fields.push(("outcome", text(outcome.word())));
        }
        if !new.text.is_empty() {
            fields.push(("text", text(&new.text)));
        }
        self.add_entry(Collection::Closings, &id_text(key), fields)
    }
}

impl Document {
    /// A closing or reopening; none for what a newer app wrote there.
    pub(crate) fn closing(&self, key: &str) -> Option<Closing> {
        let entry = self.entry(Collection::Closings, key)?;
        let reader = self.reader();
        Some(Closing {
            at: self.placed(&entry, "at")?,
            by: id(&str_at(reader, &entry, "by")),
            what: ClosingWhat::from_word(&str_at(reader, &entry, "what"))?,
            outcome: Outcome::from_word(&str_at(reader, &entry, "outcome")),
            text: str_at(reader, &entry, "text"),
        })
    }
}
