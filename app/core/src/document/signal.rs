//! A signal: one thing heard or seen. Linking it sets a flag; nothing is moved.

use automerge::{ROOT, ScalarValue};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entry::id_text;
use super::read::flag_at;
use super::{Collection, Document, DocumentError, Edit};
use crate::view::Channel;

/// What stands at the root of a signal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SignalRoot {
    pub(crate) at: DateTime<Utc>,
    pub(crate) channel: Channel,
    pub(crate) by: Uuid,
    pub(crate) source: String,
    pub(crate) text: String,
    pub(crate) resting: bool,
    pub(crate) links: Vec<Uuid>,
}

impl Edit<'_, '_> {
    /// Writes a new signal.
    pub(crate) fn write_signal(&mut self, new: &SignalRoot) -> Result<(), DocumentError> {
        self.set("at", ScalarValue::Timestamp(new.at.timestamp_millis()))?;
        self.set("by", id_text(new.by).as_str())?;
        self.set("channel", new.channel.word())?;
        self.set("source", new.source.as_str())?;
        self.set("text", new.text.as_str())?;
        for case in &new.links {
            self.set_in(Collection::Links, &id_text(*case), true)?;
        }
        Ok(())
    }
}

impl Document {
    /// The root of a signal. Where two people rewrote its text at once, both texts stand in it.
    pub(crate) fn signal_root(&self) -> SignalRoot {
        let texts = self.all_str(&ROOT, "text");
        let links = self.map(Collection::Links);
        SignalRoot {
            at: self.moment("at").unwrap_or_default(),
            channel: Channel::from_word(&self.str("channel")),
            by: Uuid::parse_str(&self.str("by")).unwrap_or_default(),
            source: self.str("source"),
            text: texts.join("\n———\n"),
            resting: self.flag("resting"),
            links: self
                .ids(Collection::Links)
                .into_iter()
                .filter(|id| {
                    links
                        .as_ref()
                        .is_some_and(|map| flag_at(self.reader(), map, &id_text(*id)))
                })
                .collect(),
        }
    }
}
